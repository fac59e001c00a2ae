package org.tongchou.performance.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.check.Supplement;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.check.PerformanceAudit;
import org.tongchou.performance.check.Scored;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SummaryList;
import org.tongchou.performance.scoring.Verdict;
import tools.jackson.databind.JsonNode;

/**
 * The performance part in the report of an audited document.
 *
 * @param audit what was read and checked
 */
public record PerformanceSupplement(PerformanceAudit audit) implements Supplement {
    private static final List<String> COLUMNS =
            List.of("一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分", "计分规则", "应得", "说明");

    /**
     * Adds what was found about performance to an audit of accounts; nothing when there is nothing. A document of
     * performance alone is not asked for accounts: what could not be checked there is left out.
     */
    public static Audit add(Audit accounts, PerformanceAudit performance) {
        if (performance.document().isEmpty()) {
            return accounts;
        }
        boolean alone = accounts.document().tables().isEmpty();
        Audit before = alone
                ? new Audit(
                        accounts.document(),
                        accounts.results().stream()
                                .filter(result -> result.outcome() != Outcome.SKIP)
                                .toList())
                : accounts;
        return before.and(
                new PerformanceSupplement(performance),
                performance.results(),
                performance.document().problems());
    }

    @Override
    public String key() {
        return "performance";
    }

    @Override
    public String title() {
        return "绩效";
    }

    @Override
    public String summary() {
        PerformanceDocument document = audit.document();
        List<String> parts = new ArrayList<>();
        int indicators = document.sheets().stream()
                .mapToInt(sheet -> sheet.indicators().size())
                .sum();
        if (!document.sheets().isEmpty()) {
            parts.add("表 " + document.sheets().size() + " 张、指标 " + indicators + " 个");
        }
        if (!document.reports().isEmpty()) {
            parts.add("报告 " + document.reports().size() + " 份");
        }
        if (!document.lists().isEmpty()) {
            parts.add("汇总表 " + document.lists().size() + " 张");
        }
        if (audit.reproduced() + audit.unexplained() > 0) {
            parts.add("得分按规则算出 " + audit.reproduced() + " 项、无规则可解释 " + audit.unexplained() + " 项");
        }
        return String.join(" · ", parts);
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public JsonNode json() {
        return PerformanceJson.of(audit);
    }

    @Override
    public List<Listing> listings() {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Scored scored : audit.scored()) {
            verdicts.put(key(scored.sheet(), scored.report(), scored.item()), scored.verdict());
        }
        PerformanceDocument document = audit.document();
        List<Listing> listings = new ArrayList<>();
        for (int i = 0; i < document.sheets().size(); i++) {
            listings.add(sheet(i, document.sheets().get(i), verdicts));
        }
        for (int i = 0; i < document.reports().size(); i++) {
            listings.add(report(i, document.reports().get(i), verdicts));
        }
        document.lists().forEach(list -> listings.add(list(list)));
        return listings;
    }

    private static String key(int sheet, int report, int item) {
        return sheet + "/" + report + "/" + item;
    }

