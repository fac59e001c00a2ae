package org.tongchou.benefit.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/**
 * 长期护理保险月待遇.
 *
 * @param days days of care that were paid for
 * @param pay what the fund pays
 */
public record CareMonth(long days, Money pay) {
    /**
     * Computes a month; rounded once, so that spans of one level and mode may be split without changing it.
     *
     * <p>Refuses spans outside the month, out of order or overlapping ({@code E-BEN-007}), levels, absences and costs that
     * cannot be ({@code E-BEN-003}), and packs with neither {@code care.monthly} nor {@code care.daily} ({@code
     * E-BEN-012}).
     *
     * @param scheme the scheme in which the person has care insurance
     * @param spans in order of time
     */
    public static Result<CareMonth> of(
            PolicyPack pack, Insured person, String scheme, YearMonth month, List<CareSpan> spans) {
        return Working.of(pack, month + " 长期护理待遇", working -> {
            check(working, person, month, spans);
            Sum sum = new Sum(working, month);
            for (CareSpan span : spans) {
                sum.add(span, person.on(span.from()).with(Fact.Kind.SCHEME, scheme));
            }
            return sum.rounded();
        });
    }

    private static void check(Working working, Insured person, YearMonth month, List<CareSpan> spans) {
        LocalDate free = month.atDay(1);
        for (int i = 0; i < spans.size(); i++) {
            CareSpan span = spans.get(i);
            String field = "spans[" + i + "].";
            working.require(
                    !span.from().isBefore(free), Code.DATE, field + "from", span.from(), "不早于 " + free + " 的日期");
            working.requireOrder(field + "to", span.from(), span.to());
            working.require(
                    !span.to().isAfter(month.atEndOfMonth()),
                    Code.DATE,
                    field + "to",
                    span.to(),
                    "不晚于 " + month.atEndOfMonth() + " 的日期");
            working.requireAlive(field + "from", span.from(), person);
            working.requireAlive(field + "to", span.to(), person);
            working.requireCount(field + "level", span.level(), 0, 5);
            working.requireCount(field + "absent", span.absent(), 0, span.days() + span.absent());
            Money cost = span.cost();
            if (cost != null) {
                working.requireAmount(field + "cost", cost);
            }
            free = span.to().plusDays(1);
        }
    }

    /** The exact pay so far, as a fraction. */
    private static final class Sum {
        private final Working working;
        private final YearMonth month;
        private long days;
        private BigDecimal dividend = BigDecimal.ZERO;
        private BigDecimal divisor = BigDecimal.ONE;

        Sum(Working working, YearMonth month) {
            this.working = working;
            this.month = month;
        }

        void add(CareSpan span, Facts person) {
            LocalDate day = span.from();
            Facts facts = person.with(Fact.Kind.CARE_LEVEL, span.level()).with(Fact.Kind.CARE_MODE, span.mode());
            Optional<BigDecimal> monthly = working.find("care.monthly", day, facts);
            Optional<BigDecimal> daily = working.find("care.daily", day, facts);
            working.require(
                    monthly.isPresent() || daily.isPresent(),
                    Code.NO_VALUE,
                    "care.monthly",
                    day,
                    "月标准，或者日标准 care.daily");
            BigDecimal byMonth = monthly.orElse(BigDecimal.ZERO);
            BigDecimal ratio = working.get("care.ratio", day, facts);
            long length = byMonth.signum() == 0 ? month.lengthOfMonth() : monthDays(day, facts);
            BigDecimal counted = BigDecimal.valueOf(Math.max(0, Math.min(span.days(), length - days)));
            BigDecimal parts = byMonth.signum() == 0 ? BigDecimal.ONE : BigDecimal.valueOf(length);
            BigDecimal standard =
                    daily.orElse(BigDecimal.ZERO).multiply(parts).add(byMonth).multiply(counted);
            Money cost = span.cost();
            BigDecimal base = cost == null
                    ? standard
                    : standard.min(cost.in(MoneyUnit.YUAN).multiply(parts));
            add(base.multiply(ratio), parts);
            days += counted.longValueExact();
            working.step(
                    span.from() + " 至 " + span.to() + " " + span.mode() + " " + span.level() + " 级",
                    counted + " 天，标准 " + PrintedNumber.shortest(standard) + " ÷ " + PrintedNumber.shortest(parts)
                            + (cost == null ? "" : "，费用 " + cost) + "，× "
                            + Working.percent(ratio),
                    Rounded.fen(base.multiply(ratio), parts));
        }

        private long monthDays(LocalDate day, Facts facts) {
            int said = working.countOrZero("care.month_days", day, facts);
            working.require(said >= 0, Code.NO_VALUE, "care.month_days", said, "不小于 0 的天数");
            return said == 0 ? month.lengthOfMonth() : Math.min(said, month.lengthOfMonth());
        }

        private void add(BigDecimal more, BigDecimal parts) {
            dividend = dividend.multiply(parts).add(more.multiply(divisor));
            divisor = divisor.multiply(parts);
        }

        CareMonth rounded() {
            Money pay = Rounded.fen(dividend, divisor);
            working.step("本月支付", days + " 天，保留到分", pay);
            return new CareMonth(days, pay);
        }
    }
}
