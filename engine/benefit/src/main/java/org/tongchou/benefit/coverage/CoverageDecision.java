package org.tongchou.benefit.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.coverage.SchemeCoverage.FundCoverage;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;

/** Decides what a person is entitled to on a day (人员待遇享受检查). Pure; safe for concurrent use. */
public final class CoverageDecision {
    private static final int MOST_RECORDS = 10_000;

    private CoverageDecision() {}

    /**
     * Decides for every scheme in which the person is enrolled on the day.
     *
     * <p>Refuses unknown schemes and person types ({@code E-BEN-002}), days before birth, after death or in the wrong
     * order ({@code E-BEN-007}), counts below nought or too many records ({@code E-BEN-003}) and missing parameters
     * ({@code E-BEN-012}).
     *
     * @param pack the rules
     * @param file enrolments and payments, also those made after the day: what is paid back counts from its period
     * @param day the day of the visit
     */
    public static Result<Coverage> of(PolicyPack pack, MemberFile file, LocalDate day) {
        return Working.of(pack, "待遇享受检查", working -> {
            check(working, file, day);
            List<SchemeCoverage> schemes = new ArrayList<>();
            current(working, file, day)
                    .values()
                    .forEach(enrolment ->
                            schemes.add(withFunds(working, file.person(), one(working, file, enrolment, day), day)));
            return new Coverage(day, schemes, used(working, file.person(), schemes, day));
        });
    }

    private static void check(Working working, MemberFile file, LocalDate day) {
        working.requireAlive("date", day, file.person());
        working.requireCount("enrolments", file.enrolments().size(), 0, MOST_RECORDS);
        working.requireCount("payments", file.payments().size(), 0, MOST_RECORDS);
        working.requireCount("credited_months", file.creditedMonths(), 0, 1200);
        working.requireCount("local_months", file.localMonths(), 0, file.creditedMonths());
        var known = working.pack().vocabulary().wordsOf(Fact.of(Fact.Kind.SCHEME));
        for (Enrolment enrolment : file.enrolments()) {
            working.requireWord("enrolments.scheme", enrolment.scheme(), known);
            working.requireOrder("enrolments.to", enrolment.from(), enrolment.to());
            working.require(
                    !enrolment.from().isBefore(file.person().born()),
                    Code.DATE,
                    "enrolments.from",
                    enrolment.from(),
                    "不早于出生日期 " + file.person().born() + " 的日期");
        }
        for (Payment payment : file.payments()) {
            working.requireWord("payments.scheme", payment.scheme(), known);
            working.requireOrder("payments.to", payment.from(), payment.to());
            working.require(
                    payment.to().isBefore(payment.from().plusYears(1)),
                    Code.DATE,
                    "payments.to",
                    payment.to(),
                    "不超过一年的缴费所属期");
        }
    }

    /** The enrolment of each scheme on the day: the last one begun. */
    private static Map<String, Enrolment> current(Working working, MemberFile file, LocalDate day) {
        Map<String, Enrolment> current = new LinkedHashMap<>();
        file.enrolments().stream()
                .filter(enrolment ->
                        !begins(working, file, enrolment).isAfter(day) && !day.isAfter(lasts(working, enrolment, day)))
                .sorted(Comparator.comparing(Enrolment::from))
                .forEach(enrolment -> current.put(enrolment.scheme(), enrolment));
        return current;
    }

    /** The first day of an enrolment; of a newborn enrolled in time the day of birth. */
    private static LocalDate begins(Working working, MemberFile file, Enrolment enrolment) {
        LocalDate born = file.person().born();
        boolean newborn = enrolment.scheme().equals(ResidentCoverage.SCHEME)
                && !enrolment
                        .from()
                        .isAfter(born.plusDays(
                                working.aside(quiet -> ResidentCoverage.newbornDays(quiet, file.person()))));
        return newborn ? born : enrolment.from();
    }

