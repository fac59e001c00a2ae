package org.tongchou.performance.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Percent;
import org.tongchou.money.PrintedNumber;
import org.tongchou.money.Rounding;
import org.tongchou.performance.check.PerformanceAudit;
import org.tongchou.performance.check.Scored;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SummaryList;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.scoring.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Performance as JSON: {@code {pack, tables, reports, lists, scores}}. Numbers are JSON numbers as printed; null is a
 * blank in print or something that cannot be computed.
 */
public final class PerformanceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int RATE_DECIMALS = 4;

    private final PerformanceDocument document;
    private final PerformanceAudit audit;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    private PerformanceJson(PerformanceAudit audit) {
        this.audit = audit;
        this.document = audit.document();
        for (Scored scored : audit.scored()) {
            verdicts.put(key(scored.sheet(), scored.report(), scored.item()), scored.verdict());
        }
    }

    /** All of an audit. */
    public static ObjectNode of(PerformanceAudit audit) {
        return new PerformanceJson(audit).node();
    }

    private static String key(int sheet, int report, int item) {
        return sheet + "/" + report + "/" + item;
    }

    private ObjectNode node() {
        ObjectNode node = JSON.objectNode();
        node.put("pack", audit.pack().id());
        ArrayNode tables = node.putArray("tables");
        for (int i = 0; i < document.sheets().size(); i++) {
            tables.add(sheet(i, document.sheets().get(i)));
        }
        ArrayNode reports = node.putArray("reports");
        for (int i = 0; i < document.reports().size(); i++) {
            reports.add(report(i, document.reports().get(i)));
        }
        ArrayNode lists = node.putArray("lists");
        document.lists().forEach(list -> lists.add(list(list)));
        node.putObject("scores").put("reproduced", audit.reproduced()).put("not_reproduced", audit.unexplained());
        return node;
    }

    private ObjectNode sheet(int index, Sheet sheet) {
        ObjectNode node = JSON.objectNode();
        node.put("id", document.key(sheet));
        node.put("type", sheet.kind().printed());
        put(node, "title", sheet.title());
        node.put("project", sheet.project().name());
        put(node, "department", sheet.project().department());
        put(node, "implementing_unit", sheet.project().unit());
        put(node, "functional_item", sheet.project().functionalItem());
        put(node, "unit_code", sheet.project().unitCode());
        put(node, "budget_code", sheet.project().budgetCode());
        node.put("where", sheet.where());
        node.set("money", money(index, sheet.funding()));
        node.putObject("goal")
                .put("expected", sheet.goal().expected())
                .put("achieved", sheet.goal().achieved());
        ArrayNode indicators = node.putArray("indicators");
        for (int i = 0; i < sheet.indicators().size(); i++) {
            indicators.add(indicator(index, i, sheet.indicators().get(i)));
        }
        if (sheet.kind().scored()) {
            node.put("weights_sum", sheet.weightsSum());
            node.put("total_computed", sheet.scoresSum());
        }
        node.put("total_printed", value(sheet.totals().score()));
        String grade = sheet.totals().grade();
        node.put("grade", grade.isEmpty() ? null : grade.replaceFirst("[（(].*$", ""));
        if (!grade.isEmpty()) {
            node.put("grade_printed", grade);
        }
        return node;
    }

    private static void put(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    private static @Nullable BigDecimal value(@Nullable PrintedNumber number) {
        return number == null ? null : number.value();
    }

    private ObjectNode money(int index, Funding funding) {
        ObjectNode node = JSON.objectNode();
        node.put("unit", funding.unit().printed());
        if (funding.columns().contains("全年执行数")) {
            execution(index, funding, node);
        } else if (funding.columns().equals(List.of("金额"))) {
            funding.rows()
                    .forEach(line -> line.values().values().forEach(value -> node.put(line.name(), value.value())));
        } else {
            ArrayNode columns = node.putArray("columns");
            funding.columns().forEach(columns::add);
            ArrayNode rows = node.putArray("rows");
            for (Funding.Line line : funding.rows()) {
                ObjectNode row = rows.addObject().put("name", line.name());
                ObjectNode values = row.putObject("values");
                funding.columns().forEach(column -> values.put(column, value(line.value(column))));
                row.put("where", line.place().rowLabel());
            }
        }
        return node;
    }

    private void execution(int index, Funding funding, ObjectNode node) {
        for (String column : List.of("年初预算数", "全年预算数", "全年执行数")) {
            node.put(column, value(funding.total(column)));
        }
        node.put("weight", value(funding.total("分值")));
        node.put("rate_printed", value(funding.total("执行率")));
        PrintedNumber budget = funding.total("全年预算数");
        PrintedNumber executed = funding.total("全年执行数");
        node.put(
                "rate_computed",
                budget == null || executed == null
                        ? null
                        : Percent.of(executed.value(), budget.value(), RATE_DECIMALS, Rounding.HALF_UP)
                                .map(Percent::value)
                                .orElse(null));
        node.put("score", value(funding.total("得分")));
        verdict(node, verdicts.get(key(index, -1, -1)));
        if (!funding.rows().isEmpty()) {
            node.put("where", funding.rows().get(0).place().rowLabel());
        }
        ArrayNode sources = node.putArray("sources");
        funding.rows().stream().skip(1).forEach(line -> {
            ObjectNode source = sources.addObject().put("name", line.name());
            line.values().forEach((column, value) -> source.put(column, value.value()));
        });
    }

    private static void verdict(ObjectNode node, @Nullable Verdict verdict) {
        if (verdict != null) {
            node.put("rule", verdict.label().isEmpty() ? null : verdict.label());
            node.put("expected", verdict.expected());
            node.put("reproduced", verdict.reproduced());
            node.put("explanation", verdict.explanation());
        }
    }

    private ObjectNode indicator(int sheet, int index, Indicator indicator) {
        ObjectNode node = JSON.objectNode();
        node.put("no", indicator.number());
        node.put("level1", blank(indicator.level1()));
        node.put("level2", blank(indicator.level2()));
        node.put("level3", blank(indicator.level3()));
        put(node, "explanation_text", indicator.explanation());
        put(node, "standard", indicator.standard());
        target(node, indicator.target());
        node.put("target_printed", blank(indicator.target().printed()));
        if (indicator.actual().value() == null) {
            node.put("actual", blank(indicator.actual().printed()));
        } else {
            node.put("actual", indicator.actual().value().value());
        }
        node.put("weight", value(indicator.weight()));
        node.put("score", value(indicator.score()));
        if (indicator.prior() != null) {
            node.put("prior", indicator.prior());
        }
        node.put("reason", blank(indicator.reason()));
        verdict(node, verdicts.get(key(sheet, -1, index)));
        if (!indicator.monitored().isEmpty()) {
            ObjectNode monitored = node.putObject("monitored");
            indicator.monitored().forEach(monitored::put);
        }
        node.put("where", indicator.place().rowLabel());
        return node;
    }

    private static void target(ObjectNode node, Target target) {
        node.put(
                "operator", target.operator() == null ? null : target.operator().printed());
        if (target.read() != null && target.read() != target.operator()) {
            node.put("operator_read", target.read().printed());
        }
        if (target.inWords()) {
            node.put("target", target.printed());
        } else {
            node.put("target", value(target.value()));
        }
        node.put("unit", blank(target.unit()));
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    private ObjectNode report(int index, EvaluationReport report) {
        ObjectNode node = JSON.objectNode();
        node.put("id", document.key(report));
        node.put("type", report.kind().printed());
        put(node, "title", report.title());
        put(node, "doc_no", report.docNumber());
        node.put(
                "table",
                report.sheet() < 0 ? null : document.key(document.sheets().get(report.sheet())));
        node.put("project", blank(report.project()));
        node.put("where", report.where());
        ObjectNode money = node.putObject("money");
        report.amounts().stream()
                .map(EvaluationReport.Amount::unit)
                .filter(unit -> !unit.equals("%"))
                .findFirst()
                .ifPresent(unit -> money.put("unit", unit));
        report.amounts()
                .forEach(amount -> money.put(amount.name(), amount.value().value()));
        ArrayNode groups = node.putArray("groups");
        Position at = new Position(index);
        report.groups().forEach(group -> groups.add(node(group, 0, at)));
        if (report.kind() == EvaluationReport.Kind.SELF_EVALUATION) {
            lines(report, node.putArray("lines"));
        }
        ArrayNode completion = node.putArray("completion");
        report.completions().forEach(done -> completion.add(completion(done)));
        node.put(
                "total_printed",
                report.total() == null ? null : report.total().value().value());
        node.put(
                "total_computed",
                report.items().stream()
                        .map(item -> item.score() == null
                                ? BigDecimal.ZERO
                                : item.score().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        node.put("grade", blank(report.grade()));
        return node;
    }

    /** Counts the items of a report while its tree is written. */
    private static final class Position {
        private final int report;
        private int item;

        Position(int report) {
            this.report = report;
        }
    }

    private ObjectNode node(Node part, int depth, Position at) {
        ObjectNode node = JSON.objectNode();
        node.put("name", part.name());
        node.put("weight", weight(part));
        node.put("score", value(part.score()));
        if (part.children().isEmpty()) {
            put(node, "reason", part.reason());
            verdict(node, verdicts.get(key(-1, at.report, at.item)));
            at.item++;
        } else {
            ArrayNode children = node.putArray(depth == 0 ? "subs" : "items");
            part.children().forEach(child -> children.add(node(child, depth + 1, at)));
        }
        node.put("where", part.place().rowLabel());
        return node;
    }

    /** The points to be had as stated, or those of all parts where only these are stated; null when neither is. */
    private static @Nullable BigDecimal weight(Node part) {
        if (part.weight() != null || part.children().isEmpty()) {
            return value(part.weight());
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Node child : part.children()) {
            BigDecimal own = weight(child);
            if (own == null) {
                return null;
            }
            sum = sum.add(own);
        }
        return sum;
    }

    private void lines(EvaluationReport report, ArrayNode lines) {
        audit.pairs(report)
                .forEach((item, indicator) -> lines.addObject()
                        .put("table_indicator", indicator.number())
                        .put("weight", value(item.weight()))
                        .put("score", value(item.score())));
    }

    private static ObjectNode completion(Completion completion) {
        ObjectNode node = JSON.objectNode();
        node.put("name", completion.name());
        node.put("target", value(completion.target().value()));
        node.put("unit", blank(completion.target().unit()));
        node.put("actual", value(completion.actual().value()));
        node.put("rate_printed", value(completion.rate()));
        node.put("where", completion.place().rowLabel());
        return node;
    }

    private static ObjectNode list(SummaryList list) {
        ObjectNode node = JSON.objectNode();
        node.put("title", blank(list.title()));
        node.put("unit", list.unit().printed());
        ArrayNode lines = node.putArray("lines");
        for (SummaryList.Line line : list.lines()) {
            lines.addObject()
                    .put("project", line.project())
                    .put("budget", value(line.budget()))
                    .put("executed", value(line.executed()))
                    .put("rate_printed", value(line.rate()))
                    .put("score", value(line.score()))
                    .put("grade", blank(line.grade()))
                    .put("where", line.place().rowLabel());
        }
        return node;
    }
}
