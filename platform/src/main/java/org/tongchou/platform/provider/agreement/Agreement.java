package org.tongchou.platform.provider.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement, or an application for one.
 *
 * @param id its id
 * @param institution code of the institution
 * @param institutionName its name
 * @param kind kind of institution
 * @param county code of the county
 * @param state 申请, 评估, 协商, 生效, 中止, 解除, 未通过 or 撤回
 * @param standing the state as people see it on the day: 待生效 and 已到期 besides
 * @param appliedOn when it was applied for
 * @param score points of the assessment; null before
 * @param terms what was negotiated; may be empty
 * @param number number of the agreement; null before it is signed
 * @param begins first day; null before it is signed
 * @param ends last day; null before it is signed
 * @param depositRate share that it keeps back of what is due to the institution on the day; null when nothing was agreed
 * @param depositClause where it says so; null when nothing was agreed
 * @param endedOn day it was terminated; null for none
 * @param barredUntil last day on which a new application is refused; null for none
 * @param previous id of the agreement it renews; null for none
 * @param renewed whether another follows
 * @param waiting what waits for a second person; may be empty
 */
public record Agreement(
        long id,
        String institution,
        String institutionName,
        String kind,
        String county,
        String state,
        String standing,
        LocalDate appliedOn,
        @Nullable BigDecimal score,
        String terms,
        @Nullable String number,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends,
        @Nullable BigDecimal depositRate,
        @Nullable String depositClause,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate barredUntil,
        @Nullable Long previous,
        boolean renewed,
        String waiting) {
    /**
     * Which agreements are wanted.
     *
     * @param text a part of number, code or name of the institution
     * @param state state as people see it
     * @param institution code of the institution
     * @param endsBefore those in force that end before this day
     */
    record Filter(
            @Nullable String text,
            @Nullable String state,
            @Nullable String institution,
            @Nullable LocalDate endsBefore) {}
}
