package org.tongchou.platform.settlement.filing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something done about a filing at the centre.
 *
 * @param id its id
 * @param act 登记, 终止 or 撤销
 * @param personId who it is about
 * @param county county of the person, six digits
 * @param kind 慢特病, 转院, 定点 or 意外伤害
 * @param filing number of the filing; empty until it is filed
 * @param word the special disease, or how the referral is filed; empty for none
 * @param code code of the disease or the provider
 * @param provider provider that it is about; empty for none
 * @param begins first day; of an end, the last day
 * @param ends last day; null while open
 * @param reason why
 * @param state 待复核, 已办结, 已退回 or 已撤回
 * @param opinion why it was returned
 * @param enteredBy who entered it
 * @param enteredName their name
 * @param enteredAt when
 * @param handledName who reviewed or withdrew it; empty while it waits
 * @param handledAt when; null while it waits
 */
record FilingAct(
        long id,
        String act,
        long personId,
        String county,
        String kind,
        String filing,
        String word,
        String code,
        String provider,
        LocalDate begins,
        @Nullable LocalDate ends,
        String reason,
        String state,
        String opinion,
        long enteredBy,
        String enteredName,
        OffsetDateTime enteredAt,
        String handledName,
        @Nullable OffsetDateTime handledAt) {
    static final String FILE = "登记";
    static final String END = "终止";
    static final String CANCEL = "撤销";
    static final String WAITING = "待复核";
}
