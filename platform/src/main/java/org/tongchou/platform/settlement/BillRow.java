package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A settlement in a list. Amounts are in fen; those of a mirror are negative.
 *
 * @param id its id
 * @param number 结算ID
 * @param visit 就诊ID
 * @param day business date
 * @param at when
 * @param personId who
 * @param personNumber 人员编号
 * @param personName name
 * @param personMasked masked number of the certificate
 * @param provider code of the provider
 * @param providerName its name
 * @param scheme 险种, as people call it
 * @param kind 医疗类别, as people call it
 * @param state 有效, 已撤销 or 已冲正; 撤销 or 冲正 of a mirror
 * @param totalFen 医疗费总额
 * @param scopeFen 符合政策范围
 * @param fundFen 基金支付总额
 * @param accountFen 个人账户支付, with the mutual-aid part
 * @param cashFen 个人现金支出
 * @param hospitalFen 医院负担
 */
public record BillRow(
        long id,
        String number,
        String visit,
        LocalDate day,
        LocalDateTime at,
        long personId,
        String personNumber,
        String personName,
        String personMasked,
        String provider,
        String providerName,
        String scheme,
        String kind,
        String state,
        long totalFen,
        long scopeFen,
        long fundFen,
        long accountFen,
        long cashFen,
        long hospitalFen) {}
