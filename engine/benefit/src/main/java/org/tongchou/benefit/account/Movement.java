package org.tongchou.benefit.account;

import java.time.LocalDate;
import org.tongchou.money.Money;

/**
 * Something that changes a personal account.
 *
 * @param day when
 * @param kind what
 * @param amount how much, more than nought; of {@link Kind#CLOSE} nought: all of it
 * @param refunds 0-based number of the payment that a refund gives back; -1 for all other kinds
 */
public record Movement(LocalDate day, Kind kind, Money amount, int refunds) {
    /** What changes the account. */
    public enum Kind {
        /** 划入. */
        CREDIT,
        /** 支付. */
        PAYMENT,
        /** 退回: gives back a payment or a part of it. */
        REFUND,
        /** 划入家庭共济账户. */
        TRANSFER,
        /** 一次性支取销户, with the interest so far. */
        CLOSE
    }

    /** A movement that is no refund. */
    public static Movement of(LocalDate day, Kind kind, Money amount) {
        return new Movement(day, kind, amount, -1);
    }

    /** A refund of an earlier payment. */
    public static Movement refund(LocalDate day, Money amount, int payment) {
        return new Movement(day, Kind.REFUND, amount, payment);
    }
}
