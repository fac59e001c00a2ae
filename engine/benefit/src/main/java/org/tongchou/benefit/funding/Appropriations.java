package org.tongchou.benefit.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.Percent;
import org.tongchou.money.Rounding;

/**
 * Subsidy money as it was granted (财政补助到位情况), to be compared with what was due.
 *
 * @param grants in any order
 * @param standard subsidy per head of the year, more than nought
 */
public record Appropriations(List<Grant> grants, Money standard) {
    /**
     * A grant.
     *
     * @param payer who granted it: a level's word, or another payer
     * @param stage in advance or in the final clearing
     * @param amount may be negative in the clearing
     */
    public record Grant(String payer, Stage stage, Money amount) {}

    /** When money is granted. */
    public enum Stage {
        /** 提前下达、预拨. */
        ADVANCE,
        /** 清算、结算. */
        CLEARING
    }

    /** Copies the list. */
    public Appropriations {
        grants = List.copyOf(grants);
    }

    /** With the standard {@code subsidy.standard} of the pack; refuses one that is not above nought. */
    public static Result<Appropriations> of(PolicyPack pack, List<Grant> grants, LocalDate year) {
        return Working.of(pack, "财政补助到位情况", working -> {
            BigDecimal standard = working.get("subsidy.standard", year, Facts.NONE.with(Fact.Kind.SCHEME, "resident"));
            working.require(standard.signum() > 0, Code.NO_VALUE, "subsidy.standard", standard, "大于 0 的金额");
            Appropriations result = new Appropriations(grants, Money.of(standard, MoneyUnit.YUAN));
            working.step("到位财政补助", grants.size() + " 笔", result.total() + "，折合 " + result.impliedHeads() + " 人");
            return result;
        });
    }

    /** All of it. */
    public Money total() {
        return sum(grants);
    }

    /** What a payer granted. */
    public Money total(String payer) {
        return sum(of(payer));
    }

    /** How many heads it pays for at the standard, rounded half up. */
    public long impliedHeads() {
        return BigDecimal.valueOf(total().fen())
                .divide(BigDecimal.valueOf(standard.fen()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** A payer's share of all, to two decimals; empty when nothing was granted. */
    public Optional<Percent> share(String payer) {
        return Percent.of(total(payer), total(), 2, Rounding.HALF_UP);
    }

    /** How much of a payer's money came in advance, to two decimals; empty when it granted nothing. */
    public Optional<Percent> advanceShare(String payer) {
        Money advance = sum(of(payer).stream()
                .filter(grant -> grant.stage() == Stage.ADVANCE)
                .toList());
        return Percent.of(advance, total(payer), 2, Rounding.HALF_UP);
    }

    private List<Grant> of(String payer) {
        return grants.stream().filter(grant -> grant.payer().equals(payer)).toList();
    }

    private static Money sum(List<Grant> grants) {
        return grants.stream().map(Grant::amount).reduce(Money.ZERO, Money::plus);
    }
}
