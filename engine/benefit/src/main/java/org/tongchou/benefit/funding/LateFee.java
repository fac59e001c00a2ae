package org.tongchou.benefit.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** 滞纳金: for each day after the due day a share of what is owed. Pure. */
public final class LateFee {
    private LateFee() {}

    /**
     * The fee on dues of a month, rounded once to fen; nought when paid in time.
     *
     * <p>Refuses amounts below nought or too large ({@code E-BEN-003}).
     *
     * @param owed what was not paid in time
     * @param paid the day of payment
     */
    public static Result<Money> of(
            PolicyPack pack, Contributor contributor, YearMonth month, Money owed, LocalDate paid) {
        return Working.of(pack, "滞纳金", working -> {
            working.requireAmount("owed", owed);
            working.requireAlive("month", month.atDay(1), contributor.person());
            LocalDate due = due(working, contributor, month);
            Facts facts = contributor.on(due);
            long days = Math.max(0, ChronoUnit.DAYS.between(due, paid));
            BigDecimal amount = owed.in(MoneyUnit.YUAN);
            BigDecimal fee =
                    working.orZero("dues.late_fee", due, facts).multiply(amount).multiply(BigDecimal.valueOf(days));
            BigDecimal most = working.find("dues.late_fee.most", due, facts)
                    .map(amount::multiply)
                    .orElse(fee);
            Money result = Rounded.fen(fee.min(most));
            working.step(
                    "滞纳金",
                    "应缴日 " + due + " 至 " + paid + " 共 " + days + " 天，欠缴 " + owed
                            + (fee.compareTo(most) > 0 ? "，至多 " + Rounded.fen(most) : ""),
                    result);
            return result;
        });
    }

    /** The last day on which the dues of a month are in time, deferral included; notes a step. */
    static LocalDate due(Working working, Contributor contributor, YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        Facts facts = contributor.on(day);
        int later = working.countOrZero("dues.due_months", day, facts);
        int deferred = working.countOrZero("dues.deferral", day, facts);
        LocalDate due = month.plusMonths(later + (long) deferred).atEndOfMonth();
        working.step(
                "缴费期限",
                month + " 后 " + later + " 个月" + (deferred == 0 ? "" : "，缓缴 " + deferred + " 个月"),
                due.toString());
        return due;
    }
}
