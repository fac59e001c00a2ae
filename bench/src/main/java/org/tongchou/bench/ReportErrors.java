package org.tongchou.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.PerformanceDocument;

/** Errors in evaluation reports, and in sentences about sheets and reports. */
final class ReportErrors {
    private static final Pattern WEIGHT = Pattern.compile("(?:满分|分值|总分)\\s*([\\d.]+)|（([\\d.]+)%）");
    private static final Pattern SCORE = Pattern.compile("得分?\\s*([\\d.]+)\\s*分");
    private static final Pattern GRADE = Pattern.compile("(?<=等级：|等级为)[优良中差]");

    /** A character that no name has. */
    private static final String OTHER = "某";

    private final PerformanceDocument document;

    private ReportErrors(PerformanceDocument document) {
        this.document = document;
    }

    /** A number somewhere in a sentence. */
    private record Spot(@Nullable PrintedNumber value, Place place) {
        static Spot of(Amount amount) {
            return new Spot(amount.value(), amount.place());
        }
    }

    /**
     * The kinds of errors that reports and sentences of a document can have.
     *
     * @param document the clean document as recognised
     */
    static List<ErrorKind> all(PerformanceDocument document) {
        return new ReportErrors(document).kinds();
    }

    private List<ErrorKind> kinds() {
        List<Node> items = reports().flatMap(report -> report.items().stream()).toList();
        List<Node> parts = reports()
                .flatMap(report -> report.groups().stream())
                .flatMap(ReportErrors::inner)
                .toList();
        List<ErrorKind> kinds = new ArrayList<>();
        kinds.add(points("report-item-weight", "报告中一项的满分印错", items, WEIGHT));
        kinds.add(points("report-item-score", "报告中一项的得分印错", items, SCORE));
        kinds.add(points("report-part-weight", "报告中一类的满分印错", parts, WEIGHT));
        kinds.add(points("report-part-score", "报告中一类的得分印错", parts, SCORE));
        kinds.add(number("report-total", "报告总得分印错", totals().map(Spot::of).toList()));
        kinds.add(new ErrorKind("report-grade", "报告等级与总得分不符", this::grade));
        kinds.add(new ErrorKind("report-name", "报告中的指标名称与自评表不符", this::name));
        kinds.add(number(
                "report-rate",
                "报告中的目标完成率算错",
                reports()
                        .flatMap(report -> report.completions().stream())
                        .map(done -> new Spot(done.rate(), done.place()))
                        .toList()));
        kinds.add(number(
                "report-value",
                "报告中的完成值与自评表不符",
                reports()
                        .flatMap(report -> report.completions().stream())
                        .map(done -> new Spot(done.actual().value(), done.place()))
                        .toList()));
        kinds.add(number(
                "report-money",
                "报告中的资金与自评表不符",
                reports()
                        .flatMap(report -> report.amounts().stream())
                        .map(Spot::of)
                        .toList()));
        kinds.add(number(
                "report-count",
                "报告所述目标个数与所列指标不符",
                reports()
                        .flatMap(report -> report.counts().values().stream())
                        .map(Spot::of)
                        .toList()));
        kinds.add(number(
                "stated-count",
                "说明所述项目个数与所附表、报告不符",
                document.stated().stream().map(Spot::of).toList()));
        return kinds;
    }

    private Stream<EvaluationReport> reports() {
        return document.reports().stream();
    }

    private Stream<Amount> totals() {
        return reports().map(EvaluationReport::total).flatMap(Stream::ofNullable);
    }

    /** A part and its parts, without the lowest. */
    private static Stream<Node> inner(Node node) {
        return node.children().isEmpty()
                ? Stream.of()
                : Stream.concat(Stream.of(node), node.children().stream().flatMap(ReportErrors::inner));
    }

    /** Changes the first such number after the name of a part. */
    private static ErrorKind points(String id, String says, List<Node> nodes, Pattern pattern) {
        return new ErrorKind(
                id,
                says,
                (specimen, random) -> Specimen.pick(nodes, random)
                        .flatMap(node -> planted(specimen, node.place(), text -> {
                            Matcher matcher = pattern.matcher(text);
                            boolean found = matcher.find(Math.max(0, text.indexOf(node.name())));
                            int group = found && matcher.group(1) == null ? 2 : 1;
                            return !found || matcher.start(group) < text.indexOf(node.name())
                                    ? text
                                    : text.substring(0, matcher.start(group))
                                            + Specimen.changeDigit(matcher.group(group), random)
                                            + text.substring(matcher.end(group));
                        })));
    }

    private static ErrorKind number(String id, String says, List<Spot> spots) {
        return new ErrorKind(
                id,
                says,
                (specimen, random) -> Specimen.pick(spots, random)
                        .flatMap(spot -> planted(specimen, spot.place(), text -> {
                            BigDecimal value = spot.value() == null
                                    ? BigDecimal.ZERO
                                    : spot.value().value();
                            return Specimen.replaceNumber(
                                    text, value, printed -> Specimen.changeDigit(printed, random));
                        })));
    }

    private Optional<Planted> grade(Specimen specimen, Random random) {
        return Specimen.pick(totals().toList(), random)
                .flatMap(total -> planted(
                        specimen,
                        total.place(),
                        text -> GRADE.matcher(text)
                                .replaceFirst(match -> SheetErrors.otherGrade(match.group(), random))));
    }

    /** Replaces a character in the name of an item that the sheet has too. */
    private Optional<Planted> name(Specimen specimen, Random random) {
        List<Node> items = reports()
                .filter(report -> report.sheet() >= 0)
                .flatMap(report -> report.items().stream().filter(inSheet(report)))
                .toList();
        return Specimen.pick(items, random).flatMap(item -> {
            int at = random.nextInt(item.name().length());
            String changed = item.name().substring(0, at) + OTHER + item.name().substring(at + 1);
            return planted(specimen, item.place(), text -> text.replace(item.name(), changed));
        });
    }

    private Predicate<Node> inSheet(EvaluationReport report) {
        return item -> document.sheets().get(report.sheet()).indicators().stream()
                .anyMatch(indicator -> indicator.level3().equals(item.name()));
    }

    /** The changed sentence; empty when nothing in it could be changed. */
    private static Optional<Planted> planted(Specimen specimen, Place place, UnaryOperator<String> change) {
        String before = specimen.paragraph(place).orElse("");
        String after = change.apply(before);
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Planted(
                        specimen.withParagraph(place, text -> after),
                        Set.of(place.wholeRow()),
                        place.label() + "：" + before + " → " + after));
    }
}
