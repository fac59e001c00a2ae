package org.tongchou.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.performance.scoring.Lines.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.scoring.Step.Count;

/** What holds for every method and all facts. */
class ScoringProperties {
    private static final List<Method> METHODS = List.of(
            new FullWhenMet(null),
            new FullWhenMet(number("20")),
            new QualitativeFull(),
            new Proportional(),
            new ReverseProportional(),
            new ZeroWhenMissed(),
            new OverFulfilment(List.of(
                    new OverFulfilment.Band(number("20"), number("98")),
                    new OverFulfilment.Band(number("100"), number("95")))),
            new Step(number("1"), number("10"), Measure.VALUE, Count.COMPLETE, null, null),
            new Step(number("0.5"), number("1"), Measure.COMPLETION, Count.STARTED, null, null),
            new Step(number("2"), number("3"), Measure.RATE, Count.STARTED, number("50"), number("3")),
            new Interpolation(
                    List.of(
                            new Interpolation.Anchor(number("50"), number("0")),
                            new Interpolation.Anchor(number("80"), number("60")),
                            new Interpolation.Anchor(number("90"), number("100"))),
                    Measure.COMPLETION),
            new Interpolation(
                    List.of(
                            new Interpolation.Anchor(number("-5"), number("100")),
                            new Interpolation.Anchor(number("30"), number("20"))),
                    Measure.VALUE),
            new Tiers(
                    List.of(
                            new Tiers.Tier(number("99"), null, number("100")),
                            new Tiers.Tier(number("98"), null, number("50")),
                            new Tiers.Tier(number("0"), null, number("0"))),
                    Measure.RATE),
            new Tiers(
                    List.of(
                            new Tiers.Tier(number("80"), number("3"), null),
                            new Tiers.Tier(number("0"), number("0.5"), null)),
                    Measure.VALUE),
            new Checklist(Map.of("有制度", number("2")), Map.of("获表彰", number("30")), null),
            new YesNo(Set.of("是"), Set.of("否")),
            new Growth(number("5")),
            new QualitativeBands(List.of(
                    new QualitativeBands.Band("达成预期", number("80"), number("100")),
                    new QualitativeBands.Band("未达成预期", number("0"), number("60")))),
            new ExecutionRate(null),
            new ExecutionRate(number("90")),
            new StatedDeduction(),
            new StatedFull());

