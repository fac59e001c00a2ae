package org.tongchou.benefit.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Source;
import org.tongchou.benefit.policy.Unit;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/**
 * One calculation under way: takes parameters of the pack and notes the steps. Lives within {@link #of}; not for several
 * threads.
 */
public final class Working {
    private final PolicyPack pack;
    private final List<Step> steps = new ArrayList<>();
    private final List<Basis> asked = new ArrayList<>();

    private Working(PolicyPack pack) {
        this.pack = pack;
    }

    /** Runs a calculation; what it refuses becomes the result, with nothing else done. */
    public static <T> Result<T> of(PolicyPack pack, Function<Working, T> calculation) {
        Working working = new Working(pack);
        try {
            T value = calculation.apply(working);
            return new Result.Found<>(value, working.steps);
        } catch (RefusedException e) {
            return new Result.Refused<>(e.failure());
        }
    }

    /** The pack. */
    public PolicyPack pack() {
        return pack;
    }

    // ---- parameters

    /**
     * The value of a parameter in its unit (yuan, a fraction, a count); empty when the pack does not have it or it has no
     * value on the day. Refuses ({@code E-BEN-012}) when no rule of it holds.
     */
    public Optional<BigDecimal> find(String name, LocalDate day, Facts facts) {
        checkWords(facts);
        Parameter parameter = pack.parameters().get(name);
        Optional<DatedValue> dated = parameter == null ? Optional.empty() : parameter.on(day);
        if (parameter == null || dated.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = new Evaluation(pack, day, facts).value(parameter, dated.get());
        asked.add(new Basis(
                name,
                parameter.meaning(),
                printed(value, parameter.unit()),
                dated.get().from(),
                sources(dated.get())));
        return Optional.of(value);
    }

    /** As {@link #find}, of a parameter that must have a value; refuses with {@code E-BEN-012} otherwise. */
    public BigDecimal get(String name, LocalDate day, Facts facts) {
        return find(name, day, facts)
                .orElseThrow(() -> new RefusedException(new Failure("E-BEN-012", name, "", "在 " + day + " 有效的值")));
    }

    /** As {@link #find}, nought when there is no value. */
    public BigDecimal orZero(String name, LocalDate day, Facts facts) {
        return find(name, day, facts).orElse(BigDecimal.ZERO);
    }

    /** A count that must have a value. */
    public int count(String name, LocalDate day, Facts facts) {
        return get(name, day, facts).intValueExact();
    }

    /** A count, nought when there is no value. */
    public int countOrZero(String name, LocalDate day, Facts facts) {
        return orZero(name, day, facts).intValueExact();
    }

    /** Whether a parameter of unit 是否 says 是; no value is 否. */
    public boolean says(String name, LocalDate day, Facts facts) {
        return orZero(name, day, facts).signum() != 0;
    }

    private String sources(DatedValue value) {
        return value.sources().stream()
                .map(citation -> {
                    Source source = pack.sources().get(citation.source());
                    String title = source == null ? citation.source() : "《" + source.title() + "》" + source.number();
                    return citation.clause().isEmpty() ? title : title + " " + citation.clause();
                })
                .collect(Collectors.joining("；"));
    }

    private static String printed(BigDecimal value, Unit unit) {
        if (unit == Unit.YES_NO) {
            return value.signum() == 0 ? "否" : "是";
        }
        return unit == Unit.RATIO || unit == Unit.POINTS
                ? PrintedNumber.shortest(value.movePointRight(2)) + "%"
                : PrintedNumber.shortest(value) + " " + unit.word();
    }

    private void checkWords(Facts facts) {
        for (Map.Entry<Fact.Kind, Set<String>> fact : facts.words().entrySet()) {
            Set<String> known = pack.vocabulary().wordsOf(Fact.of(fact.getKey()));
            for (String word : fact.getValue()) {
                if (!fact.getKey().isFree()) {
                    requireWord(fact.getKey().word(), word, known);
                }
            }
        }
    }

    // ---- what is noted and refused

    /** Notes a step with the parameters asked since the one before. */
    public void step(String what, String formula, String result) {
        steps.add(new Step(what, formula, result, asked.stream().distinct().toList()));
        asked.clear();
    }

    /** Computes something without noting its steps and parameters. */
    public <T> T aside(Function<Working, T> calculation) {
        return calculation.apply(new Working(pack));
    }

    /** Refuses unless something holds. */
    public void require(boolean holds, String code, String field, Object value, String expected) {
        if (!holds) {
            throw new RefusedException(new Failure(code, field, String.valueOf(value), expected));
        }
    }

    /** Refuses words that are not known ({@code E-BEN-002}). */
    public void requireWord(String field, String word, Set<String> known) {
        require(known.contains(word), "E-BEN-002", field, word, YamlFields.oneOf(known));
    }

    /** Refuses periods that end before they begin ({@code E-BEN-007}). */
    public void requireOrder(String field, LocalDate from, @Nullable LocalDate to) {
        require(to == null || !to.isBefore(from), "E-BEN-007", field, String.valueOf(to), "不早于 " + from + " 的日期");
    }

    /** Refuses amounts below nought and beyond 100,000,000 yuan ({@code E-BEN-003}). */
    public void requireAmount(String field, Money amount) {
        require(
                amount.fen() >= 0 && amount.fen() <= 10_000_000_000L,
                "E-BEN-003",
                field,
                PrintedNumber.shortest(amount.in(MoneyUnit.YUAN)),
                "0 至 100000000 元的金额");
    }

    /** Refuses numbers outside a range ({@code E-BEN-003}). */
    public void requireCount(String field, long number, long least, long most) {
        require(number >= least && number <= most, "E-BEN-003", field, number, least + " 至 " + most + " 的整数");
    }

    /** Refuses days before birth or after death ({@code E-BEN-007}). */
    public void requireAlive(String field, LocalDate day, Insured person) {
        require(!day.isBefore(person.born()), "E-BEN-007", field, day, "不早于出生日期 " + person.born() + " 的日期");
        LocalDate died = person.died();
        require(died == null || !day.isAfter(died), "E-BEN-007", field, day, "不晚于死亡日期 " + died + " 的日期");
    }
}
