package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Rows and columns of cells between ruling lines; a cell may cover several of both.
 *
 * <p>Positions of columns and rows are the lines between them; the owner of a place is the number of the cell that
 * covers it, {@code row * columns + column} of the cell's first place.
 */
final class Grid {
    /** Lines of one direction nearer than this, in ems, are one border: double lines, boxes drawn around each cell. */
    private static final float SAME_BORDER = 0.3f;

    /** Width, in ems, of all lines that are taken as one border. */
    private static final float MAX_BORDER = 0.6f;

    /** A column narrower than this, in ems, holds no character. */
    private static final float MIN_COLUMN = 0.6f;

    /** A row lower than this, in ems, holds no character. */
    private static final float MIN_ROW = 0.5f;

    /** A line is a border of a cell when it covers this part of the cell's side. */
    private static final float COVERED = 0.7f;

    /** Rows of one table share more than one in so many of their column lines. */
    private static final int FOREIGN = 3;

    private static final int MAX_PLACES = 200_000;

    private final List<Track> columns;
    private final List<Track> rows;
    /** {@code below[j][i]}: whether row line j is drawn along column i. */
    private final boolean[][] below;
    /** {@code beside[i][j]}: whether column line i is drawn along row j. */
    private final boolean[][] beside;

    private final int[] owners;

    /** A border position with the lines that make it, ordered by where they begin. */
    private record Track(float at, List<Ruling> lines) {
        static Track of(List<Ruling> lines) {
            Ruling longest =
                    lines.stream().max(Comparator.comparing(Ruling::length)).orElseThrow();
            return new Track(
                    longest.at(),
                    lines.stream().sorted(Comparator.comparing(Ruling::from)).toList());
        }

        Track with(Track other) {
            List<Ruling> all = new ArrayList<>(lines);
            all.addAll(other.lines);
            return of(all);
        }

        boolean covers(float from, float to) {
            float covered = 0;
            float reached = from;
            for (Ruling line : lines) {
                float begin = Math.max(reached, line.from());
                float end = Math.min(to, line.to());
                if (end > begin) {
                    covered += end - begin;
                    reached = end;
                }
            }
            return covered >= COVERED * (to - from);
        }
    }

    private final float em;

    private Grid(List<Track> columns, List<Track> rows, float em) {
        this.em = em;
        this.columns = columns;
        this.rows = rows;
        this.below = drawn(rows, columns);
        this.beside = drawn(columns, rows);
        this.owners = owners();
    }

    /**
     * The grid of a frame; empty when its lines do not enclose at least two columns.
     *
     * @param em size of the text in it, at most that of common print
     */
    static Optional<Grid> of(Lattice.Frame frame, float em) {
        List<Track> columns = tracks(frame.vertical(), em);
        List<Track> rows = tracks(frame.horizontal(), em);
        addOpenSides(columns, frame.horizontal(), rows, false, em);
        addOpenSides(rows, frame.vertical(), columns, true, em);
        return build(columns, rows, em);
    }

    private static Optional<Grid> build(List<Track> columns, List<Track> rows, float em) {
        List<Track> usedColumns = columns;
        List<Track> usedRows = rows;
        while (usedColumns.size() >= 3
                && usedRows.size() >= 2
                && (long) usedColumns.size() * usedRows.size() <= MAX_PLACES) {
            Grid grid = new Grid(usedColumns, usedRows, em);
            List<Track> nextColumns = grid.used(usedColumns, grid.beside);
            List<Track> nextRows = grid.used(usedRows, grid.below);
            if (nextColumns.size() == usedColumns.size() && nextRows.size() == usedRows.size()) {
                return Optional.of(grid);
            }
            usedColumns = nextColumns;
            usedRows = nextRows;
        }
        return Optional.empty();
    }

    /** Whether the frame would make more cells than a page can hold. */
    static boolean tooLarge(Lattice.Frame frame, float em) {
        return (long) tracks(frame.vertical(), em).size()
                        * tracks(frame.horizontal(), em).size()
                > MAX_PLACES;
    }

