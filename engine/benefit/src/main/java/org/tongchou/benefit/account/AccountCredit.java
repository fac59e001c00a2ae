package org.tongchou.benefit.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.funding.DuesBase;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.PrintedNumber;

/** 个人账户月划入. Pure. */
public final class AccountCredit {
    private AccountCredit() {}

    /**
     * What a month brings: base × rate + fixed amount, rounded once to fen. The base is that of the dues.
     *
     * <p>Refuses wages below nought or too large ({@code E-BEN-003}), unknown words ({@code E-BEN-002}), months before
     * birth or after death ({@code E-BEN-007}) and missing parameters ({@code E-BEN-012}).
     */
    public static Result<Money> of(PolicyPack pack, Contributor contributor, YearMonth month) {
        return Working.of(pack, "个人账户划入", working -> {
            LocalDate day = month.atEndOfMonth();
            working.requireAlive("month", month.atDay(1), contributor.person());
            Facts facts = contributor.on(day);
            BigDecimal rate = working.orZero("account.credit.rate", day, facts);
            BigDecimal fixed = working.orZero("account.credit.fixed", day, facts);
            BigDecimal base =
                    rate.signum() == 0 ? BigDecimal.ZERO : DuesBase.of(working, contributor.wage(), day, facts);
            Money credit = Rounded.fen(base.multiply(rate).add(fixed));
            working.step(
                    "月划入",
                    PrintedNumber.shortest(base) + " × " + Working.percent(rate) + " + "
                            + PrintedNumber.shortest(fixed),
                    credit);
            return credit;
        });
    }
}
