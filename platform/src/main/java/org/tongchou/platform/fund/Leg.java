package org.tongchou.platform.fund;

import org.jspecify.annotations.Nullable;

/**
 * One line of a voucher.
 *
 * @param account code of the account, one of {@link FundAccounts}
 * @param fen above zero a debit (借方), below zero a credit (贷方); never zero
 * @param party code of whom it concerns: employer, county, provider; null when the account has none; never an identity number
 */
public record Leg(String account, long fen, @Nullable String party) {
    /** A debit (借方). */
    public static Leg debit(String account, long fen, @Nullable String party) {
        return new Leg(account, fen, party);
    }

    /** A credit (贷方) of so much. */
    public static Leg credit(String account, long fen, @Nullable String party) {
        return new Leg(account, -fen, party);
    }
}
