package org.tongchou.accounts.report;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;

/** The Chinese words for outcomes, causes and groups of checks. */
public final class Labels {
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("parent", "科目上下级"),
            Map.entry("total", "合计"),
            Map.entry("row", "行内各栏"),
            Map.entry("balance", "收支平衡"),
            Map.entry("cross", "表间勾稽"),
            Map.entry("cross.soft", "表间参考"),
            Map.entry("bound", "上下限"),
            Map.entry("narrative", "文字与表"),
            Map.entry("narrative.growth", "增减变化"),
            Map.entry("narrative.share", "占比"),
            Map.entry("wording", "措辞"),
            Map.entry("code", "科目编码"),
            Map.entry("completeness", "完整性"),
            Map.entry("units", "编制单位"),
            Map.entry("perf.weights", "绩效分值"),
            Map.entry("perf.total", "绩效总分"),
            Map.entry("perf.score", "绩效得分"),
            Map.entry("perf.grade", "绩效等次"),
            Map.entry("perf.rate", "绩效比率"),
            Map.entry("perf.money", "绩效资金"),
            Map.entry("perf.consistency", "绩效指标一致"),
            Map.entry("perf.reason", "绩效偏差原因"),
            Map.entry("perf.target", "绩效目标值"),
            Map.entry("report.total", "报告得分"),
            Map.entry("report.weights", "报告分值"),
            Map.entry("report.rate", "报告完成率"),
            Map.entry("report.money", "报告资金"),
            Map.entry("report.consistency", "报告与自评表"));

    private Labels() {}

    /** The word for an outcome. */
    public static String outcome(CheckResult.Outcome outcome) {
        return switch (outcome) {
            case PASS -> "相符";
            case FAIL -> "不符";
            case WARN -> "提示";
            case SKIP -> "未查";
        };
    }

    /** The word for a cause; empty when there is none. */
    public static String cause(CheckResult.@Nullable Cause cause) {
        if (cause == null) {
            return "";
        }
        return switch (cause) {
            case ERROR -> "文件自相矛盾";
            case ROUNDING -> "四舍五入尾差";
            case EXTRACTION -> "文字提取损坏";
            case EXPLAINABLE -> "可能有合理解释";
            case UNEXPLAINED -> "得分无规则可解释";
        };
    }

    /** What a cell or sentence is, for example {@code 支出 · 卫生健康支出 · 基本支出}. */
    public static String cell(CellRef cell) {
        return Stream.of(cell.topic().isEmpty() ? "文字" : cell.topic(), cell.row(), cell.column())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The word for a group of checks; the group itself when it has none. */
    public static String group(String group) {
        return GROUPS.getOrDefault(group, group);
    }
}
