package org.tongchou.accounts.derive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tongchou.money.PrintedNumber;

/**
 * A figure of a sentence.
 *
 * @param value the exact value, in the unit
 * @param decimals decimals it is printed with
 * @param unit its unit: 万元, 元, %, 个 …
 */
record Fact(BigDecimal value, int decimals, String unit) {
    /** The number, rounded half up. */
    BigDecimal printed() {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The bare number as text. */
    String number() {
        return PrintedNumber.print(printed());
    }

    /** The number with its unit; percentages stand close, as people write them. */
    String text() {
        return unit.equals("%") ? printed().toPlainString() + "%" : number() + " " + unit;
    }
}
