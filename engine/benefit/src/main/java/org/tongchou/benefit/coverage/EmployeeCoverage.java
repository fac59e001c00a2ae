package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;

/** 职工医保: paid by month, the benefit follows; long gaps and first payments may wait; retired persons need years. */
final class EmployeeCoverage {
    static final String SCHEME = "employee";
    private static final String RULES = "coverage.employee.";
    private static final int MONTHS = 12;

    private final Working working;
    private final MemberFile file;
    private final Registration registration;

    EmployeeCoverage(Working working, MemberFile file, Registration registration) {
        this.working = working;
        this.file = file;
        this.registration = registration;
    }

    SchemeCoverage on(LocalDate day) {
        return working.says(RULES + "pays", day, facts(day)) ? paying(day) : retired(day);
    }

    private SchemeCoverage answer(
            Standing standing, @Nullable LocalDate from, @Nullable LocalDate until, String reason, int years) {
        return new SchemeCoverage(SCHEME, registration.personType(), standing, from, until, reason, years, List.of());
    }

    private Facts facts(LocalDate day) {
        return file.person()
                .on(day)
                .with(Fact.Kind.SCHEME, SCHEME)
                .with(Fact.Kind.PERSON_TYPE, registration.personType());
    }

    // ---- retired

    private SchemeCoverage retired(LocalDate day) {
        int years = working.count(RULES + "retire.years", day, facts(day));
        int local = working.countOrZero(RULES + "retire.local_years", day, facts(day));
        int lacking = Math.max(years * MONTHS - file.creditedMonths(), local * MONTHS - file.localMonths());
        String counted = "累计 " + file.creditedMonths() + " 个月，其中本地 " + file.localMonths() + " 个月；需 " + years + " 年"
                + (local == 0 ? "" : "，其中本地 " + local + " 年");
        working.step("退休人员缴费年限", counted, lacking > 0 ? "还差 " + lacking + " 个月" : "已达到");
        int insured = file.creditedMonths() / MONTHS;
        return lacking > 0
                ? answer(Standing.YEARS_SHORT, null, null, "缴费年限不足，还差 " + lacking + " 个月，补足后享受待遇", insured)
                : answer(
                        Standing.ENJOYED,
                        registration.from(),
                        registration.to(),
                        "缴费年限已达到，" + registration.from() + " 起享受待遇",
                        insured);
    }

    // ---- paying

    private SchemeCoverage paying(LocalDate day) {
        int lag = working.count(RULES + "lag", day, facts(day));
        int most = working.count(RULES + "gap", day, facts(day));
        YearMonth cause = YearMonth.from(day).minusMonths(lag);
        List<NavigableSet<YearMonth>> runs = runs(most);
        Optional<NavigableSet<YearMonth>> run =
                runs.stream().filter(months -> months.contains(cause)).findFirst();
        working.step("缴费月份", "本月待遇对应 " + cause + " 的缴费", run.isPresent() ? "已缴费" : "未缴费");
        if (run.isEmpty()) {
            return answer(Standing.UNPAID, null, null, "未缴 " + cause + " 的职工医保费", 0);
        }
        NavigableSet<YearMonth> paid = run.get();
        int wait = wait(paid.first());
        int so = paid.headSet(cause, true).size();
        YearMonth waited = paidMonth(paid, Math.max(1, wait));
        YearMonth block = unbroken(paid, cause, -1);
        YearMonth first = (waited.isAfter(block) ? waited : block).plusMonths(lag);
        LocalDate until = unbroken(paid, cause, 1).plusMonths(lag).atEndOfMonth();
        working.step("连续缴费", paid.first() + " 至 " + cause + "，需缴满 " + wait + " 个月", "已缴 " + so + " 个月");
        int years = (int) (ChronoUnit.MONTHS.between(paid.first(), cause) + 1) / MONTHS;
        LocalDate from = first.atDay(1);
        return so < wait
                ? answer(
                        Standing.WAITING,
                        from,
                        null,
                        "需连续缴满 " + wait + " 个月，已缴 " + so + " 个月，" + from + " 起享受待遇",
                        years)
                : answer(Standing.ENJOYED, from, until, "已缴费，" + from + " 起享受待遇", years);
    }

    /** The paid month of a number; when it is still to be paid, as if every month were paid from now on. */
    private static YearMonth paidMonth(NavigableSet<YearMonth> paid, int number) {
        List<YearMonth> months = List.copyOf(paid);
        return number <= months.size() ? months.get(number - 1) : paid.last().plusMonths(number - (long) months.size());
    }

    /** The last paid month that is reached without a missing one, going back (-1) or on (1). */
    private static YearMonth unbroken(NavigableSet<YearMonth> paid, YearMonth from, int direction) {
        YearMonth last = from;
        while (paid.contains(last.plusMonths(direction))) {
            last = last.plusMonths(direction);
        }
        return last;
    }

    /** Paid months in runs; a run goes on over at most so many missing months. */
    private List<NavigableSet<YearMonth>> runs(int most) {
        List<NavigableSet<YearMonth>> runs = new ArrayList<>();
        for (YearMonth month : paidMonths(most)) {
            if (runs.isEmpty()
                    || ChronoUnit.MONTHS.between(runs.get(runs.size() - 1).last(), month) - 1 > most) {
                runs.add(new TreeSet<>());
            }
            runs.get(runs.size() - 1).add(month);
        }
        return runs;
    }

    /** Months that are paid for, not too late. */
    private NavigableSet<YearMonth> paidMonths(int most) {
        NavigableSet<YearMonth> months = new TreeSet<>();
        for (Payment payment : file.covering(SCHEME).toList()) {
            YearMonth paid = YearMonth.from(payment.paid());
            YearMonth last = YearMonth.from(payment.to());
            for (YearMonth month = YearMonth.from(payment.from()); !month.isAfter(last); month = month.plusMonths(1)) {
                if (ChronoUnit.MONTHS.between(month, paid) <= most) {
                    months.add(month);
                }
            }
        }
        return months;
    }

    private int wait(YearMonth start) {
        LocalDate first = start.atDay(1);
        return working.count(
                RULES + "wait",
                first,
                EarlierCover.facts(facts(first), file.lastBefore(first).orElse(null), first));
    }
}
