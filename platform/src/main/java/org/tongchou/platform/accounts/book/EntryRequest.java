package org.tongchou.platform.accounts.book;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/**
 * An entry that is typed in.
 *
 * @param bookId the book
 * @param unitId the unit
 * @param kind code of its kind
 * @param date day of the voucher
 * @param voucherNo number of the voucher or document
 * @param summary what it is for
 * @param counterparty who was paid or paid
 * @param projectId the project
 * @param functionalCode functional code
 * @param economicCode economic code
 * @param fund source of money
 * @param nature nature of expenditure
 * @param fen amount in fen
 */
public record EntryRequest(
        @Nullable Long bookId,
        @Nullable Long unitId,
        @Nullable String kind,
        @Nullable LocalDate date,
        @Nullable String voucherNo,
        @Nullable String summary,
        @Nullable String counterparty,
        @Nullable Long projectId,
        @Nullable String functionalCode,
        @Nullable String economicCode,
        @Nullable String fund,
        @Nullable String nature,
        @Nullable Long fen) {
    /** The book; refused when missing. */
    public long book() {
        return Given.required("账套", bookId);
    }

    /** The entry; refuses missing fields. */
    public NewEntry entry() {
        return new NewEntry(
                Given.required("单位", unitId),
                kindOf(kind),
                Given.required("日期", date),
                Given.text(voucherNo),
                Given.text(summary),
                Given.text(counterparty),
                projectId,
                Given.text(functionalCode),
                Given.text(economicCode),
                Given.text(fund),
                Given.text(nature),
                Given.required("金额", fen));
    }

    static EntryKind kindOf(@Nullable String code) {
        return Arrays.stream(EntryKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.field("E-BKS-100", "类别", code, "预算、收入、支出、结转结余的类别之一"));
    }
}
