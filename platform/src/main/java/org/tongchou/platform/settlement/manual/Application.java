package org.tongchou.platform.settlement.manual;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application for manual reimbursement (手工报销申请).
 *
 * @param id its id
 * @param number 受理编号, also the party in the books
 * @param personId who
 * @param personNumber 人员编号
 * @param county county of the person
 * @param kind kind of case
 * @param scheme scheme that pays
 * @param care kind of care
 * @param visitId the visit that bears the charges
 * @param hospitalCode code of the provider; empty when it is not of this region
 * @param hospitalName its name
 * @param begun first day of care
 * @param ended last day of care
 * @param totalFen sum of the invoices
 * @param useAccount whether personal accounts may pay
 * @param holder holder of the bank account
 * @param bank bank and branch
 * @param accountMasked its number, masked
 * @param agent who hands in for the person; empty for the person
 * @param state where it stands
 * @param dueOn when the step must be done; null when nothing is to be done
 * @param dueFen what is due to the person
 * @param settlementId the settlement; null before there is one
 * @param acceptedBy who accepted it
 * @param acceptedName their name
 * @param acceptedOn when
 * @param reviewedBy who reviewed it
 * @param reviewedName their name
 * @param approvedBy who approved it
 * @param approvedName their name
 * @param cancelBy who asked to take the settlement back
 * @param cancelName their name
 * @param cancelReason why
 * @param version goes up with every change
 */
record Application(
        long id,
        String number,
        long personId,
        String personNumber,
        String county,
        String kind,
        String scheme,
        String care,
        long visitId,
        String hospitalCode,
        String hospitalName,
        LocalDate begun,
        LocalDate ended,
        long totalFen,
        boolean useAccount,
        String holder,
        String bank,
        String accountMasked,
        String agent,
        String state,
        @Nullable LocalDate dueOn,
        long dueFen,
        @Nullable Long settlementId,
        long acceptedBy,
        String acceptedName,
        LocalDate acceptedOn,
        @Nullable Long reviewedBy,
        String reviewedName,
        @Nullable Long approvedBy,
        String approvedName,
        @Nullable Long cancelBy,
        String cancelName,
        String cancelReason,
        int version) {
    /** Materials are missing. */
    static final String INCOMPLETE = "待补正";

    /** Waits for the first review. */
    static final String ACCEPTED = "待初审";

    /** Waits for the approval. */
    static final String REVIEWED = "待复核";

    /** Settled; the money is on its way. */
    static final String SETTLED = "待支付";

    /** Paid. */
    static final String PAID = "已支付";

    /** The bank could not pay. */
    static final String FAILED = "付款失败";

    /** The fund's people took the order back; it may be ordered anew. */
    static final String STOPPED = "付款取消";

    /** Refused. */
    static final String REFUSED = "不予支付";

    /** Taken back by the person. */
    static final String WITHDRAWN = "已撤回";

    /** Settled, and taken back. */
    static final String CANCELLED = "已撤销";

    /**
     * An invoice.
     *
     * @param number its code and number
     * @param fen its sum
     */
    record Invoice(@Nullable String number, @Nullable Long fen) {}

    /**
     * A material of the checklist.
     *
     * @param material key
     * @param name name
     * @param receivedAt when it was handed in; null while it is missing
     * @param receivedName who took it
     */
    record Material(String material, String name, @Nullable OffsetDateTime receivedAt, String receivedName) {}

    /**
     * A step of the trail.
     *
     * @param action what was done
     * @param state where it stood afterwards
     * @param note why, or what is missing
     * @param byName who
     * @param at when
     */
    record Step(String action, String state, String note, String byName, OffsetDateTime at) {}

    /**
     * What is accepted.
     *
     * @param person 人员编号 or number of the certificate
     * @param kind kind of case
     * @param scheme scheme that pays
     * @param care kind of care
     * @param place {@code local}, {@code in_province} or {@code out_of_province}
     * @param filing {@code none}, {@code resident}, {@code referred}, {@code emergency} or {@code unfiled}
     * @param disease special disease; empty for none
     * @param hospitalCode code of the provider; empty when it is not of this region
     * @param hospitalName its name
     * @param hospitalLevel its level ({@code hosp_lv})
     * @param begun first day of care
     * @param ended last day of care
     * @param diagnosisCode main diagnosis
     * @param diagnosisName its name
     * @param invoices invoices
     * @param materials keys of what was handed in
     * @param useAccount whether personal accounts may pay
     * @param holder holder of the bank account
     * @param bank bank and branch
     * @param account its number
     * @param agent who hands in for the person
     * @param accident what happened, when a third party is to pay it back
     */
    record Request(
            @Nullable String person,
            @Nullable String kind,
            @Nullable String scheme,
            @Nullable String care,
            @Nullable String place,
            @Nullable String filing,
            @Nullable String disease,
            @Nullable String hospitalCode,
            @Nullable String hospitalName,
            @Nullable String hospitalLevel,
            @Nullable LocalDate begun,
            @Nullable LocalDate ended,
            @Nullable String diagnosisCode,
            @Nullable String diagnosisName,
            @Nullable List<Invoice> invoices,
            @Nullable List<String> materials,
            @Nullable Boolean useAccount,
            @Nullable String holder,
            @Nullable String bank,
            @Nullable String account,
            @Nullable String agent,
            org.tongchou.platform.settlement.advance.@Nullable Accident accident) {}
}
