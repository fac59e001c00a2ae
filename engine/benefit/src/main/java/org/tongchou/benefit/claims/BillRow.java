package org.tongchou.benefit.claims;

/**
 * A bill to be written. Words are numbers of {@link ClaimsWords}, -1 for none; sets are bits by them; amounts in fen.
 *
 * @param date settlement date, days since 1970-01-01
 * @param admitted first day of the stay; {@code BillNumbers.NO_DAY} for none
 * @param kind 医疗类别
 * @param level 医疗机构等级
 * @param providers 医疗机构标记
 * @param place 就医地
 * @param filing 异地备案
 * @param paymentMode 付费方式
 * @param packagePrice price of the package; -1 for none
 * @param disease 慢特病病种
 * @param diagnosis number of the ICD-10 code
 * @param tags 标记
 * @param account so much of the personal account may be used
 * @param mutualAccount so much of the family account may be used
 * @param continues place of the reason for which it continues the last stay; -1 when it does not
 */
public record BillRow(
        int date,
        int admitted,
        int kind,
        int level,
        long providers,
        int place,
        int filing,
        int paymentMode,
        long packagePrice,
        int disease,
        int diagnosis,
        long tags,
        long account,
        long mutualAccount,
        int continues) {}
