package org.tongchou.accounts.publish;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a publication. */
public sealed interface Content {
    /**
     * A heading.
     *
     * @param level 1 for parts (第一部分 …), 2 for sections (一、…), 3 for （一）…
     * @param text the heading with its number
     */
    record Heading(int level, String text) implements Content {}

    /**
     * A paragraph.
     *
     * @param text its text
     */
    record Text(String text) implements Content {}

    /**
     * A table.
     *
     * @param topic what it is about; empty for tables that are not accounts tables (the list of units)
     * @param title printed above, empty when none
     * @param form the form number printed above, {@code 公开01表}; empty when none
     * @param caption lines printed above the header: 编制单位, 单位：万元
     * @param header header rows; every row has as many cells as the table has columns, covered cells are {@link
     *     GridCell#COVERED}
     * @param rows body rows, each with as many cells as columns
     * @param notes notes printed below
     */
    record Grid(
            String topic,
            String title,
            String form,
            List<String> caption,
            List<List<GridCell>> header,
            List<List<GridCell>> rows,
            List<String> notes)
            implements Content {
        /** Copies the lists. */
        public Grid {
            caption = List.copyOf(caption);
            header = header.stream().map(List::copyOf).toList();
            rows = rows.stream().map(List::copyOf).toList();
            notes = List.copyOf(notes);
        }
    }

    /**
     * A cell of a grid.
     *
     * @param text text for a label; empty for a figure
     * @param figure the figure in the printed unit, at the printed scale; null for a label or a blank
     * @param formula what a spreadsheet should compute it from; empty when it is given. Addresses are body rows and
     *     columns of the same grid, 0-based
     * @param colSpan columns it covers, 1 or more
     * @param rowSpan rows it covers, 1 or more
     * @param kind how it is aligned and read
     */
    record GridCell(String text, @Nullable BigDecimal figure, List<Term> formula, int colSpan, int rowSpan, Kind kind) {
        /** A cell covered by a span; writers leave it out. */
        public static final GridCell COVERED = new GridCell("", null, List.of(), 1, 1, Kind.COVERED);

        /** A text cell. */
        public static GridCell label(String text) {
            return new GridCell(text, null, List.of(), 1, 1, Kind.LABEL);
        }

        /** A text cell over several columns and rows. */
        public static GridCell label(String text, int colSpan, int rowSpan) {
            return new GridCell(text, null, List.of(), colSpan, rowSpan, Kind.LABEL);
        }

        /** A classification code: text that looks like a number. */
        public static GridCell code(String code) {
            return new GridCell(code, null, List.of(), 1, 1, Kind.CODE);
        }

        /** A figure, null for a blank. */
        public static GridCell figure(@Nullable BigDecimal figure) {
            return new GridCell("", figure, List.of(), 1, 1, Kind.FIGURE);
        }

        /** A computed figure. */
        public static GridCell computed(BigDecimal figure, List<Term> formula) {
            return new GridCell("", figure, formula, 1, 1, Kind.FIGURE);
        }

        /** Copies the list. */
        public GridCell {
            formula = List.copyOf(formula);
        }
    }

    /** How a cell is aligned and read. */
    enum Kind {
        /** Text. */
        LABEL,
        /** A code, kept as text. */
        CODE,
        /** A number. */
        FIGURE,
        /** Covered by a span of another cell. */
        COVERED
    }

    /**
     * One term of a formula.
     *
     * @param row 0-based body row
     * @param column 0-based column
     * @param sign 1 or -1
     */
    record Term(int row, int column, int sign) {}

    /**
     * A chart; writers also give its figures as a small table where the format allows.
     *
     * @param title printed above
     * @param kind bars for change between years, a ring for structure
     * @param unit unit of the values
     * @param categories names along the axis or of the slices
     * @param series one or more series of values, each as long as the categories
     */
    record Chart(String title, ChartKind kind, String unit, List<String> categories, List<Series> series)
            implements Content {
        /** Copies the lists. */
        public Chart {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    /** The kinds of chart. */
    enum ChartKind {
        /** Grouped bars. */
        BARS,
        /** A ring of shares. */
        RING
    }

    /**
     * A series of a chart.
     *
     * @param name for the legend
     * @param values one per category
     */
    record Series(String name, List<BigDecimal> values) {
        /** Copies the list. */
        public Series {
            values = List.copyOf(values);
        }
    }
}
