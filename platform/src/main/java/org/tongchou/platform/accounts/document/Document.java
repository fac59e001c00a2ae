package org.tongchou.platform.accounts.document;

import org.tongchou.accounts.model.DocumentKind;

/**
 * A document: one unit, or a department rolled up, one year, one kind.
 *
 * @param id its id
 * @param unitId the unit
 * @param year budget year
 * @param kind budget or final accounts
 * @param rolledUp whether the units below are part of it
 * @param moneyUnit 元 or 万元
 * @param blankZeros whether tables leave zeros blank
 * @param threePublicBase 全年预算数 or 年初预算数
 */
record Document(
        long id,
        long unitId,
        int year,
        DocumentKind kind,
        boolean rolledUp,
        String moneyUnit,
        boolean blankZeros,
        String threePublicBase) {
    /** What it is called: {@code 2024 年度部门决算}. */
    String title() {
        return year + " 年度" + (rolledUp ? "部门" : "单位") + kind.printed();
    }
}
