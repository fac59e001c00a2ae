package org.tongchou.accounts.narrative;

/**
 * A number in its sentence.
 *
 * @param shadow the cleaned sentence
 * @param quantity the number
 * @param lead the words before it, from the number before
 * @param leadStart index in the cleaned sentence where those start
 * @param after the words after its unit, up to the next number
 */
record Spot(Shadow shadow, Quantity quantity, String lead, int leadStart, String after) {
    /** Where a character of the lead stands in the printed sentence. */
    int printed(int leadIndex) {
        return shadow.origin(leadStart + leadIndex);
    }

    /** Where the unit ends in the printed sentence. */
    int printedEnd() {
        return shadow.originEnd(quantity.end());
    }
}