    private static List<Track> tracks(List<Ruling> lines, float em) {
        List<Track> tracks = new ArrayList<>();
        List<Ruling> open = new ArrayList<>();
        for (Ruling line : lines) {
            if (!open.isEmpty()
                    && (line.at() - open.get(open.size() - 1).at() > SAME_BORDER * em
                            || line.at() - open.get(0).at() > MAX_BORDER * em)) {
                tracks.add(Track.of(open));
                open = new ArrayList<>();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            tracks.add(Track.of(open));
        }
        return tracks;
    }

    /** A table without side lines, or cut by a page, ends where its crossing lines end together. */
    private static void addOpenSides(
            List<Track> tracks, List<Ruling> crossing, List<Track> others, boolean rows, float em) {
        if (tracks.isEmpty() || others.isEmpty()) {
            return;
        }
        float first = (float) crossing.stream().mapToDouble(Ruling::from).min().orElseThrow();
        float last = (float) crossing.stream().mapToDouble(Ruling::to).max().orElseThrow();
        long together = crossing.stream()
                .filter(r -> r.from() - first <= SAME_BORDER * em)
                .count();
        long endTogether =
                crossing.stream().filter(r -> last - r.to() <= SAME_BORDER * em).count();
        float begin = others.get(0).at();
        float end = others.get(others.size() - 1).at();
        float wide = 2 * MAX_BORDER * em;
        if (together >= 2 && tracks.get(0).at() - first > wide) {
            tracks.add(0, Track.of(List.of(new Ruling(rows, first, begin, end))));
        }
        if (endTogether >= 2 && last - tracks.get(tracks.size() - 1).at() > wide) {
            tracks.add(Track.of(List.of(new Ruling(rows, last, begin, end))));
        }
    }

    private static boolean[][] drawn(List<Track> lines, List<Track> across) {
        boolean[][] drawn = new boolean[lines.size()][across.size() - 1];
        for (int line = 0; line < lines.size(); line++) {
            for (int i = 0; i + 1 < across.size(); i++) {
                drawn[line][i] = lines.get(line)
                        .covers(across.get(i).at(), across.get(i + 1).at());
            }
        }
        return drawn;
    }

    /** Lines that are a border of something; an underline or a tick of an axis is none. */
    private List<Track> used(List<Track> tracks, boolean[][] drawn) {
        List<Track> used = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            for (boolean side : drawn[i]) {
                if (side) {
                    used.add(tracks.get(i));
                    break;
                }
            }
        }
        return used;
    }

    private int[] owners() {
        int width = columnCount();
        int[] owner = new int[width * rowCount()];
        Arrays.fill(owner, -1);
        for (int row = 0; row < rowCount(); row++) {
            for (int column = 0; column < width; column++) {
                if (owner[row * width + column] < 0) {
                    int lastColumn = lastColumn(owner, row, column);
                    int lastRow = lastRow(row, column, lastColumn);
                    for (int r = row; r <= lastRow; r++) {
                        Arrays.fill(owner, r * width + column, r * width + lastColumn + 1, row * width + column);
                    }
                }
            }
        }
        return owner;
    }

    private int lastColumn(int[] owner, int row, int column) {
        int last = column;
        while (last + 1 < columnCount() && !beside[last + 1][row] && owner[row * columnCount() + last + 1] < 0) {
            last++;
        }
        return last;
    }

    private int lastRow(int row, int first, int last) {
        int bottom = row;
        while (bottom + 1 < rowCount() && joined(bottom, first, last)) {
            bottom++;
        }
        return bottom;
    }

    /** Whether nothing separates these columns of a row from the same columns of the next row. */
    private boolean joined(int row, int first, int last) {
        for (int column = first; column <= last; column++) {
            if (below[row + 1][column] || (column > first && beside[column][row + 1])) {
                return false;
            }
        }
        return true;
    }

    /** Size of the text the grid was made for. */
    float em() {
        return em;
    }

    int columnCount() {
        return columns.size() - 1;
    }

    int rowCount() {
        return rows.size() - 1;
    }

    float left() {
        return columns.get(0).at();
    }

    float right() {
        return columns.get(columnCount()).at();
    }

    float top() {
        return rows.get(0).at();
    }

    float bottom() {
        return rows.get(rowCount()).at();
    }

    /** The cell that covers a point, or -1 outside the grid. */
    int cellAt(float x, float y) {
        int column = between(columns, x);
        int row = between(rows, y);
        return column < 0 || row < 0 ? -1 : owners[row * columnCount() + column];
    }

