package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.SummaryList;

/** The things checks run through, each with the names its relation may use. */
final class Scopes {
    /** What {@code each} may say. */
    static final List<String> WORDS = List.of("自评表", "指标", "资金行", "资金列", "目标资金", "报告", "报告分项", "完成率", "部门整体", "汇总行");

    private static final Pattern TOTAL = Pattern.compile("(?:年度)?资金总额|合计|总额");
    private static final Pattern FISCAL = Pattern.compile("财政资金小计|财政拨款小计");
    private static final Pattern OTHER = Pattern.compile("其他资金(?:小计)?");
    private static final Pattern FISCAL_PART = Pattern.compile("[①-④].*资金");
    private static final Pattern FIRST_LEVEL_PART = Pattern.compile("(?:其中[：:])?(?:当年)?财政(?:拨款|资金)|上年结转资金|其他资金");
    private static final Map<String, String> CIRCLED = Map.of(
            "①", "年初安排", "②", "年中调整", "③", "年度拨付", "④", "未拨结余", "⑤", "实际到位", "⑥", "实际支出", "⑦", "支出结余", "⑧", "结余率");

    private final PerformanceDocument document;

    Scopes(PerformanceDocument document) {
        this.document = document;
    }

    /**
     * A number with what rounding may have taken from it.
     *
     * @param value the number
     * @param half half a unit of its last printed digit; zero for exact numbers
     */
    record Figure(BigDecimal value, BigDecimal half) {
        static Figure of(PrintedNumber number) {
            boolean exact = number.value().signum() == 0 || number.decimals() == 0;
            return new Figure(
                    number.value(), exact ? BigDecimal.ZERO : new BigDecimal("0.5").movePointLeft(number.decimals()));
        }

        static Figure exact(BigDecimal value) {
            return new Figure(value, BigDecimal.ZERO);
        }
    }

    /**
     * One thing a check is applied to.
     *
     * @param key goes into the result's id
     * @param label for people
     * @param figures numbers by name
     * @param unit unit of the numbers; empty for points
     * @param cells what is involved
     */
    record Instance(String key, String label, Map<String, Figure> figures, String unit, List<CellRef> cells) {}

    List<Instance> of(String word) {
        List<Instance> instances = new ArrayList<>();
        for (Sheet sheet : document.sheets()) {
            switch (word) {
                case "自评表" -> sheet(sheet, instances);
                case "指标" -> indicators(sheet, instances);
                case "资金行" -> rows(sheet, instances);
                case "资金列" -> columns(sheet, instances);
                case "目标资金" -> targetFunding(sheet, instances);
                case "部门整体" -> department(sheet, instances);
                default -> {}
            }
        }
        for (EvaluationReport report : document.reports()) {
            switch (word) {
                case "报告" -> report(report, instances);
                case "报告分项" -> report.groups().forEach(group -> node(report, group, "", instances));
                case "完成率" -> completions(report, instances);
                default -> {}
            }
        }
        if (word.equals("汇总行")) {
            document.lists().forEach(list -> list(list, instances));
        }
        return instances;
    }

    /** The name of a sheet in findings. */
    static String topic(PerformanceDocument document, Sheet sheet) {
        return document.key(sheet) + " " + sheet.project().name();
    }

    /** The name of a report in findings. */
    static String topic(PerformanceDocument document, EvaluationReport report) {
        return document.key(report) + " " + (report.project().isEmpty() ? report.title() : report.project());
    }

    static CellRef cell(PerformanceDocument document, Sheet sheet, Indicator indicator, String column) {
        return new CellRef(topic(document, sheet), indicator.level3(), column, indicator.place());
    }

    private static void put(Map<String, Figure> figures, String name, @Nullable PrintedNumber number) {
        if (number != null) {
            figures.put(name, Figure.of(number));
        }
    }

    private void sheet(Sheet sheet, List<Instance> instances) {
        if (!sheet.kind().scored()) {
            return;
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        boolean weighed = sheet.indicators().stream().allMatch(indicator -> indicator.weight() != null);
        if (weighed) {
            figures.put("分值合计", Figure.exact(sheet.weightsSum()));
            boolean scored = sheet.indicators().stream().allMatch(indicator -> indicator.score() != null);
            if (scored) {
                figures.put("得分合计", Figure.exact(sheet.scoresSum()));
            }
        }
        put(figures, "总分值", sheet.totals().weight());
        put(figures, "总分", sheet.totals().score());
        Place place =
                sheet.totals().place() == null ? sheet.last() : sheet.totals().place();
        instances.add(new Instance(
                document.key(sheet),
                topic(document, sheet),
                figures,
                "分",
                List.of(new CellRef(topic(document, sheet), "总分", "得分", place))));
    }

    private void indicators(Sheet sheet, List<Instance> instances) {
        for (Indicator indicator : sheet.indicators()) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            put(figures, "分值", indicator.weight());
            put(figures, "得分", indicator.score());
            put(figures, "目标值", indicator.target().value());
            put(figures, "完成值", indicator.actual().value());
            instances.add(new Instance(
                    document.key(sheet) + "." + indicator.number(),
                    topic(document, sheet) + " 指标“" + indicator.level3() + "”",
                    figures,
                    "分",
                    List.of(cell(document, sheet, indicator, "得分"))));
        }
    }

