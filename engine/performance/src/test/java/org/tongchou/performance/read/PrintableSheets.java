package org.tongchou.performance.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.Target;

/** Sheets of every kind with values that a form can carry: what is printed says all there is. */
final class PrintableSheets {
    /** 0.96 against 95% would be a share that was not multiplied by 100. */
    private static final BigDecimal MORE_THAN_A_SHARE = new BigDecimal("1.01");

    private static final Place PLACE = Place.line(1);
    private static final List<List<String>> LEVELS = List.of(
            List.of("成本指标", "经济成本指标"),
            List.of("产出指标", "数量指标"),
            List.of("产出指标", "质量指标"),
            List.of("产出指标", "时效指标"),
            List.of("效益指标", "经济效益指标"),
            List.of("效益指标", "社会效益指标"),
            List.of("满意度指标", "服务对象满意度指标"));
    private static final List<List<String>> POINTS =
            List.of(List.of("决策", "项目立项"), List.of("决策", "绩效目标"), List.of("过程", "资金管理"), List.of("产出", "产出数量"));
    private static final List<String> NAMES = List.of(
            "建成乡镇医保服务站",
            "组织基金专项检查",
            "投诉办结情况",
            "“三公”经费控制率（%）",
            "DRG/DIP 付费医院",
            "药品价格监测点",
            "参保群众满意情况",
            "医保政策宣传活动",
            "异地结算开通医院");
    private static final List<String> EXECUTION = List.of("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分");
    private static final List<String> MARKED =
            List.of("年初部门预算安排金额①", "年中调整金额②", "年度拨付金额③", "本年度结余金额④", "实际到位金额⑤", "实际支出金额⑥", "本年度结余金额⑦", "结余率⑧");
    private static final List<String> WITHIN = List.of("年初预算数", "1-6月执行数", "1-6月执行率");
    private static final List<String> SOURCES = List.of("年度资金总额", "其中：当年财政拨款", "其他资金");

    private PrintableSheets() {}

