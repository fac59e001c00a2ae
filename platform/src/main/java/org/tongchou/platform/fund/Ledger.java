package org.tongchou.platform.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/**
 * The books of the funds. Posting joins the caller's transaction, which also records the act in the audit log; the voucher keeps
 * who posted it and why. A voucher never changes: a mistake is reversed by its mirror image.
 *
 * <p>Refusals roll the transaction back: an unknown fund or account, lines that do not add up to zero, a month that is closed,
 * money that a guarded account (存款, 暂付款, 暂收款 by party) does not hold.
 */
public interface Ledger {
    /** Posts one voucher, see {@link #post(Actor, List)}. */
    long post(Actor actor, Voucher voucher);

    /**
     * Posts vouchers, all or none. A cause that is posted already in the same fund with the same content is not posted again, even
     * if it was reversed since; with other content it is refused ({@code E-FUN-010}).
     *
     * @return their ids, in the order of the vouchers
     */
    List<Long> post(Actor actor, List<Voucher> vouchers);

    /**
     * Posts the mirror image of a voucher. To post the act again give it another cause.
     *
     * @param date business date of the mirror; its month must be open
     * @param reason why, 1 to 200 characters
     * @return id of the mirror voucher
     */
    long reverse(Actor actor, long voucherId, LocalDate date, String reason);

    /** A voucher by its id. */
    Optional<VoucherView> find(long voucherId);

    /** The vouchers that an act caused, in all funds, and the mirrors of those that were reversed; by id. */
    List<VoucherView> byCause(Cause cause);

    /**
     * What is on an account at the end of a day, with the accounts below it: above zero when more was debited.
     *
     * @param party only of this party; all parties when null
     */
    long balance(String fund, String account, @Nullable String party, LocalDate day);
}
