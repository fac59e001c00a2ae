package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a number of a calculation comes from.
 *
 * @param parameter name of the parameter
 * @param meaning what people read
 * @param from first day of the value that was used
 * @param sources documents and clauses
 */
public record Basis(String parameter, String meaning, LocalDate from, List<Citation> sources) {
    /** Copies the list. */
    public Basis {
        sources = List.copyOf(sources);
    }
}
