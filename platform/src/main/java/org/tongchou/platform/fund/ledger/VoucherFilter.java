package org.tongchou.platform.fund.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.Where;

/**
 * Which vouchers are asked for; nothing said means all.
 *
 * @param fund code of the fund
 * @param from from this day on
 * @param to up to this day
 * @param kind posting, manual, reversal or closing
 * @param module module of the cause
 * @param causeKind kind of the cause
 * @param causeId id of the cause
 * @param party code of whom a line concerns
 * @param text part of the summary, or the number of a voucher
 */
record VoucherFilter(
        @Nullable String fund,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String kind,
        @Nullable String module,
        @Nullable String causeKind,
        @Nullable String causeId,
        @Nullable String party,
        @Nullable String text) {
    Where where() {
        return new Where()
                .when(fund, "v.fund = :fund", "fund")
                .when(from == null ? null : FundDays.day("起始日期", from), "v.voucher_date >= :from", "from")
                .when(to == null ? null : FundDays.day("截止日期", to), "v.voucher_date <= :to", "to")
                .when(kind, "v.kind = :kind", "kind")
                .when(module, "v.cause_module = :module", "module")
                .when(causeKind, "v.cause_kind = :causeKind", "causeKind")
                .when(causeId, "v.cause_id = :causeId", "causeId")
                .when(
                        party,
                        "v.id in (select e.voucher_id from fund.entry e where e.party = :party and e.party <> '')",
                        "party")
                .when(text, "(strpos(v.summary, :text) > 0 or v.id::text = :text)", "text");
    }
}
