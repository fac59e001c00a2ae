package org.tongchou.platform.settlement;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A visit (就诊): an outpatient visit, a stay, or a purchase at a pharmacy.
 *
 * @param id its id
 * @param number 就诊ID
 * @param personId who
 * @param personNumber 人员编号
 * @param scheme scheme that pays, a word of the pack
 * @param kind 医疗类别, a word of the pack: {@code outpatient}, {@code inpatient} …
 * @param nationalKind code of the kind in the national interface
 * @param provider code of the provider
 * @param providerLevel its level then ({@code hosp_lv})
 * @param inpatient whether it is a stay
 * @param state 就诊中, 在院, 出院, 已结算 or 已撤销
 * @param place {@code local}, {@code in_province} or {@code out_of_province}
 * @param filing {@code none}, {@code resident}, {@code referred}, {@code emergency} or {@code unfiled}
 * @param begun when it began
 * @param ended when it ended; null while it lasts
 * @param disease special disease that it is for; empty for none
 * @param version goes up with every change
 */
public record Visit(
        long id,
        String number,
        long personId,
        String personNumber,
        String scheme,
        String kind,
        String nationalKind,
        String provider,
        String providerLevel,
        boolean inpatient,
        String state,
        String place,
        String filing,
        LocalDateTime begun,
        @Nullable LocalDateTime ended,
        String disease,
        int version) {
    /** In the place of a provider's code: care that no provider reported, brought to the desk by the person (手工报销). */
    public static final String DESK = "SGBX";

    /** Open: charges may come. */
    public static final String OPEN = "就诊中";

    /** A stay that lasts. */
    public static final String STAYING = "在院";

    /** A stay that ended and is not settled. */
    public static final String DISCHARGED = "出院";

    /** Settled, nothing more to come. */
    public static final String SETTLED = "已结算";

    /** Taken back. */
    public static final String CANCELLED = "已撤销";
}
