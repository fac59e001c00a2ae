package org.tongchou.performance.read;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.SampleDocuments;
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

/** An invented document in which everything agrees: a sheet, two reports about it, a list. */
public final class CleanDocument {
    /** The project it is about. */
    public static final String PROJECT = "乡镇医保服务站建设";

    private static final Place PLACE = Place.line(1);
    private static final List<String> COLUMNS = List.of("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分");

    private CleanDocument() {}

    private static PrintedNumber number(String printed) {
        return SampleDocuments.number(printed);
    }

    private static Funding.Line money(String name, String... values) {
        Map<String, PrintedNumber> numbers = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                numbers.put(COLUMNS.get(i), number(values[i]));
            }
        }
        return new Funding.Line(name, numbers, PLACE);
    }

    private static Indicator line(
            int number, String level1, String level2, String name, Target target, String actual, String points) {
        return new Indicator(
                number,
                level1,
                level2,
                name,
                "",
                "",
                target,
                new Actual(actual, PrintedNumber.find(actual).orElse(null)),
                number(points),
                number(points),
                (BigDecimal) null,
                "",
                Map.of(),
                PLACE);
    }

    /** A sheet that earns all its points. */
    public static Sheet sheet() {
        return new Sheet(
                SheetKind.SELF_EVALUATION,
                "项目支出绩效自评表",
                new Sheet.Project(PROJECT, "样例市医疗保障局", "样例市医保中心", "", "", ""),
                new Funding(
                        MoneyUnit.WAN_YUAN,
                        COLUMNS,
                        List.of(
                                money("年度资金总额", "150.00", "148.00", "148.00", "10", "100.00", "10"),
                                money("其中：当年财政拨款", "150.00", "148.00", "148.00", "", "100.00"),
                                money("其他资金", "0.00", "0.00", "0.00", "", "0.00"))),
                new Sheet.Goal("服务站覆盖全部乡镇。", "服务站全部建成。"),
                List.of(
                        line(1, "产出指标", "数量指标", "建成服务站", SampleDocuments.target("≥", "18", "家"), "19", "40"),
                        line(2, "产出指标", "质量指标", "投诉办结率", SampleDocuments.target("=", "100", "%"), "100", "20"),
                        line(3, "效益指标", "社会效益指标", "政策知晓程度", Target.words("明显提升"), "明显提升", "20"),
                        line(4, "满意度指标", "服务对象满意度指标", "办事群众满意度", SampleDocuments.target("≥", "90", "%"), "92.5", "10")),
                new Sheet.Totals(number("100"), number("100"), "优", PLACE),
                PLACE,
                PLACE);
    }

    private static Node node(String name, String points, String reason, Node... parts) {
        return new Node(name, number(points), number(points), Target.NONE, Actual.NONE, reason, List.of(parts), PLACE);
    }

    /** The number in the reason is what was reached. */
    private static Node built() {
        return new Node(
                "建成服务站",
                number("40"),
                number("40"),
                Target.NONE,
                new Actual("19家", number("19")),
                "建成19家，得满分",
                List.of(),
                PLACE);
    }

    private static Node said(String name, String points, Target target, String actual) {
        return new Node(
                name, number(points), number(points), target, Targets.actual(actual, target), "", List.of(), PLACE);
    }

    /** A report with points of its own, 100 in all. */
    public static EvaluationReport evaluation() {
        Map<String, PrintedNumber> summary = new LinkedHashMap<>();
        summary.put("项目立项", number("20"));
        summary.put("资金管理", number("20"));
        summary.put("数量指标", number("40"));
        summary.put("社会效益指标", number("20"));
        return new EvaluationReport(
                EvaluationReport.Kind.EVALUATION,
                "样例市医疗保障局2024年市级财政项目——" + PROJECT + "支出绩效评价报告",
                "样医保绩〔2025〕3号",
                PROJECT,
                0,
                List.of(
                        new Amount("累计安排", number("148.00"), "万元", PLACE),
                        new Amount("年初预算", number("150.00"), "万元", PLACE),
                        new Amount("实际到位", number("148.00"), "万元", PLACE),
                        new Amount("实际支出", number("148.00"), "万元", PLACE)),
                List.of(
                        node("决策", "20", "", node("项目立项", "20", "", node("立项依据充分性", "20", "依据齐全，得满分"))),
                        node("过程", "20", "", node("资金管理", "20", "", node("资金使用合规性", "20", "未见挪用，得满分"))),
                        node("产出", "40", "", node("数量指标", "40", "", built())),
                        node("效益", "20", "", node("社会效益指标", "20", "", node("政策知晓程度", "20", "明显提升，得满分")))),
                List.of(
                        new Completion(
                                "建成服务站",
                                new Target("18家", null, Operator.AT_LEAST, number("18"), "家"),
                                new Actual("19", number("19")),
                                number("105.56"),
                                PLACE),
                        new Completion("政策知晓程度", Target.words("明显提升"), new Actual("明显提升", null), null, PLACE)),
                summary,
                Map.of(),
                new Amount("总得分", number("100"), "分", PLACE),
                "优",
                PLACE,
                PLACE);
    }

    /** A report that repeats the points of the sheet. */
    public static EvaluationReport selfEvaluation() {
        Map<String, Amount> counts = new LinkedHashMap<>();
        counts.put("设置绩效目标", new Amount("设置绩效目标", number("4"), "个", PLACE));
        counts.put("实际完成", new Amount("实际完成", number("4"), "个", PLACE));
        return new EvaluationReport(
                EvaluationReport.Kind.SELF_EVALUATION,
                "专项资金绩效自评报告（一）",
                "",
                PROJECT,
                0,
                List.of(),
                List.of(
                        node(
                                "产出指标",
                                "60",
                                "",
                                said("建成服务站", "40", SampleDocuments.target("≥", "18", "家"), "19家"),
                                said("投诉办结率", "20", SampleDocuments.target("=", "100", "%"), "100%")),
                        node("效益指标", "20", "", said("政策知晓程度", "20", Target.words("明显提升"), "明显提升")),
                        node(
                                "满意度指标",
                                "10",
                                "",
                                node(
                                        "服务对象满意度指标",
                                        "10",
                                        "",
                                        said("办事群众满意度", "10", SampleDocuments.target("≥", "90", "%"), "92.5%")))),
                List.of(),
                Map.of(),
                counts,
                new Amount("总得分", number("90"), "分", PLACE),
                "",
                PLACE,
                PLACE);
    }

    /** A list of one project. */
    public static SummaryList list() {
        return new SummaryList(
                "2024年度项目支出绩效自评汇总表",
                MoneyUnit.WAN_YUAN,
                List.of(new SummaryList.Line(
                        PROJECT, number("148.00"), number("148.00"), number("100.00"), number("100"), "优", PLACE)),
                PLACE,
                PLACE);
    }

    /** Sheet, evaluation report and list in one document. */
    public static PerformanceDocument document() {
        return of(List.of(sheet()), List.of(evaluation()), List.of(list()));
    }

    /** A document of these. */
    public static PerformanceDocument of(List<Sheet> sheets, List<EvaluationReport> reports, List<SummaryList> lists) {
        return new PerformanceDocument("样例市绩效", "样例市", "样例市医疗保障局", 2024, sheets, reports, lists, List.of(), List.of());
    }
}
