package org.tongchou.benefit.claims;

/**
 * A person to be written. Words are numbers of {@link ClaimsWords}, -1 for none; sets are bits by them.
 *
 * @param born birthday, days since 1970-01-01
 * @param sex 性别
 * @param scheme 险种
 * @param type 人员类别
 * @param feeTier 缴费档次
 * @param insuredYears whole years of unbroken enrolment
 * @param identities 身份
 * @param heldDiseases 已认定的慢特病
 * @param careLevel 失能等级
 * @param capRaise 大病保险封顶线提高额, in fen
 */
public record PersonRow(
        int born,
        int sex,
        int scheme,
        int type,
        int feeTier,
        int insuredYears,
        long identities,
        long heldDiseases,
        int careLevel,
        long capRaise) {}
