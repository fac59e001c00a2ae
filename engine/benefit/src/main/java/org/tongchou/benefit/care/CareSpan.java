package org.tongchou.benefit.care;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;

/**
 * Days of a month in which care was given at one level and in one way.
 *
 * @param from first day
 * @param to last day, counted too
 * @param level 失能等级, 0 to 5
 * @param mode a word that the pack's rules know, for example 机构 or 居家
 * @param absent days within it without care, for example in hospital
 * @param cost what the care cost; null when the standard is paid whatever it cost
 */
public record CareSpan(
        LocalDate from,
        LocalDate to,
        int level,
        String mode,
        int absent,
        @Nullable Money cost) {
    /** The days of care. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1 - absent;
    }
}