    private static int between(List<Track> tracks, float at) {
        if (at < tracks.get(0).at() || at > tracks.get(tracks.size() - 1).at()) {
            return -1;
        }
        int low = 0;
        int high = tracks.size() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (tracks.get(middle).at() <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Left edge of a cell. */
    float leftOf(int cell) {
        return columns.get(cell % columnCount()).at();
    }

    /** Right edge of a cell. */
    float rightOf(int cell) {
        int last = cell;
        while ((last + 1) % columnCount() != 0 && owners[last + 1] == cell) {
            last++;
        }
        return columns.get(last % columnCount() + 1).at();
    }

    /**
     * The same table without columns and rows too narrow to hold anything: gaps between double borders, borders that
     * do not quite meet from row to row.
     *
     * @param filled for each cell number whether it holds text
     */
    Grid withoutSlivers(boolean[] filled) {
        List<Track> keptColumns = withoutSlivers(columns, MIN_COLUMN * em, column -> columnHolds(filled, column));
        List<Track> keptRows = withoutSlivers(rows, MIN_ROW * em, row -> rowHolds(filled, row));
        boolean same = keptColumns.size() == columns.size() && keptRows.size() == rows.size();
        return same ? this : build(keptColumns, keptRows, em).orElse(this);
    }

    /**
     * The tables of this grid from top to bottom. Two tables set directly below each other share a border but no column
     * line; columns that only one of them has would shift the cells of the other.
     */
    List<Grid> stacked() {
        List<Grid> tables = new ArrayList<>();
        int begin = 0;
        for (int row = 1; row <= rowCount(); row++) {
            if (row == rowCount() || (tableEndsAbove(row) && !mergedRow(begin, row))) {
                build(columns, rows.subList(begin, row + 1), em).ifPresent(tables::add);
                begin = row;
            }
        }
        return tables;
    }

    /** Whether a row line runs across and the columns above and beneath it are not those of one table. */
    private boolean tableEndsAbove(int row) {
        int above = 0;
        int beneath = 0;
        int shared = 0;
        for (int column = 1; column < columnCount(); column++) {
            above += beside[column][row - 1] ? 1 : 0;
            beneath += beside[column][row] ? 1 : 0;
            shared += beside[column][row - 1] && beside[column][row] ? 1 : 0;
        }
        for (boolean side : below[row]) {
            if (!side) {
                return false;
            }
        }
        // Merged cells take lines away from a row, but leave most of the others where they are.
        return above > 0 && beneath > 0 && FOREIGN * shared < Math.min(above, beneath);
    }

    /** Whether a table beginning or ending here would be one row of a form, whose column lines come again elsewhere. */
    private boolean mergedRow(int begin, int end) {
        boolean single = end - begin == 1 && comesAgain(begin, end + 1, rowCount());
        return single || (end == rowCount() - 1 && comesAgain(end, 0, end - 1));
    }

    /** Whether all column lines of a row are drawn in other rows, too. */
    private boolean comesAgain(int row, int fromRow, int toRow) {
        for (int column = 1; column < columnCount(); column++) {
            boolean again = !beside[column][row];
            for (int other = fromRow; other < toRow && !again; other++) {
                again = beside[column][other];
            }
            if (!again) {
                return false;
            }
        }
        return true;
    }

    /** The cells that cover places of a row, from left to right. */
    List<Integer> cellsIn(int row) {
        return Arrays.stream(owners, row * columnCount(), (row + 1) * columnCount())
                .distinct()
                .boxed()
                .toList();
    }

    private static List<Track> withoutSlivers(List<Track> tracks, float minWidth, IntPredicate holdsText) {
        List<Track> kept = new ArrayList<>(List.of(tracks.get(0)));
        for (int i = 1; i < tracks.size(); i++) {
            Track last = kept.get(kept.size() - 1);
            if (tracks.get(i).at() - last.at() < minWidth && !holdsText.test(i - 1)) {
                kept.set(kept.size() - 1, last.with(tracks.get(i)));
            } else {
                kept.add(tracks.get(i));
            }
        }
        return kept;
    }

    private boolean columnHolds(boolean[] filled, int column) {
        for (int row = 0; row < rowCount(); row++) {
            int place = row * columnCount() + column;
            boolean goesOn = column + 1 < columnCount() && owners[place + 1] == place;
            if (owners[place] == place && filled[place] && !goesOn) {
                return true;
            }
        }
        return false;
    }

    private boolean rowHolds(boolean[] filled, int row) {
        for (int column = 0; column < columnCount(); column++) {
            int place = row * columnCount() + column;
            boolean goesOn = row + 1 < rowCount() && owners[place + columnCount()] == place;
            if (owners[place] == place && filled[place] && !goesOn) {
                return true;
            }
        }
        return false;
    }
}
