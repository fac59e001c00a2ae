package org.tongchou.benefit.coverage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;

/**
 * Settles the bills of members: decides for the day of the bill which benefits are enjoyed, then settles in that scheme with
 * the unbroken years and the raise of the critical-illness cap that follow. Pure; safe for concurrent use.
 */
public final class MemberSettlement {
    private static final String CAP = "coverage.critical.cap";

    private MemberSettlement() {}

    /**
     * What came of a bill.
     *
     * @param coverage what the member is entitled to on the day, with its explanation
     * @param outcome the settlement, or why there is none
     */
    public record Answer(Result<Coverage> coverage, Outcome outcome) {}

    /**
     * Settles one bill and explains it.
     *
     * <p>Refuses what {@link CoverageDecision} and {@link BenefitEngine} refuse, a bill in a scheme whose benefits are not
     * enjoyed ({@code E-BEN-011}, unless only funds pay that may be used all the same), and a bill that does not say which of
     * several enjoyed schemes is meant when the pack does not rank them ({@code E-BEN-008}).
     *
     * @param policy rules in force on the bill's date
     * @param member the member
     * @param year what the member has used up
     * @param bill what is to be settled
     */
    public static Answer settle(Policy policy, Member member, YearState year, Bill bill) {
        Result<Coverage> decided = CoverageDecision.of(policy.pack(), member.file(), bill.date());
        if (decided instanceof Result.Refused<Coverage> refused) {
            return new Answer(decided, new Outcome.Refused(refused.failure()));
        }
        Coverage coverage = decided.getValue();
        SchemeCoverage scheme = meant(coverage, bill);
        if (scheme == null) {
            return new Answer(decided, new Outcome.Refused(notMeant(coverage, bill)));
        }
        Result<Money> raise = raise(policy.pack(), member, scheme, bill);
        if (raise instanceof Result.Refused<Money> refused) {
            return new Answer(decided, new Outcome.Refused(refused.failure()));
        }
        Outcome outcome = BenefitEngine.settleAndExplain(policy, person(member, scheme, raise.getValue()), year, bill);
        boolean may = scheme.enjoyed()
                || outcome.settlement()
                        .filter(settlement -> paidAllTheSame(policy.pack(), settlement, scheme))
                        .isPresent();
        return new Answer(decided, may ? outcome : new Outcome.Refused(notCovered(coverage, bill)));
    }

    /** The scheme that the bill says, else the one that is used, else the only one there is; null when none is clear. */
    private static @Nullable SchemeCoverage meant(Coverage coverage, Bill bill) {
        List<SchemeCoverage> all = coverage.schemes();
        String scheme = !bill.scheme().isEmpty()
                ? bill.scheme()
                : coverage.used() != null
                        ? coverage.used()
                        : all.size() == 1 ? all.get(0).scheme() : "";
        return coverage.find(scheme).orElse(null);
    }

    private static Failure notMeant(Coverage coverage, Bill bill) {
        if (bill.scheme().isEmpty() && coverage.enjoysTwoSchemes()) {
            String schemes = coverage.schemes().stream()
                    .filter(SchemeCoverage::enjoyed)
                    .map(SchemeCoverage::scheme)
                    .collect(Collectors.joining(" 或 "));
            return new Failure(Code.TWO_SCHEMES, "bill.scheme", "", schemes + "，请写明用哪一种");
        }
        return notCovered(coverage, bill);
    }

    private static Failure notCovered(Coverage coverage, Bill bill) {
        String reasons = coverage.schemes().stream()
                .filter(scheme -> bill.scheme().isEmpty() || scheme.scheme().equals(bill.scheme()))
                .map(scheme -> scheme.scheme() + "：" + scheme.reason())
                .collect(Collectors.joining("；"));
        return new Failure(
                Code.NOT_COVERED,
                "person.enrolments",
                bill.scheme(),
                bill.date() + " 享受待遇；" + (reasons.isEmpty() ? "当日没有参保" : reasons));
    }

    /** What unbroken years add to the cap; nothing outside the resident scheme and where the pack has no such rule. */
    private static Result<Money> raise(PolicyPack pack, Member member, SchemeCoverage scheme, Bill bill) {
        boolean may = scheme.scheme().equals(ResidentCoverage.SCHEME)
                && Optional.ofNullable(pack.parameters().get(CAP))
                        .flatMap(cap -> cap.on(bill.date()))
                        .isPresent();
        Insured person = member.file().person();
        return may
                ? CapRaise.of(pack, person, bill.date(), scheme.insuredYears(), member.noClaimYears())
                : Working.of(pack, "大病保险封顶线提高额", working -> Money.ZERO);
    }

    private static Person person(Member member, SchemeCoverage scheme, Money raise) {
        Insured person = member.file().person();
        Enrolment enrolment = new Enrolment(
                scheme.scheme(), scheme.personType(), person.feeTier(), scheme.insuredYears(), raise, null, null);
        return new Person(
                person.born(),
                person.died(),
                person.sex(),
                List.of(enrolment),
                person.identities(),
                member.heldDiseases(),
                member.careLevel());
    }

    /** Whether every tier of the plan pays from a fund that may be used without the benefits of the scheme. */
    private static boolean paidAllTheSame(PolicyPack pack, Settlement settlement, SchemeCoverage scheme) {
        Set<String> usable = scheme.funds().stream()
                .filter(SchemeCoverage.FundCoverage::enjoyed)
                .map(SchemeCoverage.FundCoverage::fund)
                .collect(Collectors.toSet());
        return settlement.plan().tiers().stream()
                .map(pack.tiers()::get)
                .map(tier -> tier == null ? null : tier.fund())
                .allMatch(fund -> fund != null && usable.contains(fund));
    }
}
