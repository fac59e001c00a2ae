package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.source.format.pdf.PageItem.EdgeCell;

/** Puts the glyphs of a page into the cells of a grid. */
final class CellFiller {
    /** Text begins or ends this near, in ems, to the border of its own cell. */
    private static final float PADDING = 0.8f;

    /** Space beside a full line on both sides together, in ems. */
    private static final float FULL = 1.2f;

    /** Glyphs of one text are no farther apart, in ems; between Chinese and Latin letters there is a little space. */
    private static final float TOUCHING = 0.3f;

    private final List<Glyph> glyphs;
    private final List<List<Integer>> chains;

    /** @param glyphs all glyphs of the page in drawing order */
    CellFiller(List<Glyph> glyphs) {
        this.glyphs = glyphs;
        this.chains = chains(glyphs);
    }

    /**
     * A filled table.
     *
     * @param table its cell texts; cells covered by another are empty
     * @param taken positions of the glyphs that are in it
     */
    record Filled(PageItem.TableRows table, BitSet taken) {}

    /** Fills the tables of a grid, leaving out columns and rows that are only gaps between borders. */
    List<Filled> fill(Grid drawn) {
        Map<Integer, List<Integer>> cells = cells(drawn);
        boolean[] filled = new boolean[drawn.columnCount() * drawn.rowCount()];
        cells.forEach((cell, members) ->
                filled[cell] = members.stream().anyMatch(i -> !glyphs.get(i).blank()));
        return drawn.withoutSlivers(filled).stacked().stream().map(this::filled).toList();
    }

    private Filled filled(Grid grid) {
        Map<Integer, List<Integer>> cells = cells(grid);
        BitSet taken = new BitSet(glyphs.size());
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, List<TextLine>> lines = new HashMap<>();
        for (int row = 0; row < grid.rowCount(); row++) {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < grid.columnCount(); column++) {
                int cell = row * grid.columnCount() + column;
                List<Integer> members = cells.getOrDefault(cell, List.of());
                members.forEach(taken::set);
                List<TextLine> inCell =
                        TextLine.of(members.stream().map(glyphs::get).toList());
                lines.put(cell, inCell);
                texts.add(inCell.stream().map(TextLine::text).reduce("", Scripts::join));
            }
            rows.add(texts);
        }
        PageItem.TableRows table = new PageItem.TableRows(
                grid.top(), rows, edge(grid, 0, lines), edge(grid, grid.rowCount() - 1, lines), 0);
        return new Filled(table, taken);
    }

    private static List<EdgeCell> edge(Grid grid, int row, Map<Integer, List<TextLine>> lines) {
        return grid.cellsIn(row).stream()
                .map(cell -> {
                    List<TextLine> inCell = lines.getOrDefault(cell, List.of());
                    float width = grid.rightOf(cell) - grid.leftOf(cell);
                    TextLine last = inCell.isEmpty() ? null : inCell.get(inCell.size() - 1);
                    return new EdgeCell(
                            cell / grid.columnCount(),
                            cell % grid.columnCount(),
                            grid.leftOf(cell),
                            grid.rightOf(cell),
                            inCell.isEmpty() ? 0 : inCell.get(0).firstWord(),
                            last == null ? width : width - (last.right() - last.left()) - FULL * last.size());
                })
                .toList();
    }

    private Map<Integer, List<Integer>> cells(Grid grid) {
        Map<Integer, List<Integer>> cells = new HashMap<>();
        for (List<Integer> chain : chains) {
            for (List<Integer> part : splitAtBorders(chain, grid)) {
                int cell = cellOf(part, grid);
                if (cell >= 0) {
                    cells.computeIfAbsent(cell, any -> new ArrayList<>()).addAll(part);
                }
            }
        }
        return cells;
    }

    /**
     * Where a chain of touching glyphs belongs. Text that is longer than its cell is printed on over the border: it
     * belongs where it begins, or where it ends when it is aligned right, or else where its middle is.
     */
    private int cellOf(List<Integer> chain, Grid grid) {
        Glyph first = glyphs.get(chain.get(0));
        Glyph last = glyphs.get(chain.get(chain.size() - 1));
        int begin = cellAt(first, grid);
        int end = cellAt(last, grid);
        if (begin == end) {
            return begin;
        }
        if (begin >= 0 && first.left() - grid.leftOf(begin) <= PADDING * grid.em()) {
            return begin;
        }
        if (end >= 0 && grid.rightOf(end) - last.right() <= PADDING * grid.em()) {
            return end;
        }
        return cellAt(glyphs.get(chain.get(chain.size() / 2)), grid);
    }

    private static int cellAt(Glyph glyph, Grid grid) {
        return grid.cellAt(glyph.anchorX(), glyph.anchorY());
    }

    /** A space on a border parts two cells, and so does a border between two text-showing operations. */
    private List<List<Integer>> splitAtBorders(List<Integer> chain, Grid grid) {
        List<List<Integer>> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i < chain.size(); i++) {
            Glyph before = glyphs.get(chain.get(i - 1));
            Glyph next = glyphs.get(chain.get(i));
            int cell = cellAt(next, grid);
            boolean crossed = cell != cellAt(glyphs.get(chain.get(begin)), grid);
            if (crossed && (before.blank() || (next.run() != before.run() && bordersOn(grid, cell, before, next)))) {
                parts.add(chain.subList(begin, i));
                begin = i;
            }
        }
        parts.add(chain.subList(begin, chain.size()));
        return parts;
    }

    /** Whether the left border of a cell runs between two glyphs without cutting one of them. */
    private static boolean bordersOn(Grid grid, int cell, Glyph before, Glyph next) {
        float slack = 0.03f * next.size();
        return cell >= 0 && grid.leftOf(cell) >= before.right() - slack && grid.leftOf(cell) <= next.left() + slack;
    }

    /** Glyphs drawn one after the other, side by side without a gap; two spaces end a chain. */
    private static List<List<Integer>> chains(List<Glyph> glyphs) {
        List<List<Integer>> chains = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < glyphs.size(); i++) {
            if (i > 0 && !follows(glyphs.get(i - 1), glyphs.get(i))) {
                chains.add(open);
                open = new ArrayList<>();
            }
            open.add(i);
        }
        if (!open.isEmpty()) {
            chains.add(open);
        }
        return chains;
    }

    private static boolean follows(Glyph before, Glyph next) {
        float gap = next.left() - before.right();
        return Math.abs(next.baseline() - before.baseline()) < 0.5f
                && Math.abs(gap) <= TOUCHING * next.size()
                && !(next.blank() && before.blank());
    }
}
