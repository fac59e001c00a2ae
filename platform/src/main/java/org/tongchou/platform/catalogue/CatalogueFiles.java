package org.tongchou.platform.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The catalogues as the national interface hands them out: by the number of a transaction, rows in the columns of its official file. */
public interface CatalogueFiles {
    /** Numbers of the transactions that have a catalogue behind them: {@code 1301} … */
    Set<String> transactions();

    /** Number of the latest version; 0 when nothing was released yet. */
    int latest(String transaction);

    /** Gives every row that holds and was said after a version, one by one; joins the caller's transaction. */
    void each(String transaction, int since, Consumer<List<String>> taker);

    /** A page of the rows that hold. */
    List<List<String>> page(String transaction, Wanted wanted);

    /**
     * Which rows are wanted.
     *
     * @param equal what columns must say, by their place from 0
     * @param containing what columns must contain
     * @param day only rows in force on this day; null for all
     * @param changedSince only rows of versions released since then; null for all
     * @param page number of the page, from 1
     * @param size rows of a page
     */
    record Wanted(
            Map<Integer, String> equal,
            Map<Integer, String> containing,
            @Nullable LocalDate day,
            @Nullable LocalDate changedSince,
            int page,
            int size) {
        /** Copies the maps. */
        public Wanted {
            equal = Map.copyOf(equal);
            containing = Map.copyOf(containing);
        }
    }
}
