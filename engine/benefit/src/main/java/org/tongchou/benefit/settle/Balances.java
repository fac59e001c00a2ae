package org.tongchou.benefit.settle;

import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;

/**
 * What accounts may pay of a bill.
 *
 * @param account 个人账户余额
 * @param accountUse at most so much of it is used; null for all
 * @param mutual 家庭共济账户余额
 * @param mutualUse at most so much of it is used; null for all
 */
public record Balances(
        Money account,
        @Nullable Money accountUse,
        Money mutual,
        @Nullable Money mutualUse) {
    /** No accounts. */
    public static final Balances NONE = new Balances(Money.ZERO, null, Money.ZERO, null);
}
