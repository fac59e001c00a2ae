package org.tongchou.platform.fund.payment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of payments.
 *
 * @param id its number, which also stands in the bank's files
 * @param fund code of the fund
 * @param fundName its name
 * @param payDate day of payment
 * @param state 待复核, 已付款 or 已退回
 * @param lines how many payees
 * @param fen what is paid in all
 * @param paid lines that the bank has paid
 * @param failed lines that the bank could not pay
 * @param reason why it was returned
 * @param createdBy id of who made it
 * @param createdName who made it
 * @param createdAt when
 * @param reviewedName who reviewed it
 * @param reviewedAt when; null when nobody did
 * @param version for changing it
 */
record Batch(
        long id,
        String fund,
        String fundName,
        LocalDate payDate,
        String state,
        int lines,
        long fen,
        long paid,
        long failed,
        String reason,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        String reviewedName,
        @Nullable OffsetDateTime reviewedAt,
        int version) {
    static final String WAITING = "待复核";
    static final String PAID = "已付款";

    /**
     * What one payee gets.
     *
     * @param batchId number of the batch
     * @param line number of the line, which also stands in the bank's files
     * @param payeeCode code of the payee
     * @param payeeName name of the payee
     * @param bankName bank of the payee
     * @param accountShown account of the payee, masked
     * @param fen how much
     * @param voucherId voucher of the payment; null before it is paid
     * @param outcome 成功 or 失败; null while the bank has not answered
     * @param outcomeDate when the bank says so
     * @param outcomeReason why it failed
     * @param bankSerial the bank's number
     * @param returnVoucherId voucher of the money that came back; null when none did
     */
    record Line(
            long batchId,
            int line,
            String payeeCode,
            String payeeName,
            String bankName,
            String accountShown,
            long fen,
            @Nullable Long voucherId,
            @Nullable String outcome,
            @Nullable LocalDate outcomeDate,
            String outcomeReason,
            String bankSerial,
            @Nullable Long returnVoucherId) {
        boolean isAnswered() {
            return outcome != null;
        }
    }

    /**
     * A new batch.
     *
     * @param fund code of the fund
     * @param payDate day of payment
     * @param orders ids of the orders
     */
    record Request(
            @Nullable String fund,
            @Nullable LocalDate payDate,
            @Nullable List<Long> orders) {}

    /**
     * What the reviewer decides.
     *
     * @param accept whether it is paid; else it is returned and its orders wait again
     * @param reason why it is returned
     * @param version of what was read
     */
    record Review(
            @Nullable Boolean accept,
            @Nullable String reason,
            @Nullable Integer version) {}
}
