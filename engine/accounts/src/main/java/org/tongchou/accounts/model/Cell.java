package org.tongchou.accounts.model;

import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.Money;

/**
 * One figure of a table.
 *
 * @param amount the amount; null when the print is blank or a dash
 * @param printed the text as printed
 * @param place where it stands
 */
public record Cell(@Nullable Money amount, String printed, Place place) {
    /** The amount, nothing for a blank: what a sum takes. */
    public Money orZero() {
        return amount == null ? Money.ZERO : amount;
    }
}
