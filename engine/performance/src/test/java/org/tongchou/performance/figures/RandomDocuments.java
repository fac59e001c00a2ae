package org.tongchou.performance.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.SummaryList;
import org.tongchou.performance.model.Target;

/** Random documents, with every text that YAML could trip over. */
public final class RandomDocuments {
    private static final Place PLACE = Place.line(1);

    private RandomDocuments() {}

    /** Text as documents have it, and everything that YAML could trip over. */
    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just("")),
                net.jqwik.api.Tuple.of(
                        4,
                        Arbitraries.of(
                                "数量指标", "重复参保 人数", "null", "yes", "~", "- a", "a: b", "#", "07", "1e3", " x ",
                                "“三公”经费")),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.strings()
                                .withChars("率≥，。：:{}[]\"'\\#&*!|>%@`,-? \n\t\r\u0007\u200b\ue000９①")
                                .ofMaxLength(12)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("😀", "𠮷野")));
    }

    private static Arbitrary<PrintedNumber> printed() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(3)
                .flatMap(value -> Arbitraries.integers()
                        .between(0, 3)
                        .map(scale -> new PrintedNumber(value.setScale(scale, java.math.RoundingMode.HALF_UP), scale)));
    }

    private static Arbitrary<Target> targetOf() {
        Arbitrary<Operator> sign = Arbitraries.of(Operator.class);
        return Combinators.combine(
                        text(),
                        sign.injectNull(0.4),
                        sign.injectNull(0.2),
                        printed().injectNull(0.3),
                        text(),
                        Arbitraries.integers().between(0, 3))
                .as((printed, operator, read, value, unit, shape) -> switch (shape) {
                    case 0 -> Target.NONE;
                    case 1 -> Target.words(printed);
                    case 2 ->
                        value == null || operator == null
                                ? Target.NONE
                                : SampleDocuments.target(
                                        operator.printed(), value.value().abs().toPlainString(), unit);
                    default -> new Target(printed, operator, read, value, unit);
                });
    }

    private static Arbitrary<Actual> actualOf() {
        return Combinators.combine(text(), printed().injectNull(0.3), Arbitraries.of(true, false))
                .as((printed, value, bare) -> bare && value != null
                        ? new Actual(value.value().toPlainString(), value)
                        : new Actual(printed, value));
    }

    private static Arbitrary<Indicator> indicatorOf() {
        Arbitrary<Map<String, String>> monitored =
                Arbitraries.maps(text(), text()).ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        text().list().ofSize(6),
                        targetOf(),
                        actualOf(),
                        printed().injectNull(0.2).list().ofSize(3),
                        monitored)
                .as((number, texts, target, actual, numbers, values) -> new Indicator(
                        number,
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        texts.get(3),
                        texts.get(4),
                        target,
                        actual,
                        numbers.get(0),
                        numbers.get(1),
                        numbers.get(2) == null ? null : numbers.get(2).value(),
                        texts.get(5),
                        values,
                        PLACE));
    }

    private static Arbitrary<Funding> fundingOf() {
        Arbitrary<List<String>> columns = Arbitraries.oneOf(
                Arbitraries.of(List.of(SampleDocuments.EXECUTION, SampleDocuments.MARKED)),
                text().list().uniqueElements().ofMaxSize(10));
        return columns.flatMap(names -> Combinators.combine(
                        text(), printed().injectNull(0.3).list().ofSize(names.size()))
                .as((name, numbers) -> {
                    Map<String, PrintedNumber> values = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        if (numbers.get(i) != null) {
                            values.put(names.get(i), numbers.get(i));
                        }
                    }
                    return new Funding.Line(name, values, PLACE);
                })
                .list()
                .ofMaxSize(3)
                .flatMap(rows -> Arbitraries.of(MoneyUnit.class).map(unit -> new Funding(unit, names, rows))));
    }

    /** A random sheet of any kind. */
    public static Arbitrary<Sheet> sheets() {
        return Combinators.combine(
                        Arbitraries.of(SheetKind.class),
                        text().list().ofSize(10),
                        fundingOf(),
                        indicatorOf().list().ofMaxSize(4),
                        printed().injectNull(0.3).list().ofSize(2))
                .as((kind, texts, funding, indicators, totals) -> new Sheet(
                        kind,
                        texts.get(0),
                        new Sheet.Project(
                                texts.get(1), texts.get(2), texts.get(3), texts.get(4), texts.get(5), texts.get(6)),
                        funding,
                        new Sheet.Goal(texts.get(7), texts.get(8)),
                        indicators,
                        new Sheet.Totals(totals.get(0), totals.get(1), texts.get(9), null),
                        PLACE,
                        PLACE));
    }

    private static Arbitrary<Amount> amountOf() {
        return Combinators.combine(text(), printed(), text())
                .as((name, value, unit) -> new Amount(name, value, unit, PLACE));
    }

    private static Arbitrary<Node> nodeOf(int depth) {
        Arbitrary<List<Node>> children = depth == 0
                ? Arbitraries.just(List.of())
                : nodeOf(depth - 1).list().ofMaxSize(2);
        return Combinators.combine(
                        text().list().ofSize(2),
                        printed().injectNull(0.3).list().ofSize(2),
                        targetOf(),
                        actualOf(),
                        children)
                .as((texts, numbers, target, actual, parts) -> new Node(
                        texts.get(0), numbers.get(0), numbers.get(1), target, actual, texts.get(1), parts, PLACE));
    }

    /** A random report of any kind. */
    public static Arbitrary<EvaluationReport> reports() {
        Arbitrary<Completion> completion = Combinators.combine(
                        text(), targetOf(), actualOf(), printed().injectNull(0.3))
                .as((name, target, actual, rate) -> new Completion(name, target, actual, rate, PLACE));
        return Combinators.combine(
                        Arbitraries.of(EvaluationReport.Kind.class),
                        text().list().ofSize(4),
                        amountOf().list().ofMaxSize(3),
                        nodeOf(2).list().ofMaxSize(2),
                        completion.list().ofMaxSize(2),
                        Arbitraries.maps(text(), printed()).ofMaxSize(3),
                        Arbitraries.maps(text(), amountOf()).ofMaxSize(2),
                        amountOf().injectNull(0.3))
                .as((kind, texts, amounts, groups, completions, summary, counts, total) -> new EvaluationReport(
                        kind,
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        amounts.size() - 1,
                        amounts,
                        groups,
                        completions,
                        summary,
                        counts,
                        total,
                        texts.get(3),
                        PLACE,
                        PLACE));
    }

    private static Arbitrary<SummaryList> lists() {
        Arbitrary<SummaryList.Line> line = Combinators.combine(
                        text().list().ofSize(2),
                        printed().injectNull(0.3).list().ofSize(4))
                .as((texts, numbers) -> new SummaryList.Line(
                        texts.get(0),
                        numbers.get(0),
                        numbers.get(1),
                        numbers.get(2),
                        numbers.get(3),
                        texts.get(1),
                        PLACE));
        return Combinators.combine(
                        text(), Arbitraries.of(MoneyUnit.class), line.list().ofMaxSize(3))
                .as((title, unit, lines) -> new SummaryList(title, unit, lines, PLACE, PLACE));
    }

    /** A random document. */
    public static Arbitrary<PerformanceDocument> documents() {
        Function<String, @Nullable String> known = text -> text.isEmpty() ? null : text;
        return Combinators.combine(
                        text().list().ofSize(3),
                        Arbitraries.integers().between(2015, 2035).injectNull(0.3),
                        sheets().list().ofMaxSize(2),
                        reports().list().ofMaxSize(2),
                        lists().list().ofMaxSize(2),
                        amountOf().list().ofMaxSize(2))
                .as((texts, year, sheets, reports, lists, stated) -> new PerformanceDocument(
                        texts.get(0),
                        known.apply(texts.get(1)),
                        known.apply(texts.get(2)),
                        year,
                        sheets,
                        reports,
                        lists,
                        new ArrayList<>(stated),
                        List.of()));
    }
}
