package org.tongchou.performance.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/**
 * 绩效自评汇总表: all projects of a department, a line each.
 *
 * @param title as printed; empty when none
 * @param unit unit of the amounts
 * @param lines the projects
 * @param first where it begins
 * @param last where it ends
 */
public record SummaryList(String title, MoneyUnit unit, List<Line> lines, Place first, Place last) {
    /** Copies the list. */
    public SummaryList {
        lines = List.copyOf(lines);
    }

    /**
     * A project.
     *
     * @param project its name
     * @param budget 全年预算数; null when not printed
     * @param executed 全年执行数; null when not printed
     * @param rate 执行率 in percent; null when not printed
     * @param score 自评得分; null when not printed
     * @param grade 等次; empty when not printed
     * @param place where it stands
     */
    public record Line(
            String project,
            @Nullable PrintedNumber budget,
            @Nullable PrintedNumber executed,
            @Nullable PrintedNumber rate,
            @Nullable PrintedNumber score,
            String grade,
            Place place) {}
}
