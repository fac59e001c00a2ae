package org.tongchou.benefit.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;

/** 城乡居民医保: paid by benefit year, with a window, a wait for late and broken payers, and none for newborn. */
final class ResidentCoverage {
    static final String SCHEME = "resident";
    private static final String RULES = "coverage.resident.";

    private final Working working;
    private final MemberFile file;
    private final Registration registration;

    ResidentCoverage(Working working, MemberFile file, Registration registration) {
        this.working = working;
        this.file = file;
        this.registration = registration;
    }

    SchemeCoverage on(LocalDate day) {
        LocalDate year = yearOf(day);
        LocalDate last = lastOf(year);
        working.step("待遇年度", "", year + " 至 " + last);
        Optional<Payment> payment = paymentFor(year);
        int unbroken = unbroken(year);
        if (payment.isEmpty()) {
            String reason = "未缴 " + year + " 至 " + last + " 年度的居民医保费";
            working.step("缴费", "没有这一年度的缴费记录", Standing.UNPAID.word());
            return answer(Standing.UNPAID, null, null, reason, unbroken);
        }
        LocalDate from = begin(working, year, payment.get(), unbroken);
        LocalDate until = registration.to() != null && registration.to().isBefore(last) ? registration.to() : last;
        if (day.isBefore(from)) {
            return answer(Standing.WAITING, from, until, "等待期内，" + from + " 起享受待遇", unbroken);
        }
        return answer(Standing.ENJOYED, from, until, "已缴费，" + from + " 起享受待遇", unbroken);
    }

    private SchemeCoverage answer(
            Standing standing, @Nullable LocalDate from, @Nullable LocalDate until, String reason, int unbroken) {
        return new SchemeCoverage(
                SCHEME, registration.personType(), standing, from, until, reason, unbroken, List.of());
    }

    // ---- years

    private LocalDate yearOf(LocalDate day) {
        int month = working.count(RULES + "year_starts", day, facts(day));
        working.require(month >= 1 && month <= 12, Code.NO_VALUE, RULES + "year_starts", month, "1 至 12 的月份");
        LocalDate start = LocalDate.of(day.getYear(), month, 1);
        return start.isAfter(day) ? start.minusYears(1) : start;
    }

    private static LocalDate lastOf(LocalDate year) {
        return year.plusYears(1).minusDays(1);
    }

    private Optional<Payment> paymentFor(LocalDate year) {
        return file.covering(SCHEME)
                .filter(payment -> payment.touches(year, lastOf(year)))
                .min(Comparator.comparing(Payment::paid));
    }

    /** Whether any scheme was paid for in the year. */
    private boolean paidAny(LocalDate year) {
        return file.covering().anyMatch(payment -> payment.touches(year, lastOf(year)));
    }

    /** Years in a row before this one with a payment for this scheme. */
    private int unbroken(LocalDate year) {
        int years = 0;
        while (paymentFor(year.minusYears(years + 1L)).isPresent()) {
            years++;
        }
        return years;
    }

    /** Years without payment between the last paid one and this, counted from a calendar year on. */
    private int broken(LocalDate year, @Nullable Payment earlier, int since) {
        if (earlier == null || !earlier.to().isBefore(year)) {
            return 0;
        }
        int years = 0;
        for (LocalDate past = year.minusYears(1); !paidAny(past); past = past.minusYears(1)) {
            years += past.getYear() >= since ? 1 : 0;
        }
        return years;
    }

    // ---- the wait

    /** First day of the benefit in a year that is paid for. */
    private LocalDate begin(Working notes, LocalDate year, Payment payment, int unbroken) {
        LocalDate own = ownBegin(notes, year, payment, unbroken);
        LocalDate before = year.minusYears(1);
        Optional<Payment> earlier = paymentFor(before);
        if (earlier.isEmpty() || !hadRules(before, earlier.get())) {
            return own;
        }
        LocalDate pending = notes.aside(quiet -> begin(quiet, before, earlier.get(), unbroken - 1));
        if (pending.isAfter(own)) {
            notes.step("上一年度的等待期", "延续到本年度", pending + " 起享受待遇");
            return pending;
        }
        return own;
    }

    /** Whether the pack knows rules of an earlier year, in which it may have made people wait. */
    private boolean hadRules(LocalDate year, Payment payment) {
        LocalDate could = payment.paid().isAfter(year) ? payment.paid() : year;
        return working.has(RULES + "window.opens", year) && working.has(RULES + "wait", could);
    }

