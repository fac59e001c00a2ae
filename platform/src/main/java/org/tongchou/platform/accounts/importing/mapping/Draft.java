package org.tongchou.platform.accounts.importing.mapping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.accounts.register.Contract;
import org.tongchou.platform.accounts.register.ThreePublicEvent;

/**
 * What a row becomes when it is posted: an entry, or a row of a register. What a kind does not have is empty.
 *
 * @param unitId unit
 * @param date day of the entry or event, of a contract the day it was signed
 * @param voucherNo number of the voucher or contract
 * @param summary what it is for, or its name
 * @param counterparty who was paid or sells
 * @param projectId the project; null when there is none
 * @param functionalCode functional code
 * @param economicCode economic code
 * @param fund source of money
 * @param nature nature of expenditure, or kind of the contract or event
 * @param fen amount in fen
 * @param enterprise 中小企业, 小微企业 or 其他
 * @param times groups, receptions or vehicles
 * @param people travellers or guests
 * @param purpose what an event was for
 */
public record Draft(
        long unitId,
        LocalDate date,
        String voucherNo,
        String summary,
        String counterparty,
        @Nullable Long projectId,
        String functionalCode,
        String economicCode,
        String fund,
        String nature,
        long fen,
        String enterprise,
        int times,
        int people,
        String purpose) {
    /** Small and medium-sized enterprises. */
    static final String SME = "中小企业";

    /** Small and micro ones. */
    static final String MICRO = "小微企业";

    /** All others. */
    static final String OTHER = "其他";

    /** The entry. */
    public NewEntry entry(EntryKind kind) {
        return new NewEntry(
                unitId,
                kind,
                date,
                voucherNo,
                summary,
                counterparty,
                projectId,
                functionalCode,
                economicCode,
                fund,
                nature,
                fen);
    }

    /** The contract. */
    public Contract.Request contract(long bookId) {
        boolean micro = enterprise.equals(MICRO);
        return new Contract.Request(
                bookId,
                unitId,
                projectId,
                voucherNo,
                summary,
                nature,
                counterparty,
                micro || enterprise.equals(SME),
                micro,
                fen,
                date,
                null);
    }

    /** The event. */
    public ThreePublicEvent.Request event(long bookId) {
        return new ThreePublicEvent.Request(bookId, unitId, nature, date, summary, purpose, times, people, null);
    }
}
