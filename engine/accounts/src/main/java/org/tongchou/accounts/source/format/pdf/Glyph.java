package org.tongchou.accounts.source.format.pdf;

/**
 * One printed character (or ligature) of an upright page.
 *
 * @param text its characters, never empty
 * @param left left edge
 * @param right right edge, at least {@code left}
 * @param baseline y of the baseline
 * @param size height of the em square, above 0
 * @param run number of the text-showing operation it came from; glyphs of one cell's line mostly share it
 * @param anchorX x by which it is put into a cell: its centre, or the nearest point that is not clipped away
 * @param anchorY y by which it is put into a cell
 */
record Glyph(String text, float left, float right, float baseline, float size, int run, float anchorX, float anchorY) {
    /** From the baseline up to the middle of a Chinese character or digit, as a part of the em square. */
    static final float MIDDLE = 0.36f;

    /** Top of the em square. */
    float top() {
        return baseline - 0.86f * size;
    }

    /** Bottom of the em square. */
    float bottom() {
        return baseline + 0.14f * size;
    }

    /** Whether it prints nothing: a space of any kind. */
    boolean blank() {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