    /** Within how many days of birth a newborn is enrolled and paid for; -1 when the pack knows no such rule. */
    static int newbornDays(Working working, Insured person) {
        LocalDate born = person.born();
        return working.find("coverage.newborn.days", born, person.on(born).with(Fact.Kind.SCHEME, SCHEME))
                .map(BigDecimal::intValueExact)
                .orElse(-1);
    }

    private LocalDate ownBegin(Working notes, LocalDate year, Payment payment, int unbroken) {
        LocalDate born = file.person().born();
        int newborn = notes.countOrZero("coverage.newborn.days", born, facts(born));
        if (payment.soonAfterBirth(file.person(), newborn)
                && !registration.from().isAfter(born.plusDays(newborn))) {
            LocalDate from = born.isAfter(year) ? born : year;
            notes.step("新生儿", "出生 " + born + "，" + newborn + " 天内参保缴费（" + payment.paid() + "）", from + " 起享受待遇");
            return from;
        }
        int opens = notes.count(RULES + "window.opens", year, facts(year));
        int closes = notes.countOrZero(RULES + "window.closes", year, facts(year));
        LocalDate close = year.plusMonths(closes).minusDays(1);
        boolean late = payment.paid().isAfter(close);
        notes.step(
                "集中缴费期",
                year.minusMonths(opens) + " 至 " + close + "，" + payment.paid() + " 缴费",
                late ? "未在集中缴费期内" : "在集中缴费期内");
        LocalDate paid = payment.paid();
        LocalDate could = paid.isAfter(year) ? paid : year;
        Payment earlier = file.lastBefore(payment.from()).orElse(null);
        int broken = broken(year, earlier, notes.countOrZero(RULES + "wait.broken_since", could, facts(could)));
        Facts asked = EarlierCover.facts(facts(could), earlier, could)
                .with(Fact.Kind.PAID_LATE, late)
                .with(Fact.Kind.SUBSIDISED, payment.kind() == Payment.Kind.SUBSIDISED)
                .with(Fact.Kind.BROKEN_YEARS, broken)
                .with(Fact.Kind.INSURED_YEARS, unbroken);
        int months = months(notes, earlier, year, could, asked, broken);
        LocalDate from = year;
        if (late && notes.says(RULES + "next_month", could, asked)) {
            LocalDate next = paid.withDayOfMonth(1).plusMonths(1);
            from = next.isAfter(year) ? next : year;
        } else if (late) {
            from = could;
        }
        LocalDate begin = from.plusMonths(months);
        notes.step("待遇开始", from + (months == 0 ? "" : " 后满 " + months + " 个月"), begin + " 起享受待遇");
        return begin;
    }

    private int months(
            Working notes, @Nullable Payment earlier, LocalDate year, LocalDate could, Facts asked, int broken) {
        int fixed = notes.count(RULES + "wait", could, asked);
        if (fixed == 0) {
            notes.step("等待期", "", "没有等待期");
            return 0;
        }
        int each = notes.countOrZero(RULES + "wait.per_broken_year", could, asked);
        int free = notes.countOrZero(RULES + "wait.broken_free", could, asked);
        int repairs = (int) file.payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.REPAIR)
                .filter(payment -> payment.to().isBefore(year))
                .filter(payment -> earlier == null || payment.from().isAfter(earlier.to()))
                .count();
        int further = Math.max(0, each * Math.max(0, broken - free) - repairs);
        int longBroken = notes.countOrZero(RULES + "wait.long_broken", could, asked);
        int least =
                longBroken > 0 && broken >= longBroken ? notes.countOrZero(RULES + "wait.long_least", could, asked) : 0;
        int months = Math.max(least, fixed + further);
        notes.step(
                "等待期",
                "固定 " + fixed + " 个月 + 断保 " + broken + " 年、修复 " + repairs + " 年的变动 " + further + " 个月"
                        + (least > fixed + further ? "，合计不少于 " + least + " 个月" : ""),
                months + " 个月");
        return months;
    }

    private Facts facts(LocalDate day) {
        return file.person()
                .on(day.isBefore(file.person().born()) ? file.person().born() : day)
                .with(Fact.Kind.SCHEME, SCHEME)
                .with(Fact.Kind.PERSON_TYPE, registration.personType());
    }
}
