package org.tongchou.platform.accounts;

import org.jspecify.annotations.Nullable;

/**
 * An entry behind a figure.
 *
 * @param id its id
 * @param kind what it is, in Chinese
 * @param date day of the voucher
 * @param voucherNo number of the voucher
 * @param summary what it is for
 * @param counterparty who was paid
 * @param unit name of the unit
 * @param project name of the project; empty when none
 * @param functional functional code
 * @param economic economic code
 * @param fund source of money
 * @param nature nature of expenditure
 * @param fen as it is counted here: negative when it was subtracted
 * @param reverses the entry that it reverses; null when none
 * @param batchId the import that it came with; null when it was typed
 * @param enteredBy who entered it
 * @param enteredAt when
 */
public record Voucher(
        long id,
        String kind,
        String date,
        String voucherNo,
        String summary,
        String counterparty,
        String unit,
        String project,
        String functional,
        String economic,
        String fund,
        String nature,
        long fen,
        @Nullable Long reverses,
        @Nullable Long batchId,
        String enteredBy,
        String enteredAt) {}
