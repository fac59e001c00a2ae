package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided where figures do not: a band, the items of a list, yes or no.
 *
 * @param by who decided; a decision without a name counts for nothing
 * @param why the reason; a decision without one counts for nothing
 * @param share percent of the weight, 0 to 100, inside a band; null when no band is chosen
 * @param itemsMet names of the items of a checklist that are met
 * @param yes the answer to a yes/no rule
 */
public record Chosen(String by, String why, @Nullable BigDecimal share, List<String> itemsMet, boolean yes) {
    /** Copies the list. */
    public Chosen {
        itemsMet = List.copyOf(itemsMet);
    }

    /** Whether somebody signed it and said why. */
    public boolean signed() {
        return !by.isBlank() && !why.isBlank();
    }
}
