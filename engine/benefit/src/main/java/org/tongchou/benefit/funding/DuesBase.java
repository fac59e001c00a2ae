package org.tongchou.benefit.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** The base of monthly dues (缴费基数). */
public final class DuesBase {
    private DuesBase() {}

    /** The wage held between {@code dues.base.min} and {@code dues.base.max}, in yuan; notes a step. */
    public static BigDecimal of(Working working, Money wage, LocalDate month, Facts facts) {
        working.requireAmount("wage", wage);
        BigDecimal least = working.get("dues.base.min", month, facts);
        BigDecimal most = working.get("dues.base.max", month, facts);
        working.require(
                least.compareTo(most) <= 0, Code.NO_VALUE, "dues.base.max", most, "不小于 dues.base.min " + least + " 的值");
        BigDecimal base = wage.in(MoneyUnit.YUAN).max(least).min(most);
        working.step("缴费基数", wage + " 在 " + least + " 至 " + most + " 元之间取值", base + " 元");
        return base;
    }
}
