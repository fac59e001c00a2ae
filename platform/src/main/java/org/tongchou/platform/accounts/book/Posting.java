package org.tongchou.platform.accounts.book;

import java.util.List;

/**
 * What became of entries that were to be posted: all of them, or none and the problems.
 *
 * @param ids ids of the new entries, in the given order; none when there are problems
 * @param problems all problems, in the given order
 */
public record Posting(List<Long> ids, List<EntryProblem> problems) {
    /** Copies the lists. */
    public Posting {
        ids = List.copyOf(ids);
        problems = List.copyOf(problems);
    }

    /** Whether the entries are in the book. */
    public boolean posted() {
        return problems.isEmpty();
    }
}
