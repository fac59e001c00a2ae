package org.tongchou.platform.accounts.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;
import org.tongchou.platform.accounts.budget.Share;

/** Finds what stands out in the progress, by limits that are data. Pure. */
final class Warnings {
    private static final int DECEMBER = 12;

    private final Map<String, Limit> limits;
    private final LocalDate asOf;
    private final long timeMillionths;

    Warnings(Map<String, Limit> limits, LocalDate asOf, long timeMillionths) {
        this.limits = Map.copyOf(limits);
        this.asOf = asOf;
        this.timeMillionths = timeMillionths;
    }

    /** The warnings about a project, or about a unit as a whole. */
    List<Warning> about(ProgressLine line) {
        List<Warning> found = new ArrayList<>();
        boolean yearIsOver = asOf.getMonthValue() == DECEMBER && asOf.getDayOfMonth() == 31;
        Long rate = line.rateMillionths();
        overBudget(line, found);
        if (rate != null && line.executedFen() == 0) {
            noExpense(line, found);
        } else if (rate != null && yearIsOver) {
            Limit limit = limits.get(Limit.YEAR_END_RATE);
            if (limit != null && rate < limit.value()) {
                found.add(warning(
                        limit,
                        line,
                        "全年执行率 " + percent(rate) + "，低于 " + percent(limit.value()) + "，未执行 "
                                + Money.ofFen(line.remainingFen())));
            }
        } else if (rate != null) {
            Limit limit = limits.get(Limit.BEHIND_TIME);
            if (limit != null && rate + limit.value() < timeMillionths) {
                found.add(warning(limit, line, "执行率 " + percent(rate) + "，时间进度 " + percent(timeMillionths)));
            }
        }
        december(line, found);
        return found;
    }

    private void overBudget(ProgressLine line, List<Warning> found) {
        Limit limit = limits.get(Limit.OVER_BUDGET);
        Long rate = line.rateMillionths();
        boolean over = rate == null ? line.executedFen() > 0 : limit != null && rate > limit.value();
        if (limit != null && over) {
            found.add(warning(
                    limit,
                    line,
                    "支出 " + Money.ofFen(line.executedFen()) + "，全年预算 " + Money.ofFen(line.adjustedFen())
                            + (rate == null ? "，没有预算" : "，执行率 " + percent(rate))));
        }
    }

    private void noExpense(ProgressLine line, List<Warning> found) {
        Limit limit = limits.get(Limit.NO_EXPENSE);
        if (limit != null && line.projectId() != 0 && asOf.getMonthValue() >= limit.value()) {
            found.add(warning(
                    limit, line, "全年预算 " + Money.ofFen(line.adjustedFen()) + "，到 " + asOf.getMonthValue() + " 月仍没有支出"));
        }
    }

    private void december(ProgressLine line, List<Warning> found) {
        Limit limit = limits.get(Limit.DECEMBER);
        Long share = Share.millionths(line.decemberFen(), line.executedFen());
        if (limit != null && share != null && share > limit.value()) {
            found.add(warning(
                    limit,
                    line,
                    "十二月支出 " + Money.ofFen(line.decemberFen()) + "，占全年支出的 " + percent(share) + "，超过 "
                            + percent(limit.value())));
        }
    }

    /** The warning about single expenditures in whole 万元; null when there are none. */
    @Nullable
    Warning roundSums(ProgressLine unit, long count, long fen) {
        Limit limit = limits.get(Limit.ROUND_SUM);
        return limit == null || count == 0
                ? null
                : warning(limit, unit, Money.ofFen(limit.value()) + "以上的整万元支出 " + count + " 笔，合计 " + Money.ofFen(fen));
    }

    private static Warning warning(Limit limit, ProgressLine line, String sentence) {
        return new Warning(
                limit.code(),
                limit.name(),
                limit.needsReason(),
                line.unitId(),
                line.unitName(),
                line.projectId(),
                line.projectName(),
                sentence,
                null,
                0,
                null);
    }

    private static String percent(long millionths) {
        return BigDecimal.valueOf(millionths, 4).setScale(2, RoundingMode.HALF_UP) + "%";
    }
}
