package org.tongchou.platform.contribution.employer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of an employer as it was declared; once it is reviewed, its bill.
 *
 * @param id its id
 * @param employerId the employer
 * @param employerCode its credit code
 * @param employerName its name
 * @param county six digits
 * @param month first day of the month
 * @param state 草稿, 待复核, 已退回, 待缴费, 已缴清, 已冲销 or 已撤回
 * @param people how many people
 * @param unpaidWages of them, those without a wage, who pay for the least base
 * @param baseFen sum of their bases
 * @param unitFen what the employer owes
 * @param personalFen what the people owe
 * @param creditFen what their accounts are credited with
 * @param due last day in time
 * @param feeFen late fee when it was settled
 * @param settledOn when all of it had been paid
 * @param enteredBy id of who declared
 * @param enteredName who declared
 * @param enteredAt when
 * @param reviewedName who reviewed
 * @param reviewedAt when
 * @param reason why it was returned
 * @param reversingBy who asked for a reversal
 * @param reversingName their name
 * @param reversingReason why
 * @param version counts changes
 */
public record Declaration(
        long id,
        long employerId,
        String employerCode,
        String employerName,
        String county,
        LocalDate month,
        String state,
        int people,
        int unpaidWages,
        long baseFen,
        long unitFen,
        long personalFen,
        long creditFen,
        LocalDate due,
        long feeFen,
        @Nullable LocalDate settledOn,
        long enteredBy,
        String enteredName,
        OffsetDateTime enteredAt,
        String reviewedName,
        @Nullable OffsetDateTime reviewedAt,
        String reason,
        @Nullable Long reversingBy,
        String reversingName,
        String reversingReason,
        int version) {
    /** It may be worked on. */
    static final String DRAFT = "草稿";
    /** It waits for a second person. */
    static final String WAITING = "待复核";
    /** It was sent back. */
    static final String RETURNED = "已退回";
    /** It is a bill. */
    public static final String OWED = "待缴费";
    /** The bill is paid. */
    public static final String SETTLED = "已缴清";

    /** Whether it may be worked on. */
    boolean isOpen() {
        return state.equals(DRAFT) || state.equals(RETURNED);
    }

    /** Employer's and people's part. */
    public long dueFen() {
        return unitFen + personalFen;
    }

    /**
     * A person in it.
     *
     * @param personId id of the person
     * @param number 人员编号
     * @param name name
     * @param personType person type
     * @param wageFen wage; null when none was declared
     * @param baseFen base of the dues
     * @param unitFen what the employer owes
     * @param personalFen what the person owes
     * @param basicFen of it, for the basic insurance
     * @param creditFen what the account is credited with
     */
    public record Line(
            long personId,
            String number,
            String name,
            String personType,
            @Nullable Long wageFen,
            long baseFen,
            long unitFen,
            long personalFen,
            long basicFen,
            long creditFen) {}

    /**
     * What is owed for one insurance.
     *
     * @param part its word
     * @param name its name
     * @param unitFen by the employer
     * @param personalFen by the people
     */
    public record PartSum(String part, String name, long unitFen, long personalFen) {}

    /**
     * A declaration with its parts.
     *
     * @param declaration the declaration
     * @param parts what is owed, by insurance
     * @param receivedFen what came in for it
     * @param receipts the receipts
     * @param vouchers ids of its vouchers
     */
    public record Details(
            Declaration declaration,
            List<PartSum> parts,
            long receivedFen,
            List<Incoming> receipts,
            List<Long> vouchers) {
        /** Copies the lists. */
        public Details {
            parts = List.copyOf(parts);
            receipts = List.copyOf(receipts);
            vouchers = List.copyOf(vouchers);
        }
    }

    /**
     * Money that came in for it.
     *
     * @param id id of the receipt
     * @param day when
     * @param fen how much
     * @param reference number of the bank or tax office
     */
    public record Incoming(long id, LocalDate day, long fen, String reference) {}
}
