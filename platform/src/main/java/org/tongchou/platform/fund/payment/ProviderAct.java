package org.tongchou.platform.fund.payment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Money between a fund and a provider.
 *
 * @param id its id
 * @param kind 预付, 结算, 退还质保金 or 扣罚质保金
 * @param fund code of the fund
 * @param fundName its name
 * @param month month that it is for
 * @param date business date
 * @param payeeCode code of the provider
 * @param payeeName name of the provider
 * @param bankName its bank
 * @param accountShown its account, masked; empty when nothing is paid
 * @param account settlement: the account of benefits, or that of what is due to providers; empty otherwise
 * @param dueFen what the act is about
 * @param offsetFen settlement: what was prepaid and is set off
 * @param depositFen settlement: what is kept back as deposit
 * @param payFen what is paid out
 * @param summary what it is for
 * @param state 待复核, 已复核 or 已退回
 * @param reason why it was returned
 * @param createdBy id of who entered it
 * @param createdName who entered it
 * @param createdAt when
 * @param reviewedName who reviewed it
 * @param voucherId what it posted by itself; null when nothing
 * @param orderId the order to pay; null when nothing is paid
 * @param version for changing it
 */
record ProviderAct(
        long id,
        String kind,
        String fund,
        String fundName,
        String month,
        LocalDate date,
        String payeeCode,
        String payeeName,
        String bankName,
        String accountShown,
        String account,
        long dueFen,
        long offsetFen,
        long depositFen,
        long payFen,
        String summary,
        String state,
        String reason,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        String reviewedName,
        @Nullable Long voucherId,
        @Nullable Long orderId,
        int version) {
    static final String PREPAYMENT = "预付";
    static final String SETTLEMENT = "结算";
    static final String DEPOSIT_BACK = "退还质保金";
    static final String DEPOSIT_KEPT = "扣罚质保金";

    /**
     * A new one.
     *
     * @param kind 预付, 结算, 退还质保金 or 扣罚质保金
     * @param fund code of the fund
     * @param month month that it is for, 2025-03
     * @param date business date
     * @param payeeCode code of the provider
     * @param payeeName name of the provider
     * @param bankName its bank
     * @param bankAccount its account
     * @param account settlement: what is debited; what is due to providers unless said
     * @param dueFen what the act is about
     * @param offsetFen settlement: what was prepaid and is set off
     * @param depositFen settlement: what is kept back
     * @param summary what it is for
     */
    record Request(
            @Nullable String kind,
            @Nullable String fund,
            @Nullable String month,
            @Nullable LocalDate date,
            @Nullable String payeeCode,
            @Nullable String payeeName,
            @Nullable String bankName,
            @Nullable String bankAccount,
            @Nullable String account,
            @Nullable Long dueFen,
            @Nullable Long offsetFen,
            @Nullable Long depositFen,
            @Nullable String summary) {}
}
