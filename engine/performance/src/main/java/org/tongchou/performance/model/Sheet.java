package org.tongchou.performance.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;

/**
 * One performance sheet.
 *
 * @param kind what kind of sheet
 * @param title as printed above it; empty when none is
 * @param project what it is about
 * @param funding its money
 * @param goal what was expected and achieved, in words
 * @param indicators its lines in printed order
 * @param totals its last lines
 * @param first where it begins
 * @param last where it ends
 */
public record Sheet(
        SheetKind kind,
        String title,
        Project project,
        Funding funding,
        Goal goal,
        List<Indicator> indicators,
        Totals totals,
        Place first,
        Place last) {
    /** Copies the list. */
    public Sheet {
        indicators = List.copyOf(indicators);
    }

    /**
     * What a sheet is about.
     *
     * @param name 项目名称 or 专项名称; 部门整体 for a department sheet, whose department is in {@code department}
     * @param department 主管部门; empty when not printed
     * @param unit 实施单位 or 单位名称; empty when not printed
     * @param functionalItem 部门预算功能科目 with or without its name; empty when not printed
     * @param unitCode 单位编码; empty when not printed
     * @param budgetCode 部门预算编码; empty when not printed
     */
    public record Project(
            String name, String department, String unit, String functionalItem, String unitCode, String budgetCode) {}

    /**
     * The yearly goal.
     *
     * @param expected 预期目标
     * @param achieved 实际完成情况
     */
    public record Goal(String expected, String achieved) {}

    /**
     * The last lines of a sheet.
     *
     * @param weight total of the points to be had; null when not printed
     * @param score 总分; null when not printed
     * @param grade 自评得分等次; empty when not printed
     * @param place where the total stands; null when there is none
     */
    public record Totals(
            @Nullable PrintedNumber weight,
            @Nullable PrintedNumber score,
            String grade,
            @Nullable Place place) {}

    /** The points to be had: those of the indicators and those for execution. */
    public BigDecimal weightsSum() {
        return sum(indicators.stream().map(Indicator::weight).toList(), funding.total("分值"));
    }

    /** The points given, for the indicators and for execution. */
    public BigDecimal scoresSum() {
        return sum(indicators.stream().map(Indicator::score).toList(), funding.total("得分"));
    }

    /** Where it stands, for people: {@code L639-L662}. */
    public String where() {
        return first.rowLabel() + "-" + last.rowLabel();
    }

    private static BigDecimal sum(List<@Nullable PrintedNumber> numbers, @Nullable PrintedNumber further) {
        BigDecimal sum = further == null ? BigDecimal.ZERO : further.value();
        for (PrintedNumber number : numbers) {
            sum = number == null ? sum : sum.add(number.value());
        }
        return sum;
    }
}
