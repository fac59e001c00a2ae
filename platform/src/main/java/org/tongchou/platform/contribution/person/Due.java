package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person owes for a period (个人应缴).
 *
 * @param id its id
 * @param scheme resident or employee
 * @param period a year or a month
 * @param fromDay first day that it pays for
 * @param toDay last day
 * @param personId who
 * @param number 人员编号
 * @param name name
 * @param county six digits
 * @param personType person type
 * @param feeTier contribution tier; empty for none
 * @param aidClass class of aid; {@code none} for none
 * @param subsidisedFor the identity for which assistance pays; empty for none
 * @param baseFen base of the dues; 0 for residents
 * @param duesFen all of it
 * @param subsidisedFen of it, paid by assistance
 * @param maternityFen of it, for maternity insurance
 * @param largeFen of it, for large bills
 * @param careFen of it, for long-term care
 * @param creditFen what the account is credited with
 * @param opens first day on which it may be paid in time
 * @param closes last day in time
 * @param state 待缴, 已缴, 已退费 or 已作废
 * @param paidOn when it was paid
 * @param prepaid whether that was before the period began
 * @param paymentId the payment; null when none was needed
 * @param claimId the claim for the aided share; null when there is none
 */
record Due(
        long id,
        String scheme,
        String period,
        LocalDate fromDay,
        LocalDate toDay,
        long personId,
        String number,
        String name,
        String county,
        String personType,
        String feeTier,
        String aidClass,
        String subsidisedFor,
        long baseFen,
        long duesFen,
        long subsidisedFen,
        long maternityFen,
        long largeFen,
        long careFen,
        long creditFen,
        LocalDate opens,
        LocalDate closes,
        String state,
        @Nullable LocalDate paidOn,
        boolean prepaid,
        @Nullable Long paymentId,
        @Nullable Long claimId) {
    /** It waits to be paid. */
    static final String OPEN = "待缴";

    /** It is paid. */
    static final String PAID = "已缴";

    /** What the person pays. */
    long personalFen() {
        return duesFen - subsidisedFen;
    }
}