    private Listing sheet(int index, Sheet sheet, Map<String, Verdict> verdicts) {
        String topic = audit.document().key(sheet) + " " + sheet.project().name();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sheet.funding().rows().size(); i++) {
            Funding.Line line = sheet.funding().rows().get(i);
            lines.add(funding(line, i == 0 ? verdicts.get(key(index, -1, -1)) : null));
        }
        for (int i = 0; i < sheet.indicators().size(); i++) {
            lines.add(indicator(sheet.indicators().get(i), verdicts.get(key(index, -1, i))));
        }
        if (sheet.totals().score() != null && sheet.totals().place() != null) {
            lines.add(new Line(
                    "总分",
                    sheet.totals().place(),
                    List.of(
                            "总分",
                            "",
                            "",
                            "",
                            "",
                            text(sheet.totals().weight()),
                            text(sheet.totals().score()),
                            "",
                            plain(sheet.scoresSum()),
                            sheet.totals().grade())));
        }
        String note = sheet.kind().printed() + " · " + sheet.where()
                + (sheet.project().unit().isEmpty()
                        ? ""
                        : " · " + sheet.project().unit())
                + " · 金额单位 " + sheet.funding().unit().printed();
        return new Listing(topic, topic, note, lines);
    }

    private static Line funding(Funding.Line line, @Nullable Verdict verdict) {
        String amounts = line.values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("分值") && !entry.getKey().equals("得分"))
                .map(entry -> entry.getKey() + " "
                        + PrintedNumber.print(entry.getValue().value()))
                .collect(Collectors.joining("；"));
        return new Line(
                line.name(),
                line.place(),
                List.of(
                        "资金",
                        "",
                        line.name(),
                        "",
                        "",
                        text(line.value("分值")),
                        text(line.value("得分")),
                        rule(verdict),
                        expected(verdict),
                        verdict == null ? amounts : amounts + "。" + verdict.explanation()));
    }

    private static Line indicator(Indicator indicator, @Nullable Verdict verdict) {
        String why = verdict == null ? "" : verdict.explanation();
        return new Line(
                indicator.level3(),
                indicator.place(),
                List.of(
                        indicator.level1(),
                        indicator.level2(),
                        indicator.level3(),
                        indicator.target().printed(),
                        indicator.actual().printed(),
                        text(indicator.weight()),
                        text(indicator.score()),
                        rule(verdict),
                        expected(verdict),
                        indicator.reason().isEmpty() ? why : why + "。偏差原因：" + indicator.reason()));
    }

    private Listing report(int index, EvaluationReport report, Map<String, Verdict> verdicts) {
        String topic =
                audit.document().key(report) + " " + (report.project().isEmpty() ? report.title() : report.project());
        List<Line> lines = new ArrayList<>();
        if (report.total() != null) {
            lines.add(new Line(
                    "总得分",
                    report.total().place(),
                    List.of("总得分", "", "", "", "", "", text(report.total().value()), "", "", report.grade())));
        }
        report.amounts()
                .forEach(amount -> lines.add(new Line(
                        amount.name(),
                        amount.place(),
                        List.of(
                                "资金",
                                "",
                                amount.name(),
                                "",
                                text(amount.value()) + amount.unit(),
                                "",
                                "",
                                "",
                                "",
                                ""))));
        int[] item = {0};
        for (Node group : report.groups()) {
            lines.add(part(group, group.name(), "", ""));
            for (Node part : group.children()) {
                if (!part.children().isEmpty()) {
                    lines.add(part(part, group.name(), part.name(), ""));
                }
                for (Node leaf : part.leaves()) {
                    lines.add(leaf(group, part, leaf, verdicts.get(key(-1, index, item[0]))));
                    item[0]++;
                }
            }
        }
        report.completions()
                .forEach(done -> lines.add(new Line(
                        done.name(),
                        done.place(),
                        List.of(
                                "目标完成情况",
                                "",
                                done.name(),
                                done.target().printed(),
                                done.actual().printed(),
                                "",
                                "",
                                "",
                                "",
                                done.rate() == null ? "" : "完成率 " + text(done.rate()) + "%"))));
        String note = report.kind().printed() + " · " + report.where()
                + (report.docNumber().isEmpty() ? "" : " · " + report.docNumber());
        return new Listing(topic, topic, note, lines);
    }

    private static Line part(Node node, String group, String part, String name) {
        return new Line(
                node.name(),
                node.place(),
                List.of(group, part, name, "", "", text(node.weight()), text(node.score()), "", "", ""));
    }

    private static Line leaf(Node group, Node part, Node leaf, @Nullable Verdict verdict) {
        return new Line(
                leaf.name(),
                leaf.place(),
                List.of(
                        group.name(),
                        part.children().isEmpty() ? "" : part.name(),
                        leaf.name(),
                        leaf.target().printed(),
                        leaf.actual().printed(),
                        text(leaf.weight()),
                        text(leaf.score()),
                        rule(verdict),
                        expected(verdict),
                        verdict == null ? leaf.reason() : verdict.explanation()));
    }

    private static Listing list(SummaryList list) {
        List<Line> lines = list.lines().stream()
                .map(line -> new Line(
                        line.project(),
                        line.place(),
                        List.of(
                                "汇总",
                                "",
                                line.project(),
                                text(line.budget()),
                                text(line.executed()),
                                "",
                                text(line.score()),
                                "",
                                "",
                                line.grade())))
                .toList();
        String title = list.title().isEmpty() ? "汇总表" : list.title();
        return new Listing("汇总表", title, "金额单位 " + list.unit().printed(), lines);
    }

    private static String text(@Nullable PrintedNumber number) {
        return number == null ? "" : plain(number.value());
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    /** The rule as people call it; a dash where none gives the score. */
    private static String rule(@Nullable Verdict verdict) {
        if (verdict == null || verdict.reproduced() == null) {
            return "";
        }
        return verdict.rule() == null ? "—" : verdict.rule().name();
    }

    private static String expected(@Nullable Verdict verdict) {
        return verdict == null || verdict.expected() == null ? "" : PrintedNumber.shortest(verdict.expected());
    }
}
