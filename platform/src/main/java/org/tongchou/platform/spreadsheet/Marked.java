package org.tongchou.platform.spreadsheet;

/**
 * A text cell that stands out, because something is wrong with it.
 *
 * @param text its text
 */
public record Marked(String text) {
    @Override
    public String toString() {
        return text;
    }
}
