package org.tongchou.accounts.narrative;

import java.util.List;
import org.tongchou.accounts.model.NarrativeFigure;

/**
 * One quantity that a document states with two different values.
 *
 * @param words the words both statements share
 * @param first the statement printed first
 * @param second the first statement with another value
 * @param further later statements of one of the two values
 */
public record RepeatedFact(String words, NarrativeFigure first, NarrativeFigure second, List<NarrativeFigure> further) {
    /** Copies the list. */
    public RepeatedFact {
        further = List.copyOf(further);
    }
}
