package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.format.SheetHandler.Merge;
import org.tongchou.accounts.source.format.SheetHandler.SheetRow;

/** The merged cells of a sheet, followed from its first row to its last. */
final class Merges {
    private final List<Merge> waiting;
    private final List<Merge> active = new ArrayList<>();
    private final int mostColumns;
    private int next;

    /**
     * Starts above the first row.
     *
     * @param mostColumns columns that are read; merged cells do not overlap, so no more can be open at once
     */
    Merges(List<Merge> merges, int mostColumns) {
        this.waiting =
                merges.stream().sorted(Comparator.comparingInt(Merge::firstRow)).toList();
        this.mostColumns = mostColumns;
    }

    /** Lays a row out: rows must come in order. What a merged cell covers becomes empty. */
    GridRow layOut(SheetRow row, Place place) {
        moveTo(row.number());
        List<String> cells = new ArrayList<>(row.cells());
        int[] spans = new int[cells.size()];
        for (Merge merge : active) {
            boolean first = row.number() == merge.firstRow();
            for (int column = merge.firstColumn(); column <= Math.min(merge.lastColumn(), cells.size()); column++) {
                if (first && column == merge.firstColumn()) {
                    spans[column - 1] = merge.lastColumn() - merge.firstColumn() + 1;
                } else {
                    cells.set(column - 1, "");
                }
            }
        }
        int span = 1;
        for (int i = 0; i < spans.length; i++) {
            span = cells.get(i).isEmpty() ? span : Math.max(1, spans[i]);
        }
        return new GridRow(new RawRow(cells, place), span);
    }

    /** The last column that the row laid out last reaches, merged cells included. */
    int lastColumn(SheetRow row) {
        int last = row.cells().size();
        for (Merge merge : active) {
            last = Math.max(last, Math.min(merge.lastColumn(), mostColumns));
        }
        return last;
    }

    private void moveTo(int row) {
        active.removeIf(merge -> merge.lastRow() < row);
        for (; next < waiting.size() && waiting.get(next).firstRow() <= row; next++) {
            if (waiting.get(next).lastRow() >= row && active.size() < mostColumns) {
                active.add(waiting.get(next));
            }
        }
    }
}
