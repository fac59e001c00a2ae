package org.tongchou.platform.fund.payment;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.Payments;

/**
 * An order to pay.
 *
 * @param id its id
 * @param fund code of the fund
 * @param cause the act behind it
 * @param payeeCode code of the payee
 * @param payeeName name of the payee
 * @param bankName bank of the payee
 * @param accountShown the payee's account, masked
 * @param summary what it is for
 * @param fen what is paid
 * @param state 待付款, 付款中, 已付款, 付款失败 or 已取消
 * @param batchId the batch it is in; null when in none
 * @param line the batch's line
 * @param createdName who asked for it
 * @param createdAt when
 */
record Order(
        long id,
        String fund,
        Cause cause,
        String payeeCode,
        String payeeName,
        String bankName,
        String accountShown,
        String summary,
        long fen,
        String state,
        @Nullable Long batchId,
        @Nullable Integer line,
        String createdName,
        OffsetDateTime createdAt) {
    static final String WAITING = "待付款";

    boolean isCancelled() {
        return state.equals(Payments.CANCELLED);
    }
}
