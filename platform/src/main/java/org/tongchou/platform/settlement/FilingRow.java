package org.tongchou.platform.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A filing in a list.
 *
 * @param id its id
 * @param number 待遇申报明细流水号
 * @param personId who
 * @param personNumber 人员编号
 * @param personName name
 * @param kind 慢特病, 转院, 定点 or 意外伤害
 * @param subject the special disease, or how the referral is filed; empty for none
 * @param provider name of the provider that it is about or that filed it; empty for none
 * @param begins first day
 * @param ends last day; null while open
 * @param state 有效 or 已撤销
 * @param note why it was filed, ended or taken back
 */
public record FilingRow(
        long id,
        String number,
        long personId,
        String personNumber,
        String personName,
        String kind,
        String subject,
        String provider,
        LocalDate begins,
        @Nullable LocalDate ends,
        String state,
        String note) {}
