package org.tongchou.benefit.settle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Days;
import org.tongchou.money.Money;

/**
 * 参保: a person in a scheme for a time.
 *
 * @param scheme word of the region, for example {@code resident}
 * @param personType 人员类别, word of the region; empty for none
 * @param feeTier 缴费档次, word of the region; empty for none
 * @param insuredYears whole years of unbroken enrolment
 * @param capRaise 大病保险封顶线提高额
 * @param from first day of cover; null for no bound
 * @param to last day of cover; null for no bound
 */
public record Enrolment(
        String scheme,
        String personType,
        String feeTier,
        int insuredYears,
        Money capRaise,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** Always covered, without anything else said. */
    public static Enrolment in(String scheme) {
        return new Enrolment(scheme, "", "", 0, Money.ZERO, null, null);
    }

    /** Whether it covers a day; both ends belong to it. */
    public boolean on(LocalDate day) {
        return Days.hold(from, to, day);
    }
}
