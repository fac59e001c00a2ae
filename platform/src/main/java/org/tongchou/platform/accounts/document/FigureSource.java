package org.tongchou.platform.accounts.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.Voucher;

/**
 * What is behind a figure.
 *
 * @param title what the figure is: table, row and column, or the key
 * @param printed as printed, with its unit
 * @param fen exact amount in fen; null when it is no money
 * @param facts the base facts that it was added up from
 * @param parts other figures that it was computed from
 * @param cells table cells that it repeats
 * @param rows rows of registers that it counts
 * @param rowsTotal their sum: fen for money, else a count; null when there are no registers behind it
 * @param entries the entries, one page
 * @param entriesTotal how many entries there are
 * @param entriesFen their signed sum; equals {@code fen} when the figure is made of entries
 * @param prior last year's figure with its source; empty when not known
 * @param note what else there is to know: who wrote it; empty when nothing
 */
record FigureSource(
        String title,
        String printed,
        @Nullable Long fen,
        List<SourceFact> facts,
        List<SourcePart> parts,
        List<SourceCell> cells,
        List<Evidence> rows,
        @Nullable Long rowsTotal,
        List<Voucher> entries,
        long entriesTotal,
        long entriesFen,
        String prior,
        String note) {
    /**
     * A base fact.
     *
     * @param what what it is, in Chinese
     * @param fen its amount as it is counted here: negative when it was subtracted
     */
    record SourceFact(String what, long fen) {}

    /**
     * Another figure.
     *
     * @param key its key
     * @param printed as printed, with its unit
     */
    record SourcePart(String key, String printed) {}

    /**
     * A table cell.
     *
     * @param topic the table
     * @param side half of a two-sided table; null in others
     * @param row role or code of the row
     * @param column role of the column
     */
    record SourceCell(String topic, @Nullable String side, String row, String column) {}
}
