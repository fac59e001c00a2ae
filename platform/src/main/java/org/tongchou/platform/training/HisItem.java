package org.tongchou.platform.training;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Something that is charged.
 *
 * @param code national code
 * @param name its name at the institution
 * @param price yuan of one piece
 * @param pieces how many
 */
public record HisItem(String code, String name, BigDecimal price, BigDecimal pieces) {
    /** What it comes to, in yuan. */
    public BigDecimal total() {
        return price.multiply(pieces).setScale(2, RoundingMode.HALF_UP);
    }
}
