package org.tongchou.platform.accounts.book;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param id its id
 * @param kind code of its kind
 * @param kindName kind in Chinese
 * @param unitId the unit
 * @param unitName name of the unit
 * @param date day of the voucher
 * @param voucherNo number of the voucher or document; may be empty
 * @param summary what it is for
 * @param counterparty who was paid or paid; may be empty
 * @param projectId the project; null when there is none
 * @param projectName name of the project; may be empty
 * @param functionalCode functional code; may be empty
 * @param functionalName its name
 * @param economicCode economic code; may be empty
 * @param economicName its name
 * @param fund source of money
 * @param nature nature of expenditure; may be empty
 * @param fen amount in fen
 * @param reverses the entry that this one reverses; null when it is none
 * @param reversedBy the mirror entry; null when it is not reversed
 * @param batchId the batch it was imported with; null when entered by hand
 * @param createdName who posted it
 * @param createdAt when
 */
public record EntryRow(
        long id,
        String kind,
        String kindName,
        long unitId,
        String unitName,
        LocalDate date,
        String voucherNo,
        String summary,
        String counterparty,
        @Nullable Long projectId,
        String projectName,
        String functionalCode,
        String functionalName,
        String economicCode,
        String economicName,
        String fund,
        String nature,
        long fen,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        @Nullable Long batchId,
        String createdName,
        OffsetDateTime createdAt) {}
