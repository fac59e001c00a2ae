package org.tongchou.benefit.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;

/** What unbroken years and years without a claim add to the yearly cap of critical-illness insurance. Pure. */
public final class CapRaise {
    private static final String RULES = "coverage.critical.";

    private CapRaise() {}

    /**
     * The raise: (years − after) × per year + years without a claim × per year, at most a share of the cap.
     *
     * @param pack the rules
     * @param person the person
     * @param day the day asked for
     * @param unbrokenYears years of unbroken resident enrolment, 0 or more
     * @param noClaimYears years without a claim since a raise was last used, 0 or more
     */
    public static Result<Money> of(
            PolicyPack pack, Insured person, LocalDate day, int unbrokenYears, int noClaimYears) {
        return Working.of(pack, "大病保险封顶线提高额", working -> {
            working.requireAlive("date", day, person);
            working.requireCount("insured_years", unbrokenYears, 0, 200);
            working.requireCount("no_claim_years", noClaimYears, 0, 200);
            Facts facts = person.on(day)
                    .with(Fact.Kind.SCHEME, ResidentCoverage.SCHEME)
                    .with(Fact.Kind.INSURED_YEARS, unbrokenYears);
            BigDecimal cap = working.get(RULES + "cap", day, facts);
            int after = working.countOrZero(RULES + "after_years", day, facts);
            BigDecimal perYear = working.orZero(RULES + "per_year", day, facts);
            BigDecimal noClaim = working.orZero(RULES + "no_claim", day, facts);
            int further = Math.max(0, unbrokenYears - after);
            BigDecimal raise = perYear.multiply(BigDecimal.valueOf(further))
                    .add(noClaim.multiply(BigDecimal.valueOf(noClaimYears)));
            BigDecimal most =
                    working.find(RULES + "most", day, facts).map(cap::multiply).orElse(raise);
            Money result = Rounded.fen(raise.min(most));
            working.step(
                    "大病保险封顶线提高额",
                    perYear + " × " + further + " 年 + " + noClaim + " × " + noClaimYears + " 年"
                            + (raise.compareTo(most) > 0 ? "，至多 " + Rounded.fen(most) : ""),
                    result);
            return result;
        });
    }
}
