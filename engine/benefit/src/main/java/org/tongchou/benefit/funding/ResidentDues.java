package org.tongchou.benefit.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * 居民医保个人缴费与资助参保: the personal dues of a benefit year and who pays them.
 *
 * @param dues the personal dues
 * @param subsidised of them, what assistance pays
 * @param identity the identity for which it does; null when nobody or everybody gets it
 */
public record ResidentDues(
        Money dues, Money subsidised, @Nullable String identity) {
    /** What the person pays. */
    public Money personal() {
        return dues.minus(subsidised);
    }

    /**
     * Computes them. 就高不重复: what each identity alone would give is compared, and the highest is paid once.
     *
     * <p>Refuses unknown words ({@code E-BEN-002}), years before birth or after death ({@code E-BEN-007}) and missing
     * parameters ({@code E-BEN-012}).
     *
     * @param personType a person type of the pack; empty when the scheme has none
     * @param year first day of the benefit year; of somebody born later the day of birth
     */
    public static Result<ResidentDues> of(PolicyPack pack, Insured person, String personType, LocalDate year) {
        return Working.of(pack, "居民医保个人缴费", working -> {
            working.requireAlive("year", year, person);
            Facts facts = person.on(year).with(Fact.Kind.SCHEME, "resident").with(Fact.Kind.PERSON_TYPE, personType);
            Money dues = Rounded.fen(working.get("dues.resident", year, facts));
            working.step("居民医保个人缴费标准", "", dues);
            Money best = Money.ZERO;
            String identity = null;
            for (String held : person.identitiesOn(year)) {
                Money alone = subsidy(working, dues, year, facts.with(Fact.Kind.IDENTITY, List.of(held)), held);
                if (alone.compareTo(best) > 0) {
                    best = alone;
                    identity = held;
                }
            }
            Money anyone = subsidy(working, dues, year, facts.with(Fact.Kind.IDENTITY, List.of()), "无身份");
            ResidentDues result = anyone.compareTo(best) >= 0
                    ? new ResidentDues(dues, anyone, null)
                    : new ResidentDues(dues, best, identity);
            working.step(
                    "资助参保",
                    "就高不重复" + (result.identity() == null ? "" : "，按 " + identity),
                    result.subsidised() + "，个人缴 " + result.personal());
            return result;
        });
    }

    private static Money subsidy(Working working, Money dues, LocalDate year, Facts facts, String held) {
        BigDecimal share = working.orZero("dues.resident.subsidised", year, facts);
        Money amount = Rounded.fen(working.orZero("dues.resident.subsidised_amount", year, facts));
        Money byShare = Rounded.fen(dues.in(MoneyUnit.YUAN).multiply(share));
        Money higher = byShare.compareTo(amount) > 0 ? byShare : amount;
        Money paid = higher.compareTo(dues) > 0 ? dues : higher;
        if (paid.fen() > 0) {
            working.step("资助标准", held, paid);
        }
        return paid;
    }
}