    private static String role(String column) {
        String mark = column.isEmpty() ? "" : column.substring(column.length() - 1);
        return CIRCLED.getOrDefault(mark, column);
    }

    private void rows(Sheet sheet, List<Instance> instances) {
        int number = 0;
        for (Funding.Line line : sheet.funding().rows()) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            line.values().forEach((column, value) -> figures.put(role(column), Figure.of(value)));
            number++;
            instances.add(new Instance(
                    document.key(sheet) + "." + number,
                    topic(document, sheet) + " “" + line.name() + "”",
                    figures,
                    sheet.funding().unit().printed(),
                    List.of(new CellRef(topic(document, sheet), line.name(), "资金", line.place()))));
        }
    }

    /** A column of money with the total, its parts, and the parts of the fiscal part. */
    private void columns(Sheet sheet, List<Instance> instances) {
        Funding funding = sheet.funding();
        for (String column : funding.columns()) {
            boolean money = !column.matches("分值|得分|执行率|结余率.|金额");
            if (!money || funding.rows().size() < 2) {
                continue;
            }
            Map<String, Figure> figures = new LinkedHashMap<>();
            put(figures, "总额", sum(funding, column, TOTAL));
            PrintedNumber fiscal = sum(funding, column, FISCAL);
            put(figures, "财政小计", fiscal);
            put(figures, "财政各项", fiscal == null ? null : sum(funding, column, FISCAL_PART));
            put(
                    figures,
                    "各来源",
                    fiscal == null
                            ? sum(funding, column, FIRST_LEVEL_PART)
                            : plus(fiscal, sum(funding, column, OTHER)));
            Funding.Line total = funding.rows().get(0);
            instances.add(new Instance(
                    document.key(sheet) + "." + column,
                    topic(document, sheet) + " “" + column + "”",
                    figures,
                    funding.unit().printed(),
                    List.of(new CellRef(topic(document, sheet), total.name(), column, total.place()))));
        }
    }

    private static @Nullable PrintedNumber plus(PrintedNumber one, @Nullable PrintedNumber other) {
        return other == null
                ? null
                : new PrintedNumber(one.value().add(other.value()), Math.max(one.decimals(), other.decimals()));
    }

    /** The sum of the rows with such a name; null when none of them prints the column. */
    private static @Nullable PrintedNumber sum(Funding funding, String column, Pattern name) {
        PrintedNumber sum = null;
        for (Funding.Line line : funding.rows()) {
            PrintedNumber value = line.value(column);
            if (value != null && name.matcher(line.name()).matches()) {
                sum = sum == null ? value : plus(sum, value);
            }
        }
        return sum;
    }

    private void targetFunding(Sheet sheet, List<Instance> instances) {
        if (!sheet.kind().targetsOnly() || sheet.funding().rows().isEmpty()) {
            return;
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<CellRef> cells = new ArrayList<>();
        for (Funding.Line line : sheet.funding().rows()) {
            line.values().values().forEach(value -> figures.put(line.name(), Figure.of(value)));
            cells.add(new CellRef(topic(document, sheet), line.name(), "金额", line.place()));
        }
        instances.add(new Instance(
                document.key(sheet),
                topic(document, sheet),
                figures,
                sheet.funding().unit().printed(),
                cells));
    }

    /** The department's money against that of its projects. */
    private void department(Sheet sheet, List<Instance> instances) {
        if (sheet.kind() != SheetKind.DEPARTMENT) {
            return;
        }
        for (String column : List.of("年初预算数", "全年预算数", "全年执行数")) {
            PrintedNumber own = sheet.funding().total(column);
            BigDecimal sum = BigDecimal.ZERO;
            for (Sheet other : document.sheets()) {
                PrintedNumber value = other.kind() == SheetKind.SELF_EVALUATION
                        ? other.funding().total(column)
                        : null;
                sum = value == null ? sum : sum.add(value.value());
            }
            Funding.Line total = sheet.funding().rows().isEmpty()
                    ? null
                    : sheet.funding().rows().get(0);
            if (own == null || total == null || sum.signum() == 0) {
                continue;
            }
            Map<String, Figure> figures = new LinkedHashMap<>();
            put(figures, "部门数", own);
            figures.put("项目合计", Figure.exact(sum));
            instances.add(new Instance(
                    document.key(sheet) + "." + column,
                    topic(document, sheet) + " “" + column + "”",
                    figures,
                    sheet.funding().unit().printed(),
                    List.of(new CellRef(topic(document, sheet), total.name(), column, total.place()))));
        }
    }

    private void report(EvaluationReport report, List<Instance> instances) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        put(figures, "总得分", report.total() == null ? null : report.total().value());
        List<Node> items = report.items();
        boolean headed =
                !report.groups().isEmpty() && report.groups().stream().allMatch(group -> group.score() != null);
        if (headed) {
            figures.put(
                    "各类得分",
                    Figure.exact(sum(report.groups().stream().map(Node::score).toList())));
        } else {
            figures.put("分项得分", Figure.exact(sum(items.stream().map(Node::score).toList())));
        }
        boolean weighed = !items.isEmpty() && items.stream().allMatch(item -> item.weight() != null);
        if (weighed && report.kind() == EvaluationReport.Kind.EVALUATION) {
            figures.put(
                    "分项分值", Figure.exact(sum(items.stream().map(Node::weight).toList())));
        }
        if (!report.summary().isEmpty()) {
            figures.put(
                    "概述得分", Figure.exact(sum(new ArrayList<>(report.summary().values()))));
        }
        report.counts().forEach((name, amount) -> put(figures, name, amount.value()));
        figures.put("指标数", Figure.exact(BigDecimal.valueOf(items.size())));
        long full = items.stream()
                .filter(item -> item.weight() != null
                        && item.score() != null
                        && item.weight().value().compareTo(item.score().value()) == 0)
                .count();
        figures.put("满分指标数", Figure.exact(BigDecimal.valueOf(full)));
        Place place = report.total() == null ? report.first() : report.total().place();
        instances.add(new Instance(
                document.key(report),
                topic(document, report),
                figures,
                "分",
                List.of(new CellRef(topic(document, report), "总得分", "", place))));
    }

    private static BigDecimal sum(List<@Nullable PrintedNumber> numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PrintedNumber number : numbers) {
            sum = number == null ? sum : sum.add(number.value());
        }
        return sum;
    }

    private void node(EvaluationReport report, Node node, String path, List<Instance> instances) {
        if (node.children().isEmpty()) {
            return;
        }
        String name = path.isEmpty() ? node.name() : path + "/" + node.name();
        Map<String, Figure> figures = new LinkedHashMap<>();
        put(figures, "分值", node.weight());
        put(figures, "得分", node.score());
        List<Node> parts =
                node.children().stream().allMatch(child -> child.score() != null) ? node.children() : node.leaves();
        figures.put("下级得分", Figure.exact(sum(parts.stream().map(Node::score).toList())));
        boolean weighed = parts.stream().allMatch(part -> part.weight() != null);
        if (weighed) {
            figures.put(
                    "下级分值", Figure.exact(sum(parts.stream().map(Node::weight).toList())));
        }
        instances.add(new Instance(
                document.key(report) + "." + name,
                topic(document, report) + " “" + node.name() + "”",
                figures,
                "分",
                List.of(new CellRef(topic(document, report), node.name(), "", node.place()))));
        node.children().forEach(child -> node(report, child, name, instances));
    }

    private void completions(EvaluationReport report, List<Instance> instances) {
        int number = 0;
        for (Completion completion : report.completions()) {
            number++;
            Map<String, Figure> figures = new LinkedHashMap<>();
            put(figures, "完成率", completion.rate());
            put(figures, "完成", completion.actual().value());
            boolean zero = completion.target().value() != null
                    && completion.target().value().value().signum() == 0;
            put(figures, "目标", zero ? null : completion.target().value());
            figures.replaceAll((name, figure) -> name.equals("完成率") ? figure : Figure.exact(figure.value()));
            instances.add(new Instance(
                    document.key(report) + "." + number,
                    topic(document, report) + " “" + completion.name() + "”",
                    figures,
                    "%",
                    List.of(new CellRef(topic(document, report), completion.name(), "目标完成率", completion.place()))));
        }
    }

    private void list(SummaryList list, List<Instance> instances) {
        for (SummaryList.Line line : list.lines()) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            put(figures, "全年预算数", line.budget());
            put(figures, "全年执行数", line.executed());
            put(figures, "执行率", line.rate());
            put(figures, "得分", line.score());
            instances.add(new Instance(
                    line.project(),
                    "汇总表“" + line.project() + "”",
                    figures,
                    list.unit().printed(),
                    List.of(new CellRef("汇总表", line.project(), "", line.place()))));
        }
    }

    /** The amount a sentence of the document states; null when none does. */
    static @Nullable Amount stated(PerformanceDocument document, String name) {
        return document.stated().stream()
                .filter(amount -> amount.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
