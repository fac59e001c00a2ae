package org.tongchou.platform.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes one table as a workbook: title, note, frozen header, typed cells, totals, footer. */
final class XlsxRows implements RowSink, AutoCloseable {
    private static final int HEADER = 2;
    private static final int FLUSH_EVERY = 500;
    /** Excel's own limit, less title, note, header, totals and footer. */
    private static final int MOST_ROWS = 1_048_576 - 5;

    private final Layout layout;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next = HEADER + 1;

    XlsxRows(OutputStream out, Layout layout) {
        this.layout = layout;
        this.workbook = new Workbook(out, "Tongchou", "1.0");
        this.sheet = workbook.newWorksheet(CellText.sheetName(layout.title()));
        head();
    }

    private void head() {
        List<Column> columns = layout.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            text(HEADER, i, columns.get(i).title());
        }
        text(0, 0, layout.title());
        text(1, 0, layout.note());
        int last = columns.size() - 1;
        sheet.range(0, 0, 0, last).merge();
        sheet.range(1, 0, 1, last).merge();
        sheet.range(0, 0, 0, last)
                .style()
                .bold()
                .fontSize(14)
                .horizontalAlignment("center")
                .set();
        sheet.range(1, 0, 1, last).style().horizontalAlignment("right").set();
        sheet.range(HEADER, 0, HEADER, last)
                .style()
                .bold()
                .fillColor("EAEFF5")
                .borderStyle("thin")
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        sheet.freezePane(0, HEADER + 1);
        sheet.repeatRows(0, HEADER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        if (columns.size() > 6) {
            sheet.pageOrientation("landscape");
        }
        sheet.footer("第 &P 页，共 &N 页", Position.RIGHT);
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        add(cells, false);
    }

    @Override
    public void totals(@Nullable Object... cells) throws IOException {
        add(cells, true);
    }

    private void add(@Nullable Object[] cells, boolean bold) throws IOException {
        if (next - HEADER > MOST_ROWS) {
            throw new IOException("more rows than a sheet can hold");
        }
        for (int i = 0; i < layout.columns().size(); i++) {
            Column.Kind kind = layout.columns().get(i).kind();
            Object cell = cells[i];
            if (cell != null) {
                write(i, kind, cell);
            }
            StyleSetter style = sheet.style(next, i);
            style.borderStyle("thin").format(cell instanceof String ? "@" : kind.format());
            style.horizontalAlignment(cell instanceof String ? "left" : kind.alignment());
            if (bold) {
                style.bold();
            }
            if (cell instanceof Marked) {
                style.fillColor("FBD9D3");
            }
            style.set();
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Column.Kind kind, Object cell) {
        if (cell instanceof String || kind == Column.Kind.TEXT) {
            text(next, column, cell.toString());
        } else if (kind == Column.Kind.MONEY) {
            sheet.value(next, column, BigDecimal.valueOf(((Number) cell).longValue(), 2));
        } else if (cell instanceof Number number) {
            sheet.value(next, column, number);
        } else if (cell instanceof LocalDate date) {
            sheet.value(next, column, date);
        } else if (cell instanceof LocalDateTime time) {
            sheet.value(next, column, time);
        } else {
            throw new IllegalArgumentException(kind + " cannot hold " + cell.getClass());
        }
    }

    /** An inline string: whatever it begins with, it is a text. */
    private void text(int row, int column, String text) {
        sheet.inlineString(row, column, CellText.clean(text));
    }

    @Override
    public void close() throws IOException {
        text(next + 1, 0, layout.footer());
        sheet.style(next + 1, 0).fontColor("808080").italic().set();
        workbook.finish();
    }
}