    private static Arbitrary<PrintedNumber> number(String most, int decimals) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal(most))
                .ofScale(decimals)
                .map(value -> new PrintedNumber(value, decimals));
    }

    private static Arbitrary<Target> targets() {
        Arbitrary<Target> numbers = Combinators.combine(
                        Arbitraries.of("≥", "≤", "=", "<", ">"),
                        Arbitraries.integers().between(0, 2).flatMap(decimals -> number("999", decimals)),
                        Arbitraries.of("%", "家", "次", "户", "元"))
                .as((sign, value, unit) -> {
                    Operator operator = Operator.find(sign).orElseThrow();
                    String printed = sign + value.value().toPlainString() + unit;
                    return new Target(printed, operator, operator, value, unit);
                });
        return Arbitraries.oneOf(numbers, Arbitraries.of("明显提升", "按时完成，不留尾巴").map(Target::words));
    }

    private static Arbitrary<Indicator> lines(SheetKind kind, boolean explained) {
        boolean points = kind == SheetKind.INDICATOR_SYSTEM;
        boolean scored = kind.scored();
        return Combinators.combine(
                        targets(),
                        number("9999", 2)
                                .map(done -> new PrintedNumber(done.value().add(MORE_THAN_A_SHARE), 2)),
                        number("30", 1).list().ofSize(2),
                        Arbitraries.of("", "一处选址调整，下年补建"),
                        Arbitraries.of("每少一成扣一成", "按完成比例计分"))
                .as((target, done, numbers, reason, standard) -> new Indicator(
                        1,
                        "",
                        "",
                        "",
                        explained ? "1口径：年度计划 2上年度数值：12.5 3计算方法：按台账" : "",
                        explained || points ? standard : "",
                        points ? Target.NONE : target,
                        points || !scored ? Actual.NONE : actual(target, done),
                        scored ? numbers.get(0) : null,
                        scored ? numbers.get(1) : null,
                        explained ? new BigDecimal("12.5") : null,
                        kind.targetsOnly() ? "" : reason,
                        kind == SheetKind.MONITORING
                                ? new TreeMap<>(
                                        Map.of("1-6月完成值", numbers.get(0).value().toPlainString(), "全年预计完成值", "可以完成"))
                                : Map.of(),
                        PLACE));
    }

    private static Actual actual(Target target, PrintedNumber done) {
        return target.inWords()
                ? new Actual("完成", null)
                : new Actual(done.value().toPlainString(), done);
    }

    /** Lines under levels in the order forms print them, every name once. */
    private static Arbitrary<List<Indicator>> indicators(SheetKind kind, boolean explained) {
        List<List<String>> levels = kind == SheetKind.INDICATOR_SYSTEM ? POINTS : LEVELS;
        return Combinators.combine(
                        lines(kind, explained).list().ofMinSize(1).ofMaxSize(NAMES.size()),
                        Arbitraries.shuffle(NAMES),
                        Arbitraries.integers()
                                .between(0, levels.size() - 1)
                                .list()
                                .ofSize(NAMES.size()))
                .as((lines, names, at) -> {
                    List<Integer> order =
                            at.subList(0, lines.size()).stream().sorted().toList();
                    List<Indicator> placed = new ArrayList<>();
                    for (int i = 0; i < lines.size(); i++) {
                        placed.add(placed(lines.get(i), i + 1, levels.get(order.get(i)), names.get(i)));
                    }
                    return placed;
                });
    }

    private static Indicator placed(Indicator line, int number, List<String> levels, String name) {
        return new Indicator(
                number,
                levels.get(0),
                levels.get(1),
                name,
                line.explanation(),
                line.standard(),
                line.target(),
                line.actual(),
                line.weight(),
                line.score(),
                line.prior(),
                line.reason(),
                line.monitored(),
                PLACE);
    }

    private static Arbitrary<Funding> funding(SheetKind kind, boolean marked) {
        if (kind == SheetKind.INDICATOR_SYSTEM) {
            return Arbitraries.just(Funding.none());
        }
        List<String> columns = kind.targetsOnly()
                ? List.of("金额")
                : kind == SheetKind.MONITORING ? WITHIN : marked ? MARKED : EXECUTION;
        List<String> rows = kind.targetsOnly()
                ? List.of("资金总额", "财政拨款", "当年财政拨款", "其他资金")
                : marked ? List.of("合计", "财政资金小计", "①中央财政资金", "其他资金小计") : SOURCES;
        return Combinators.combine(
                        number("99999", 2).list().ofSize(rows.size() * columns.size()),
                        Arbitraries.of(MoneyUnit.WAN_YUAN, MoneyUnit.YUAN))
                .as((numbers, unit) -> {
                    List<Funding.Line> lines = new ArrayList<>();
                    for (int r = 0; r < rows.size(); r++) {
                        Map<String, PrintedNumber> values = new LinkedHashMap<>();
                        for (int c = 0; c < columns.size(); c++) {
                            boolean points = columns.get(c).matches("分值|得分");
                            if (!points || r == 0) {
                                values.put(columns.get(c), numbers.get(r * columns.size() + c));
                            }
                        }
                        lines.add(new Funding.Line(rows.get(r), values, PLACE));
                    }
                    return new Funding(unit, columns, lines);
                });
    }

    private static Sheet.Project project(SheetKind kind, boolean marked, @Nullable String code) {
        String further = code == null ? "" : code;
        return switch (kind) {
            case DEPARTMENT, DEPARTMENT_TARGETS -> new Sheet.Project("部门整体", "样例市医疗保障局", "", "", "", further);
            case INDICATOR_SYSTEM -> new Sheet.Project("基金监管专项", "", "", "", "", "");
            default -> new Sheet.Project("乡镇医保服务站建设（二期）", "样例市医疗保障局", "样例市医保中心", further, marked ? "360001" : "", "");
        };
    }

    private static String title(SheetKind kind) {
        return kind == SheetKind.REGION ? "中央对地方转移支付区域（项目）绩效自评表" : kind.printed();
    }

    /** Sheets of any kind. */
    static Arbitrary<Sheet> sheets() {
        return Combinators.combine(Arbitraries.of(SheetKind.class), Arbitraries.of(true, false))
                .as((kind, wide) -> sheets(kind, wide && kind == SheetKind.SELF_EVALUATION))
                .flatMap(sheet -> sheet);
    }

    private static Arbitrary<Sheet> sheets(SheetKind kind, boolean marked) {
        boolean points = kind == SheetKind.INDICATOR_SYSTEM;
        return Combinators.combine(
                        funding(kind, marked),
                        indicators(kind, marked),
                        number("100", 2).list().ofSize(2),
                        Arbitraries.of("优", "良", ""),
                        Arbitraries.of("2101505").injectNull(0.5),
                        Arbitraries.of("服务站覆盖全部乡镇，检查问题当年整改。", "扩大参保"))
                .as((funding, indicators, totals, grade, code, goal) -> new Sheet(
                        kind,
                        title(kind),
                        project(kind, marked, code),
                        funding,
                        points
                                ? new Sheet.Goal("", "")
                                : new Sheet.Goal(goal, kind.targetsOnly() ? "" : "服务站全部建成；问题全部整改。"),
                        indicators,
                        kind.scored()
                                ? new Sheet.Totals(totals.get(0), totals.get(1), grade, PLACE)
                                : new Sheet.Totals(null, null, "", null),
                        PLACE,
                        PLACE));
    }

    /** Documents of sheets, each with a name of its own. */
    static Arbitrary<PerformanceDocument> documents() {
        return sheets().list().ofMinSize(1).ofMaxSize(4).map(PrintableSheets::document);
    }

    /** A document of sheets. */
    static PerformanceDocument document(List<Sheet> sheets) {
        return new PerformanceDocument(
                "样例市绩效", "样例市", "样例市医疗保障局", 2024, sheets, List.of(), List.of(), List.of(), List.of());
    }
}