    /** The last day on which an enrolment may give benefits: a paid month of an employee works later. */
    private static LocalDate lasts(Working working, Enrolment enrolment, LocalDate day) {
        LocalDate to = enrolment.to();
        if (to == null) {
            return LocalDate.MAX;
        }
        return enrolment.scheme().equals(EmployeeCoverage.SCHEME)
                ? working.aside(quiet -> to.plusMonths(quiet.countOrZero(
                                "coverage.employee.lag",
                                day,
                                Facts.NONE
                                        .with(Fact.Kind.SCHEME, enrolment.scheme())
                                        .with(Fact.Kind.PERSON_TYPE, enrolment.personType())))
                        .withDayOfMonth(1)
                        .plusMonths(1)
                        .minusDays(1))
                : to;
    }

    private static SchemeCoverage one(Working working, MemberFile file, Enrolment enrolment, LocalDate day) {
        return switch (enrolment.scheme()) {
            case ResidentCoverage.SCHEME -> new ResidentCoverage(working, file, enrolment).on(day);
            case EmployeeCoverage.SCHEME -> new EmployeeCoverage(working, file, enrolment).on(day);
            default -> {
                working.step("参保", enrolment.scheme() + " 自 " + enrolment.from() + " 起参保", Standing.ENJOYED.word());
                yield new SchemeCoverage(
                        enrolment.scheme(),
                        enrolment.personType(),
                        Standing.ENJOYED,
                        enrolment.from(),
                        enrolment.to(),
                        "已参保，" + enrolment.from() + " 起享受待遇",
                        0,
                        List.of());
            }
        };
    }

    private static SchemeCoverage withFunds(Working working, Insured person, SchemeCoverage scheme, LocalDate day) {
        Facts facts =
                person.on(day).with(Fact.Kind.SCHEME, scheme.scheme()).with(Fact.Kind.PERSON_TYPE, scheme.personType());
        List<FundCoverage> rows = new ArrayList<>();
        for (var fund : SchemeFunds.of(working.pack(), scheme.scheme(), day)) {
            boolean always =
                    !scheme.enjoyed() && working.says("coverage.always", day, facts.with(Fact.Kind.FUND, fund.id()));
            rows.add(
                    always
                            ? new FundCoverage(fund.id(), fund.code(), true, null, null, "不受待遇状态影响，可以使用")
                            : new FundCoverage(
                                    fund.id(),
                                    fund.code(),
                                    scheme.enjoyed(),
                                    scheme.from(),
                                    scheme.until(),
                                    scheme.reason()));
        }
        String enjoyed = String.join(
                "、",
                rows.stream()
                        .filter(FundCoverage::enjoyed)
                        .map(FundCoverage::fund)
                        .toList());
        working.step("可用的基金", scheme.standing().word(), enjoyed.isEmpty() ? "无" : enjoyed);
        return scheme.withFunds(rows);
    }

    private static @Nullable String used(Working working, Insured person, List<SchemeCoverage> schemes, LocalDate day) {
        List<SchemeCoverage> enjoyed =
                schemes.stream().filter(SchemeCoverage::enjoyed).toList();
        if (enjoyed.size() < 2) {
            return enjoyed.isEmpty() ? null : enjoyed.get(0).scheme();
        }
        Map<String, BigDecimal> ranks = new LinkedHashMap<>();
        for (SchemeCoverage scheme : enjoyed) {
            working.find("coverage.rank", day, person.on(day).with(Fact.Kind.SCHEME, scheme.scheme()))
                    .ifPresent(rank -> ranks.put(scheme.scheme(), rank));
        }
        Optional<BigDecimal> least = ranks.values().stream().min(Comparator.naturalOrder());
        List<String> first = ranks.entrySet().stream()
                .filter(rank -> rank.getValue().compareTo(least.orElseThrow()) == 0)
                .map(Map.Entry::getKey)
                .toList();
        String used = ranks.size() == enjoyed.size() && first.size() == 1 ? first.get(0) : null;
        working.step("重复参保", ranks.toString(), used == null ? "须指定险种" : "按 " + used + " 享受待遇");
        return used;
    }
}
