package org.tongchou.benefit.account;

import org.tongchou.money.Money;

/**
 * What is in a personal account.
 *
 * @param carried from earlier years, with their interest (历年结余)
 * @param current from this year (当年划入)
 */
public record Account(Money carried, Money current) {
    /** Empty. */
    public static final Account EMPTY = new Account(Money.ZERO, Money.ZERO);

    /** All that is in it. */
    public Money balance() {
        return carried.plus(current);
    }

    Account plus(Account change) {
        return new Account(carried.plus(change.carried), current.plus(change.current));
    }

    Account minus(Account change) {
        return new Account(carried.minus(change.carried), current.minus(change.current));
    }

    /** An amount taken out of this, first from one part, then from the other. */
    Account part(Money amount, boolean carriedFirst) {
        Money first = least(carriedFirst ? carried : current, amount);
        Money second = amount.minus(first);
        return carriedFirst ? new Account(first, second) : new Account(second, first);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
