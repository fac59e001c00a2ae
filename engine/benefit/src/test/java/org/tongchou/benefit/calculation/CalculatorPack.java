package org.tongchou.benefit.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.Held;
import org.tongchou.money.Money;

/** An invented region with every parameter of the calculators, and short ways to try them. */
public final class CalculatorPack {
    /** The rules as they are read. */
    public static final PackReading READING = PolicyPack.read(Path.of("src/test/resources/packs/calculators"));

    /** The rules. */
    public static final PolicyPack PACK = READING.getPack();

    private CalculatorPack() {}

    /** The rules with some of a parameter's values replaced. */
    public static PolicyPack with(String parameters) {
        return READING.with("reform.yaml", "reform: { name: 试, base: calculators }\nparameters:\n" + parameters)
                .getPack();
    }

    /** The rules with one value of a parameter. */
    public static PolicyPack with(String parameter, String unit, String is) {
        return with("  %s: { meaning: 试, unit: %s, values: [{ from: 2020-01-01, source: 办法, is: %s }] }\n"
                .formatted(parameter, unit, is));
    }

    /** The rules without a parameter. */
    public static PolicyPack without(String parameter) {
        Map<String, Parameter> rest = new TreeMap<>(PACK.parameters());
        assertThat(rest.remove(parameter)).isNotNull();
        return new PolicyPack(
                PACK.id(),
                PACK.region(),
                PACK.sources(),
                PACK.vocabulary(),
                PACK.counters(),
                rest,
                PACK.tiers(),
                PACK.plans());
    }

    /** A person with identities that always hold. */
    public static Insured person(String born, String sex, String... identities) {
        return new Insured(
                LocalDate.parse(born),
                null,
                sex,
                Stream.of(identities).map(Held::always).toList(),
                "");
    }

    /** Yuan. */
    public static Money yuan(String amount) {
        return Money.yuan(amount);
    }

    /** Checks that a calculation is refused with code and field. */
    public static void assertRefused(Result<?> result, String code, String field) {
        assertThat(result).isInstanceOfSatisfying(Result.Refused.class, refused -> {
            assertThat(refused.failure().code().id()).isEqualTo(code);
            assertThat(refused.failure().field()).isEqualTo(field);
            assertThat(refused.failure().expected()).isNotBlank();
            assertThat(refused.failure().message()).contains(code, field);
        });
    }

    /** Checks that the steps of a result name these parameters of the pack, each with source and date. */
    public static void assertExplained(Result<?> result, String... parameters) {
        var explanation = result.getFound().explanation();
        assertThat(explanation.title()).isNotBlank();
        assertThat(explanation.steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(step.what()).isNotBlank();
            assertThat(step.formula()).isNotBlank();
        });
        List<String> named = explanation.steps().stream()
                .flatMap(step -> step.basis().stream())
                .peek(basis -> assertThat(basis.sources()).isNotEmpty())
                .map(basis -> basis.parameter())
                .distinct()
                .toList();
        assertThat(named).contains(parameters);
    }

    /** What a result tells, step by step: {@code what: how and what came out}. */
    public static List<String> told(Result<?> result) {
        return result.getFound().explanation().steps().stream()
                .map(step -> step.what() + "：" + step.formula())
                .toList();
    }
}
