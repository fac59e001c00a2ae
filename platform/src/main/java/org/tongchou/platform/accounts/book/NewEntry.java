package org.tongchou.platform.accounts.book;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.EntryKind;

/**
 * An entry to be posted.
 *
 * @param unitId the unit it belongs to
 * @param kind what it is
 * @param date day of the voucher, within the year of the book; 1 January for an opening balance
 * @param voucherNo number of the voucher; of the document for an adjustment; may be empty otherwise
 * @param summary what it is for; the reason for an adjustment; may be empty otherwise
 * @param counterparty who was paid or paid; may be empty
 * @param projectId the project; needed for 项目支出, none for 基本支出
 * @param functionalCode 项 of the functional classification, 7 digits
 * @param economicCode 款 of the economic classification, 5 digits; empty where none is needed
 * @param fund source of the money, see {@link EntryRules#funds}
 * @param nature 基本支出, 项目支出 …; empty for income
 * @param fen amount in fen, not zero
 */
public record NewEntry(
        long unitId,
        EntryKind kind,
        LocalDate date,
        String voucherNo,
        String summary,
        String counterparty,
        @Nullable Long projectId,
        String functionalCode,
        String economicCode,
        String fund,
        String nature,
        long fen) {}
