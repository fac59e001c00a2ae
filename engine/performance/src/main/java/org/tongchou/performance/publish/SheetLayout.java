package org.tongchou.performance.publish;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Sheet;

/** The published layouts of sheets: what stands where, and under which label. */
enum SheetLayout {
    /** Budget, execution and rate in six columns; 偏差原因 at the right. */
    EXECUTION(9, 3, 2, 2),
    /** Money by source in columns ① to ⑧; 指标解释 and 评分标准. */
    MARKED(10, 2, 3, 2),
    /** Targets before the year. */
    TARGETS(5, 1, 2, 1),
    /** Targets against values within the year. */
    MONITORING(9, 3, 2, 2),
    /** Points and the standard by which they are given. */
    POINTS(6, 2, 2, 1);

    /** What an indicator's row says besides its levels. */
    enum Part {
        EXPLANATION,
        STANDARD,
        TARGET,
        MONITORED,
        ACTUAL,
        WEIGHT,
        SCORE,
        REASON;

        private boolean given(Indicator line) {
            return switch (this) {
                case EXPLANATION -> !line.explanation().isEmpty();
                case STANDARD -> !line.standard().isEmpty();
                case TARGET ->
                    line.target().present() || !line.target().printed().isEmpty();
                case MONITORED -> !line.monitored().isEmpty();
                case ACTUAL ->
                    !line.actual().printed().isEmpty() || line.actual().value() != null;
                case WEIGHT -> line.weight() != null;
                case SCORE -> line.score() != null;
                case REASON -> !line.reason().isEmpty();
            };
        }
    }

    private static final String FIRST_MARK = "①";

    private final int columns;
    private final int name;
    private final int value;
    private final int second;

    SheetLayout(int columns, int name, int value, int second) {
        this.columns = columns;
        this.name = name;
        this.value = value;
        this.second = second;
    }

    /** The layout of a sheet by its kind and the columns of its money. */
    static SheetLayout of(Sheet sheet) {
        return switch (sheet.kind()) {
            case TARGETS, DEPARTMENT_TARGETS, REGION_TARGETS -> TARGETS;
            case MONITORING -> MONITORING;
            case INDICATOR_SYSTEM -> POINTS;
            case SELF_EVALUATION, DEPARTMENT, REGION ->
                sheet.funding().columns().stream().anyMatch(column -> column.contains(FIRST_MARK)) ? MARKED : EXECUTION;
        };
    }

    /** The least number of columns. */
    int columns() {
        return columns;
    }

    /** How many columns a label takes in the rows that name the project. */
    int nameSpan() {
        return name;
    }

    /** How many columns its value takes when another label follows. */
    int valueSpan() {
        return value;
    }

    /** How many columns the second label takes. */
    int secondSpan() {
        return second;
    }

    private Set<Part> always() {
        return switch (this) {
            case EXECUTION -> EnumSet.of(Part.TARGET, Part.ACTUAL, Part.WEIGHT, Part.SCORE, Part.REASON);
            case MARKED ->
                EnumSet.of(Part.EXPLANATION, Part.STANDARD, Part.TARGET, Part.ACTUAL, Part.WEIGHT, Part.SCORE);
            case TARGETS -> EnumSet.of(Part.TARGET);
            case MONITORING -> EnumSet.of(Part.TARGET, Part.REASON);
            case POINTS -> EnumSet.of(Part.STANDARD, Part.WEIGHT, Part.SCORE);
        };
    }

    /** The parts of the indicators' rows: those of the layout, and others that the sheet has. */
    List<Part> parts(Sheet sheet) {
        return EnumSet.allOf(Part.class).stream()
                .filter(part ->
                        always().contains(part) || sheet.indicators().stream().anyMatch(part::given))
                .toList();
    }

    /** What the form calls a part. */
    String label(Part part) {
        return switch (part) {
            case EXPLANATION -> "指标解释";
            case STANDARD -> "评分标准";
            case TARGET ->
                switch (this) {
                    case MARKED -> "绩效目标值";
                    case TARGETS -> "目标值";
                    default -> "年度指标值";
                };
            case MONITORED -> "";
            case ACTUAL -> "实际完成值";
            case WEIGHT -> this == POINTS ? "分值" : "指标分值";
            case SCORE -> this == EXECUTION || this == MONITORING ? "自评得分" : "得分";
            case REASON ->
                switch (this) {
                    case MARKED -> "未完成原因";
                    case POINTS -> "扣分原因";
                    default -> "偏差原因分析及改进措施";
                };
        };
    }

    /** What the form calls the block of money. */
    String money(Sheet sheet) {
        return switch (this) {
            case MARKED -> "财政资金安排和使用情况";
            case TARGETS -> "项目资金（" + sheet.funding().unit().printed() + "）";
            default ->
                (region(sheet) ? "资金情况(" : "项目资金(") + sheet.funding().unit().printed() + ")";
        };
    }

    /** What the form calls the block of goals. */
    String goal() {
        return switch (this) {
            case MARKED -> "年度总体目标完成情况";
            case TARGETS -> "总体目标";
            default -> "年度总体目标";
        };
    }

    /** What the form calls the goals that were reached. */
    String achieved(Sheet sheet) {
        return switch (sheet.kind()) {
            case DEPARTMENT -> "目标实际完成情况";
            case REGION -> "全年实际完成情况";
            default -> this == MARKED ? "目标实际完成情况" : "实际完成情况";
        };
    }

    /** What the form calls the block of indicators. */
    String indicators() {
        return switch (this) {
            case MARKED -> "年度绩效指标完成情况";
            case TARGETS -> "绩效目标指标";
            default -> "绩效指标";
        };
    }

    /** What the form calls the last line. */
    String total() {
        return this == EXECUTION || this == MONITORING ? "总分" : "合计";
    }

    private static boolean region(Sheet sheet) {
        return switch (sheet.kind()) {
            case REGION, REGION_TARGETS -> true;
            default -> false;
        };
    }

    /** What the form calls the project, the department and the unit, in this order. */
    List<String> names(Sheet sheet) {
        if (region(sheet)) {
            return List.of("转移支付(项目)名称", "中央主管部门", "地方主管部门");
        }
        return switch (sheet.kind()) {
            case DEPARTMENT, DEPARTMENT_TARGETS -> List.of("部门（单位）名称", "主管部门", "实施单位");
            default -> this == MARKED ? List.of("专项名称", "主管部门", "单位名称") : List.of("项目名称", "主管部门", "实施单位");
        };
    }
}
