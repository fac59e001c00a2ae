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
     * @param file registrations and payments, also those made after the day: what is paid back counts from its period
     * @param day the day of the visit
     */
    public static Result<Coverage> of(PolicyPack pack, MemberFile file, LocalDate day) {
        return Working.of(pack, "待遇享受检查", working -> {
            check(working, file, day);
            List<SchemeCoverage> schemes = new ArrayList<>();
            current(working, file, day)
                    .values()
                    .forEach(registration ->
                            schemes.add(withFunds(working, file.person(), one(working, file, registration, day), day)));
            return new Coverage(day, schemes, used(working, file.person(), schemes, day));
        });
    }

    private static void check(Working working, MemberFile file, LocalDate day) {
        working.requireAlive("date", day, file.person());
        working.requireCount("enrolments", file.registrations().size(), 0, MOST_RECORDS);
        working.requireCount("payments", file.payments().size(), 0, MOST_RECORDS);
        working.requireCount("credited_months", file.creditedMonths(), 0, 1200);
        working.requireCount("local_months", file.localMonths(), 0, file.creditedMonths());
        var known = working.pack().vocabulary().wordsOf(Fact.of(Fact.Kind.SCHEME));
        for (Registration registration : file.registrations()) {
            working.requireWord("enrolments.scheme", registration.scheme(), known);
            working.requireOrder("enrolments.to", registration.from(), registration.to());
            working.require(
                    !registration.from().isBefore(file.person().born()),
                    Code.DATE,
                    "enrolments.from",
                    registration.from(),
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

    /** The registration of each scheme on the day: the last one begun. */
    private static Map<String, Registration> current(Working working, MemberFile file, LocalDate day) {
        Map<String, Registration> current = new LinkedHashMap<>();
        file.registrations().stream()
                .filter(registration -> !begins(working, file, registration).isAfter(day)
                        && !day.isAfter(lasts(working, registration, day)))
                .sorted(Comparator.comparing(Registration::from))
                .forEach(registration -> current.put(registration.scheme(), registration));
        return current;
    }

    /** The first day of a registration; of a newborn registered in time the day of birth. */
    private static LocalDate begins(Working working, MemberFile file, Registration registration) {
        LocalDate born = file.person().born();
        boolean newborn = registration.scheme().equals(ResidentCoverage.SCHEME)
                && !registration
                        .from()
                        .isAfter(born.plusDays(
                                working.aside(quiet -> ResidentCoverage.newbornDays(quiet, file.person()))));
        return newborn ? born : registration.from();
    }

    /** The last day on which a registration may give benefits: a paid month of an employee works later. */
    private static LocalDate lasts(Working working, Registration registration, LocalDate day) {
        LocalDate to = registration.to();
        if (to == null) {
            return LocalDate.MAX;
        }
        return registration.scheme().equals(EmployeeCoverage.SCHEME)
                ? working.aside(quiet -> to.plusMonths(quiet.countOrZero(
                                "coverage.employee.lag",
                                day,
                                Facts.NONE
                                        .with(Fact.Kind.SCHEME, registration.scheme())
                                        .with(Fact.Kind.PERSON_TYPE, registration.personType())))
                        .withDayOfMonth(1)
                        .plusMonths(1)
                        .minusDays(1))
                : to;
    }

    private static SchemeCoverage one(Working working, MemberFile file, Registration registration, LocalDate day) {
        return switch (registration.scheme()) {
            case ResidentCoverage.SCHEME -> new ResidentCoverage(working, file, registration).on(day);
            case EmployeeCoverage.SCHEME -> new EmployeeCoverage(working, file, registration).on(day);
            default -> {
                working.step(
                        "参保", registration.scheme() + " 自 " + registration.from() + " 起参保", Standing.ENJOYED.word());
                yield new SchemeCoverage(
                        registration.scheme(),
                        registration.personType(),
                        Standing.ENJOYED,
                        registration.from(),
                        registration.to(),
                        "已参保，" + registration.from() + " 起享受待遇",
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
        String used = first.size() == 1 ? first.get(0) : null;
        working.step("重复参保", ranks.toString(), used == null ? "须指定险种" : "按 " + used + " 享受待遇");
        return used;
    }
}
