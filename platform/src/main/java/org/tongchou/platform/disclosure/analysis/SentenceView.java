package org.tongchou.platform.disclosure.analysis;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sentence with figures.
 *
 * @param section headings it stands under
 * @param place where it stands
 * @param text the whole sentence
 * @param figures the figures read from it, in order
 */
public record SentenceView(String section, String place, String text, List<Figure> figures) {
    /** Copies the list. */
    public SentenceView {
        figures = List.copyOf(figures);
    }

    /**
     * A figure.
     *
     * @param anchor its name on the page
     * @param key what it is
     * @param value the number
     * @param unit its unit
     * @param start 0-based position of the number in the sentence
     */
    public record Figure(String anchor, String key, BigDecimal value, String unit, int start) {}
}
