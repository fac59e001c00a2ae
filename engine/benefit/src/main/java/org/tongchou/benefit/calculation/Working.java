package org.tongchou.benefit.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Evaluator;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Resolved;
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
    /** The facts whose words were looked up last: one person's parameters are asked with the same. */
    private @Nullable Facts checked;

    private Working(PolicyPack pack) {
        this.pack = pack;
    }

    /**
     * Runs a calculation; what it refuses becomes the result, with nothing else done.
     *
     * @param title what is calculated, in Chinese
     */
    public static <T> Result<T> of(PolicyPack pack, String title, Function<Working, T> calculation) {
        Working working = new Working(pack);
        try {
            T value = calculation.apply(working);
            return new Result.Found<>(value, new Explanation(title, working.steps));
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
     * value on the day. Refuses when no rule of it holds ({@code E-BEN-012}), when a rule asks for a fact that is not given
     * ({@code E-BEN-001}) and when a fact is a word that the pack does not know ({@code E-BEN-002}).
     */
    public Optional<BigDecimal> find(String name, LocalDate day, Facts facts) {
        checkWords(facts);
        Optional<Parameter> parameter = parameter(name, day);
        if (parameter.isEmpty()) {
            return Optional.empty();
        }
        Evaluator.Answer answer = Evaluator.parameter(pack, name, day, new Asked(pack, name, facts));
        Failure failure = answer.failure();
        if (failure != null) {
            throw new RefusedException(failure);
        }
        Resolved resolved = answer.resolved().orElseThrow();
        require(resolved.bands().size() == 1, Code.NO_VALUE, name, "分段", "一个数");
        asked.addAll(resolved.basis());
        return Optional.of(
                BigDecimal.valueOf(resolved.value(), parameter.get().unit().decimals()));
    }

    /** Whether a parameter has a value on a day. */
    public boolean has(String name, LocalDate day) {
        return parameter(name, day).isPresent();
    }

    private Optional<Parameter> parameter(String name, LocalDate day) {
        return Optional.ofNullable(pack.parameters().get(name))
                .filter(parameter -> parameter.on(day).isPresent());
    }

    /** As {@link #find}, of a parameter that must have a value; refuses with {@code E-BEN-012} otherwise. */
    public BigDecimal get(String name, LocalDate day, Facts facts) {
        return find(name, day, facts)
                .orElseThrow(
                        () -> new RefusedException(new Failure(Code.NO_VALUE, name, day.toString(), "规则包中当日有值的参数")));
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

    private void checkWords(Facts facts) {
        if (facts == checked) {
            return;
        }
        for (Map.Entry<Fact.Kind, Set<String>> fact : facts.words().entrySet()) {
            Set<String> words = pack.vocabulary().wordsOf(Fact.of(fact.getKey()));
            for (String word : fact.getValue()) {
                if (!fact.getKey().isFree()) {
                    requireWord(fact.getKey().word(), word, words);
                }
            }
        }
        checked = facts;
    }

    // ---- what is noted and refused

    /**
     * Notes a step with the parameters asked since the one before.
     *
     * @param what what was found, in Chinese
     * @param formula how, with numbers; may be empty
     * @param result what came out: a date, a number, a word
     */
    public void step(String what, String formula, String result) {
        note(what, formula.isEmpty() ? result : formula + " → " + result, 0);
    }

    /** As the other, of an amount. */
    public void step(String what, String formula, Money result) {
        note(what, formula.isEmpty() ? result.toString() : formula + " = " + result, result.fen());
    }

    private void note(String what, String sentence, long fen) {
        List<Basis> basis = asked.stream().distinct().toList();
        steps.add(new Step(Step.Kind.CALCULATION, "", what, sentence, fen, 0, 0, basis));
        asked.clear();
    }

    /** A share as people read it: 0.075 is {@code 7.5%}. */
    public static String percent(BigDecimal share) {
        return PrintedNumber.shortest(share.movePointRight(2)) + "%";
    }

    /** Computes something without noting its steps and parameters. */
    public <T> T aside(Function<Working, T> calculation) {
        return calculation.apply(new Working(pack));
    }

    /** Refuses unless something holds. */
    public void require(boolean holds, Code code, String field, Object value, String expected) {
        if (!holds) {
            throw new RefusedException(new Failure(code, field, String.valueOf(value), expected));
        }
    }

    /** A value that must be given; refuses with {@code E-BEN-001} otherwise. */
    public <T> T given(String field, @Nullable T value, String expected) {
        if (value == null) {
            throw new RefusedException(new Failure(Code.MISSING, field, "", expected));
        }
        return value;
    }

    /** Refuses words that are not known ({@code E-BEN-002}). */
    public void requireWord(String field, String word, Set<String> known) {
        if (!known.contains(word)) {
            require(false, Code.UNKNOWN_WORD, field, word, YamlFields.oneOf(known));
        }
    }

    /** Refuses periods that end before they begin ({@code E-BEN-007}). */
    public void requireOrder(String field, LocalDate from, @Nullable LocalDate to) {
        require(to == null || !to.isBefore(from), Code.DATE, field, String.valueOf(to), "不早于 " + from + " 的日期");
    }

    /** Refuses amounts below nought and beyond 100,000,000 yuan ({@code E-BEN-003}). */
    public void requireAmount(String field, Money amount) {
        require(
                amount.fen() >= 0 && amount.fen() <= 10_000_000_000L,
                Code.WRONG_NUMBER,
                field,
                PrintedNumber.shortest(amount.in(MoneyUnit.YUAN)),
                "0 至 100000000 元的金额");
    }

    /** Refuses numbers outside a range ({@code E-BEN-003}). */
    public void requireCount(String field, long number, long least, long most) {
        require(number >= least && number <= most, Code.WRONG_NUMBER, field, number, least + " 至 " + most + " 的整数");
    }

    /** Refuses days before birth or after death ({@code E-BEN-007}). */
    public void requireAlive(String field, LocalDate day, Insured person) {
        require(!day.isBefore(person.born()), Code.DATE, field, day, "不早于出生日期 " + person.born() + " 的日期");
        LocalDate died = person.died();
        require(died == null || !day.isAfter(died), Code.DATE, field, day, "不晚于死亡日期 " + died + " 的日期");
    }
}
