package org.tongchou.performance.figures;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Invented documents: one of every kind of sheet, report and list. */
public final class SampleDocuments {
    private static final Place PLACE = Place.line(1);
    static final List<String> EXECUTION = List.of("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分");
    static final List<String> MARKED =
            List.of("年初部门预算安排金额①", "年中调整金额②", "年度拨付金额③", "本年度结余金额④", "实际到位金额⑤", "实际支出金额⑥", "本年度结余金额⑦", "结余率⑧");

    private SampleDocuments() {}

    /** A number as printed. */
    public static PrintedNumber number(String printed) {
        return PrintedNumber.parse(printed);
    }

    /** A numeric target printed without spaces. */
    public static Target target(String sign, String value, String unit) {
        Operator operator = Operator.find(sign).orElseThrow();
        return new Target(sign + value + unit, operator, operator, number(value), unit);
    }

    private static Target bare(String value, String unit) {
        return new Target(value, null, Operator.AT_LEAST, number(value), unit);
    }

    private static Actual actual(String printed) {
        return new Actual(printed, PrintedNumber.find(printed).orElse(null));
    }

    private static Funding.Line money(String name, List<String> columns, @Nullable String... numbers) {
        Map<String, PrintedNumber> values = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            String printed = numbers[i];
            if (printed != null) {
                values.put(columns.get(i), number(printed));
            }
        }
        return new Funding.Line(name, values, PLACE);
    }

    private static Indicator indicator(
            int number,
            String level1,
            String level2,
            String name,
            Target target,
            String actual,
            String weight,
            String score,
            String reason) {
        return new Indicator(
                number,
                level1,
                level2,
                name,
                "",
                "",
                target,
                actual(actual),
                number(weight),
                number(score),
                null,
                reason,
                Map.of(),
                PLACE);
    }

    private static Indicator explained(Indicator line, String explanation, String standard) {
        return new Indicator(
                line.number(),
                line.level1(),
                line.level2(),
                line.level3(),
                explanation,
                standard,
                line.target(),
                line.actual(),
                line.weight(),
                line.score(),
                new BigDecimal("85.5"),
                line.reason(),
                Map.of(),
                PLACE);
    }

    private static Indicator bareOf(Indicator line, Map<String, String> monitored) {
        return new Indicator(
                line.number(),
                line.level1(),
                line.level2(),
                line.level3(),
                "",
                "",
                line.target(),
                Actual.NONE,
                null,
                null,
                null,
                monitored.isEmpty() ? "" : line.reason(),
                monitored,
                PLACE);
    }

    private static final List<Indicator> LINES = List.of(
            indicator(1, "产出指标", "数量指标", "建成乡镇医保服务站数量", target("≥", "19", "家"), "18", "30", "28.42", "一处选址调整，下年补建"),
            indicator(2, "产出指标", "数量指标", "组织基金专项检查次数", target("≥", "2", "次"), "3", "10", "10", ""),
            indicator(3, "产出指标", "质量指标", "投诉办结率", target("=", "100", "%"), "100.00", "20", "20", ""),
            indicator(4, "效益指标", "社会效益指标", "政策知晓程度", Target.words("明显提升"), "明显提升", "20", "18.00", "宣传覆盖不均"),
            indicator(5, "满意度指标", "服务对象满意度指标", "办事群众满意度", bare("90", "%"), "92.5", "10", "10", ""));

    private static Sheet sheet(
            SheetKind kind, String title, Sheet.Project project, Funding funding, List<Indicator> indicators) {
        return new Sheet(
                kind,
                title,
                project,
                funding,
                new Sheet.Goal("服务站覆盖全部乡镇，检查问题当年整改。", kind.targetsOnly() ? "" : "服务站建成 18 家；问题全部整改。"),
                indicators,
                kind.scored()
                        ? new Sheet.Totals(number("100"), number("96.42"), "优", PLACE)
                        : new Sheet.Totals(null, null, "", null),
                PLACE,
                PLACE);
    }

    /** The published layout with budget, execution and rate. */
    public static Sheet execution(SheetKind kind) {
        return sheet(
                kind,
                kind.printed(),
                kind == SheetKind.DEPARTMENT
                        ? new Sheet.Project("样例市医疗保障局", "", "", "", "", "360")
                        : new Sheet.Project("乡镇医保服务站建设", "样例市医疗保障局", "样例市医疗保险基金中心", "", "", ""),
                new Funding(
                        MoneyUnit.WAN_YUAN,
                        EXECUTION,
                        List.of(
                                money("年度资金总额", EXECUTION, "1500.00", "1480.50", "1480.50", "10", "100.00", "10"),
                                money("其中：当年财政拨款", EXECUTION, "1500.00", "1480.50", "1480.50", null, "100.00"),
                                money("其他资金", EXECUTION, "0.00", "0.00", "0.00", null, "0.00"))),
                LINES);
    }

    /** The published layout with money by source in eight marked columns. */
    public static Sheet marked() {
        return sheet(
                SheetKind.SELF_EVALUATION,
                "项目支出绩效自评表（一）",
                new Sheet.Project("基金监管专项", "", "样例市医疗保障局机关", "2101505", "360001", ""),
                new Funding(
                        MoneyUnit.WAN_YUAN,
                        MARKED,
                        List.of(
                                money(
                                        "合计", MARKED, "20.00", "0.00", "20.00", "0.00", "20.00", "5.75", "14.25",
                                        "71.25"),
                                money("①中央财政资金", MARKED),
                                money("其他资金小计", MARKED, "0.00", "0.00", "0.00"))),
                LINES.stream()
                        .map(line -> explained(line, "出处：年度计划；口径：" + line.level3(), "每少一成扣一成"))
                        .toList());
    }

    /** A sheet of targets. */
    public static Sheet targets() {
        return sheet(
                SheetKind.TARGETS,
                "乡镇医保服务站建设绩效目标表",
                new Sheet.Project("乡镇医保服务站建设", "", "", "2101599", "", ""),
                new Funding(
                        MoneyUnit.WAN_YUAN,
                        List.of("金额"),
                        List.of(
                                money("资金总额：", List.of("金额"), "268.00"),
                                money("财政拨款：", List.of("金额"), "268.00"),
                                money("其他资金：", List.of("金额"), "0.00"))),
                LINES.stream().map(line -> bareOf(line, Map.of())).toList());
    }

    /** A monitoring sheet. */
    public static Sheet monitoring() {
        List<String> columns = List.of("年初预算数", "1-6月执行数", "1-6月执行率");
        return sheet(
                SheetKind.MONITORING,
                "",
                new Sheet.Project("乡镇医保服务站建设", "样例市医疗保障局", "", "", "", ""),
                new Funding(
                        MoneyUnit.WAN_YUAN, columns, List.of(money("年度资金总额", columns, "1500.00", "640.10", "42.67"))),
                LINES.stream()
                        .map(line -> bareOf(line, Map.of("1-6月完成值", line.number() + "0", "全年预计完成值", "")))
                        .toList());
    }

    /** A system of points. */
    public static Sheet system() {
        return new Sheet(
                SheetKind.INDICATOR_SYSTEM,
                "绩效评价指标体系评分表",
                new Sheet.Project("基金监管专项", "", "", "", "", ""),
                Funding.none(),
                new Sheet.Goal("", ""),
                List.of(
                        point(1, "决策", "项目立项", "立项依据充分性", "3", "3"),
                        point(2, "决策", "项目立项", "立项程序规范性", "2", "1.5"),
                        point(3, "过程", "资金管理", "预算执行率", "3", "2.84")),
                new Sheet.Totals(number("8"), number("7.34"), "良", PLACE),
                PLACE,
                PLACE);
    }

    private static Indicator point(int number, String level1, String level2, String name, String weight, String score) {
        return new Indicator(
                number,
                level1,
                level2,
                name,
                "",
                "符合得满分，每缺一项扣 0.5 分",
                Target.NONE,
                Actual.NONE,
                number(weight),
                number(score),
                null,
                weight.equals(score) ? "" : "缺一项材料",
                Map.of(),
                PLACE);
    }

    /** An evaluation report. */
    public static EvaluationReport evaluation() {
        Map<String, PrintedNumber> summary = new LinkedHashMap<>();
        summary.put("项目立项", number("5"));
        summary.put("资金管理", number("8.84"));
        summary.put("数量指标", number("15.20"));
        return new EvaluationReport(
                EvaluationReport.Kind.EVALUATION,
                "样例市医疗保障局 2024 年市级财政项目——乡镇医保服务站建设支出绩效评价报告",
                "样医保绩〔2025〕3号",
                "乡镇医保服务站建设",
                0,
                List.of(
                        new Amount("累计安排", number("136"), "万元", PLACE),
                        new Amount("累计安排/市级财政资金", number("136"), "万元", PLACE),
                        new Amount("实际到位", number("136.00"), "万元", PLACE),
                        new Amount("实际支出", number("94.46"), "万元", PLACE)),
                List.of(
                        group(
                                "决策",
                                "15",
                                "15",
                                part(
                                        "项目立项",
                                        "5",
                                        "5",
                                        leaf("立项依据充分性", "3", "3", "依据齐全"),
                                        leaf("立项程序规范性", "2", "2", ""))),
                        group(
                                "过程",
                                "15",
                                "8.84",
                                part("资金管理", "9", "8.84", leaf("预算执行率", "3", "2.84", "资金使用率 94.67%"))),
                        group(
                                "产出",
                                "40",
                                "15.20",
                                part("数量指标", "16", "15.20", leaf("建成乡镇医保服务站数量", "16", "15.20", "建成 18 家")))),
                List.of(
                        new Completion("建成乡镇医保服务站数量", bare("19", "家"), actual("18"), number("94.74"), PLACE),
                        new Completion("政策知晓程度", Target.words("明显提升"), actual("明显提升"), null, PLACE)),
                summary,
                Map.of("设置绩效目标", new Amount("设置绩效目标", number("2"), "个", PLACE)),
                new Amount("总得分", number("99"), "分", PLACE),
                "优",
                PLACE,
                PLACE);
    }

    /** A report that repeats the points of a sheet. */
    public static EvaluationReport selfEvaluation() {
        Node people = new Node(
                "参保人数",
                number("10"),
                number("10"),
                bare("599", "万人"),
                new Actual("605.85", number("605.85")),
                "",
                List.of(),
                PLACE);
        Node rate = new Node(
                "按时办结率",
                number("40"),
                number("38.5"),
                target("≥", "90", "%"),
                new Actual("88.2%", number("88.2")),
                "窗口人员不足",
                List.of(),
                PLACE);
        return new EvaluationReport(
                EvaluationReport.Kind.SELF_EVALUATION,
                "专项资金绩效自评报告（一）",
                "",
                "参保扩面专项",
                1,
                List.of(new Amount("年初部门预算安排金额", number("1222.43"), "万元", PLACE)),
                List.of(
                        new Node(
                                "产出指标",
                                number("50"),
                                number("48.5"),
                                Target.NONE,
                                Actual.NONE,
                                "",
                                List.of(people, rate),
                                PLACE),
                        new Node(
                                "效益指标",
                                null,
                                number("40"),
                                Target.NONE,
                                Actual.NONE,
                                "",
                                List.of(part(
                                        "社会效益指标",
                                        "40",
                                        "40",
                                        new Node(
                                                "知晓程度",
                                                number("40"),
                                                number("40"),
                                                Target.words("提升"),
                                                actual("提升"),
                                                "",
                                                List.of(),
                                                PLACE))),
                                PLACE)),
                List.of(),
                Map.of(),
                Map.of(
                        "设置绩效目标",
                        new Amount("设置绩效目标", number("3"), "个", PLACE),
                        "实际完成",
                        new Amount("实际完成", number("2"), "个", PLACE)),
                new Amount("自评得分", number("98.50"), "分", PLACE),
                "优秀",
                PLACE,
                PLACE);
    }

    private static Node leaf(String name, String weight, String score, String reason) {
        return new Node(name, number(weight), number(score), Target.NONE, Actual.NONE, reason, List.of(), PLACE);
    }

    private static Node part(String name, String weight, String score, Node... items) {
        return new Node(name, number(weight), number(score), Target.NONE, Actual.NONE, "", List.of(items), PLACE);
    }

    private static Node group(String name, String weight, String score, Node... parts) {
        return part(name, weight, score, parts);
    }

    /** A summary list. */
    public static SummaryList list() {
        return new SummaryList(
                "2024 年度项目支出绩效自评汇总表",
                MoneyUnit.WAN_YUAN,
                List.of(
                        new SummaryList.Line(
                                "乡镇医保服务站建设",
                                number("1480.50"),
                                number("1480.50"),
                                number("100.00"),
                                number("96.42"),
                                "优",
                                PLACE),
                        new SummaryList.Line("基金监管专项", number("20.00"), null, null, number("88"), "", PLACE)),
                PLACE,
                PLACE);
    }

    /** All of them in one document. */
    public static PerformanceDocument document() {
        return new PerformanceDocument(
                "样例市绩效.docx",
                "样例市",
                "样例市医疗保障局",
                2024,
                List.of(
                        execution(SheetKind.SELF_EVALUATION),
                        marked(),
                        targets(),
                        execution(SheetKind.DEPARTMENT),
                        execution(SheetKind.REGION),
                        monitoring(),
                        system()),
                List.of(evaluation(), selfEvaluation()),
                List.of(list()),
                List.of(new Amount("自评项目数", number("2"), "个", PLACE)),
                List.of());
    }
}