    @Provide
    Arbitrary<ScoringRule> rules() {
        return Arbitraries.of(METHODS).map(Lines::rule);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.bigDecimals()
                                .between(number("-50"), number("400"))
                                .ofScale(2)),
                Tuple.of(1, Arbitraries.of(number("0"), number("100"), number("0.01"))),
                Tuple.of(
                        1,
                        Arbitraries.bigDecimals()
                                .between(number("-1000000000000"), number("1000000000000"))
                                .ofScale(6)));
    }

    @Provide
    Arbitrary<Target> targets() {
        Arbitrary<Target> numeric = Combinators.combine(
                        Arbitraries.of(Operator.values()).filter(operator -> operator != Operator.QUALITATIVE),
                        numbers(),
                        Arbitraries.of("", "%", "人", "万元"))
                .as((operator, value, unit) -> new Target(
                        operator.printed() + value, operator, operator, new PrintedNumber(value, value.scale()), unit));
        return Arbitraries.oneOf(
                numeric, Arbitraries.of(Target.NONE, Target.words("显著提升"), Target.words("，。"), Target.words("")));
    }

    @Provide
    Arbitrary<Actual> actuals() {
        return Arbitraries.oneOf(
                numbers().map(value -> new Actual(value.toPlainString(), new PrintedNumber(value, value.scale()))),
                Arbitraries.of("", "是", "否", "显著提升", "较为显著提升", "达成预期", " ").map(text -> new Actual(text, null)));
    }

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<Optional<Chosen>> chosen = Combinators.combine(
                        Arbitraries.of("", "张三"),
                        Arbitraries.of("", "有佐证材料"),
                        numbers(),
                        Arbitraries.of("有制度", "获表彰", "别的").list().ofMaxSize(3),
                        Arbitraries.of(true, false))
                .as((by, why, share, items, yes) -> Optional.of(new Chosen(by, why, share, items, yes)));
        Arbitrary<String> texts = Arbitraries.of(
                "", "得满分", "扣1分", "扣999分", "达到得满分，每差10人扣1分，若超过50%扣3分。", "90%以上得满分，80%-90%得一半", "完成率每低1个百分点扣0.5分");
        return Combinators.combine(
                        Arbitraries.of(Subject.values()),
                        numbers(),
                        targets(),
                        actuals(),
                        Arbitraries.oneOf(
                                Arbitraries.just(Optional.<BigDecimal>empty()),
                                numbers().map(Optional::of)),
                        texts,
                        texts,
                        Arbitraries.oneOf(Arbitraries.just(Optional.<Chosen>empty()), chosen))
                .as((subject, weight, target, actual, prior, reason, standard, decision) -> new Facts(
                        subject,
                        "预算执行率",
                        weight,
                        target,
                        actual,
                        prior.orElse(null),
                        reason,
                        standard,
                        decision.orElse(null)));
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void scoresLieBetweenNothingAndTheWeight(@ForAll("rules") ScoringRule rule, @ForAll("facts") Facts facts) {
        Optional<Score> score = rule.score(facts);

        score.ifPresent(given -> {
            assertThat(given.points()).isBetween(BigDecimal.ZERO, facts.weight());
            assertThat(given.explanation()).endsWith("分").doesNotContain("null");
        });
        assertThat(rule.score(facts)).isEqualTo(score);
    }

    @Provide
    Arbitrary<Target> aims() {
        return Combinators.combine(
                        Arbitraries.of(
                                Operator.AT_LEAST, Operator.MORE, Operator.EQUAL, Operator.AT_MOST, Operator.LESS),
                        Arbitraries.bigDecimals()
                                .between(number("0"), number("120"))
                                .ofScale(1),
                        Arbitraries.of("", "人"))
                .as((operator, value, unit) -> new Target("", operator, operator, new PrintedNumber(value, 1), unit));
    }

    /** Results as parts of the target, some far above it. */
    @Provide
    Arbitrary<BigDecimal> parts() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().between(number("0"), number("1.2")).ofScale(3),
                Arbitraries.bigDecimals().between(number("1"), number("6")).ofScale(2),
                Arbitraries.of(number("0.9"), number("1")));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void doingMoreNeverCostsPointsWhereTheMethodSaysSo(
            @ForAll("aims") Target aim, @ForAll("parts") BigDecimal one, @ForAll("parts") BigDecimal other) {
        Comparison less = result(aim, one.min(other)).compared().orElseThrow();
        Comparison more = result(aim, one.max(other)).compared().orElseThrow();
        Assume.that(less.operator() != Operator.EQUAL || more.actual().compareTo(more.target()) <= 0);
        for (Method method : METHODS) {
            Optional<Score> low = Lines.rule(method).score(facts(aim, less.actual()));
            Optional<Score> high = Lines.rule(method).score(facts(aim, more.actual()));
            if (method.monotone() && low.isPresent() && high.isPresent()) {
                Score better = less.downward() ? low.get() : high.get();
                Score worse = less.downward() ? high.get() : low.get();
                assertThat(better.points()).as("%s", method).isGreaterThanOrEqualTo(worse.points());
            }
        }
    }

    private static Facts result(Target aim, BigDecimal part) {
        BigDecimal target = aim.value() == null ? BigDecimal.ZERO : aim.value().value();
        return facts(aim, target.multiply(part));
    }

    private static Facts facts(Target target, BigDecimal actual) {
        return new Facts(
                Subject.INDICATOR,
                "预算执行率",
                BigDecimal.TEN,
                target,
                new Actual("", new PrintedNumber(actual, actual.scale())),
                number("60"),
                "",
                "");
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void verdictsAreConsistent(@ForAll("facts") Facts facts, @ForAll("numbers") BigDecimal printed) {
        for (RulePack pack : RulePacks.standard().all()) {
            Verdict verdict = Inference.explain(facts, printed, pack);

            assertThat(verdict.rule() != null).isEqualTo(Boolean.TRUE.equals(verdict.reproduced()));
            assertThat(verdict.label().isEmpty()).isEqualTo(verdict.rule() == null);
            assertThat(verdict.explanation()).isNotBlank();
            if (verdict.rule() != null) {
                assertThat(verdict.expected()).isEqualByComparingTo(printed);
            }
            assertThat(Inference.explain(facts, printed, pack)).isEqualTo(verdict);
        }
    }

    @Property(tries = 300)
    void anyTextIsReadAsStandardAndReason(@ForAll String text) {
        Facts facts = new Facts(
                Subject.REPORT_ITEM,
                text,
                BigDecimal.TEN,
                Target.words(text),
                new Actual(text, null),
                null,
                text,
                text);

        assertThat(Inference.explain(facts, BigDecimal.ONE, RulePacks.standard().of(text, 2024))
                        .explanation())
                .isNotBlank();
    }
}
