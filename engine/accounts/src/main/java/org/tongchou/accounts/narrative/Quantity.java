package org.tongchou.accounts.narrative;

import java.math.BigDecimal;

/**
 * A number with its unit in the {@link Shadow} of a sentence.
 *
 * @param start index of the number (of its sign, when it has one)
 * @param end index after the unit
 * @param value the number
 * @param decimals digits after the point
 * @param unit the unit as printed, {@code 万元}, {@code %}, {@code 万余家}
 * @param kind what the unit measures
 */
record Quantity(int start, int end, BigDecimal value, int decimals, String unit, Kind kind) {
    /** What a unit measures. */
    enum Kind {
        /** An amount of money: 元, 万元, 亿元. */
        MONEY,
        /** A percentage. */
        PERCENT,
        /** Anything counted or measured otherwise, money per head included. */
        COUNT
    }
}
