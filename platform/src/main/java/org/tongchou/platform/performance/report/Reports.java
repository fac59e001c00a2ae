package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.publish.ReportTexts;
import org.tongchou.performance.read.Targets;
import org.tongchou.platform.performance.evaluation.Scored;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.TargetSheet;

/** Turns sampled evaluations into the engine's reports. */
final class Reports {
    private static final Place NOWHERE = Place.line(1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String FULL = "得满分";

    private Reports() {}

    /**
     * A report.
     *
     * @param index of the sheet about the same project in the document
     */
    static EvaluationReport of(TargetSheet sheet, Scored scored, Review review, String bureau, int index) {
        Map<String, PrintedNumber> summary = new LinkedHashMap<>();
        sections(review.items()).forEach((section, items) -> summary.put(section, score(items)));
        BigDecimal total = review.total();
        return new EvaluationReport(
                EvaluationReport.Kind.EVALUATION,
                bureau + sheet.year() + "年项目支出绩效评价报告——" + sheet.projectName(),
                review.number(),
                sheet.projectName(),
                index,
                List.of(
                        amount("累计安排", scored.money().total().adjustedFen()),
                        amount("实际支出", scored.money().total().executedFen())),
                groups(review, scored),
                completions(scored),
                summary,
                Map.of(),
                total == null ? null : new Amount("总得分", SheetForms.number(total), "分", NOWHERE),
                review.grade(),
                NOWHERE,
                NOWHERE);
    }

    /** What people wrote. */
    static ReportTexts texts(Review.Texts texts) {
        return new ReportTexts(
                paragraphs(texts.background()),
                paragraphs(texts.organisation()),
                paragraphs(texts.problems()),
                paragraphs(texts.measures()),
                paragraphs(texts.advice()));
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Amount amount(String name, long fen) {
        return new Amount(name, Money.printed(fen), "万元", NOWHERE);
    }

    private static Map<String, List<Review.Item>> sections(List<Review.Item> items) {
        Map<String, List<Review.Item>> sections = new LinkedHashMap<>();
        items.forEach(item -> sections.computeIfAbsent(item.section(), section -> new ArrayList<>())
                .add(item));
        return sections;
    }

    private static List<Node> groups(Review review, Scored scored) {
        Map<String, List<Review.Item>> parts = new LinkedHashMap<>();
        review.items()
                .forEach(item -> parts.computeIfAbsent(item.part(), part -> new ArrayList<>())
                        .add(item));
        List<Node> groups = new ArrayList<>();
        parts.forEach((part, items) -> {
            List<Node> sections = new ArrayList<>();
            sections(items)
                    .forEach((section, own) -> sections.add(node(
                            section,
                            own,
                            own.stream().map(item -> leaf(item, scored)).toList())));
            groups.add(node(part, items, sections));
        });
        return groups;
    }

    private static Node node(String name, List<Review.Item> items, List<Node> children) {
        BigDecimal weight = items.stream().map(Review.Item::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Node(name, SheetForms.number(weight), score(items), Target.NONE, Actual.NONE, "", children, NOWHERE);
    }

    private static PrintedNumber score(List<Review.Item> items) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Review.Item item : items) {
            BigDecimal score = item.score();
            sum = score == null ? sum : sum.add(score);
        }
        return SheetForms.number(sum);
    }

    private static Node leaf(Review.Item item, Scored scored) {
        Optional<Scored.Line> line = line(item, scored);
        Target target = line.map(found -> found.line().toTarget()).orElse(Target.NONE);
        Actual actual = line.map(found -> Targets.actual(found.value().actual(), target))
                .orElse(Actual.NONE);
        return new Node(
                item.name(),
                SheetForms.number(item.weight()),
                score(List.of(item)),
                target,
                actual,
                reason(item, line.orElse(null)),
                List.of(),
                NOWHERE);
    }

    /** Why: the value first, then what people say, then the deduction, so that the points follow from the sentence. */
    private static String reason(Review.Item item, Scored.@Nullable Line line) {
        BigDecimal given = item.score();
        BigDecimal score = given == null ? BigDecimal.ZERO : given;
        List<String> parts = new ArrayList<>();
        if (line != null) {
            parts.add(item.name() + line.value().actual() + line.line().unit());
        }
        if (score.compareTo(item.weight()) == 0) {
            parts.add(FULL);
        } else {
            parts.add(item.reason());
            parts.add("扣" + PrintedNumber.shortest(item.weight().subtract(score)) + "分");
        }
        return String.join("，", parts);
    }

    private static Optional<Scored.Line> line(Review.Item item, Scored scored) {
        return scored.lines().stream()
                .filter(line -> line.line().id() != null && line.line().id().equals(item.indicatorId()))
                .findFirst();
    }

    private static List<Completion> completions(Scored scored) {
        List<Completion> completions = new ArrayList<>();
        for (Scored.Line line : scored.lines()) {
            Target target = line.line().toTarget();
            Actual actual = Targets.actual(line.value().actual(), target);
            PrintedNumber aim = target.value();
            PrintedNumber done = actual.value();
            if (aim != null && done != null && aim.value().signum() > 0) {
                BigDecimal rate = done.value().multiply(HUNDRED).divide(aim.value(), 2, RoundingMode.HALF_UP);
                completions.add(
                        new Completion(line.line().name(), target, actual, new PrintedNumber(rate, 2), NOWHERE));
            }
        }
        return completions;
    }
}
