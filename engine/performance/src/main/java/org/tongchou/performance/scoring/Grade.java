package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A grade (评价等级).
 *
 * @param word its usual word, for example {@code 优}
 * @param alsoWritten other words for it, for example {@code 优秀}
 * @param from least total for it, of 100 points, this one included
 */
public record Grade(String word, Set<String> alsoWritten, BigDecimal from) {
    /** Copies the words. */
    public Grade {
        alsoWritten = Set.copyOf(alsoWritten);
    }

    boolean isWritten(String text) {
        return word.equals(text) || alsoWritten.contains(text);
    }
}
