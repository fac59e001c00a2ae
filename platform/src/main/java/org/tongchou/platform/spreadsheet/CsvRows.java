package org.tongchou.platform.spreadsheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one table as CSV: header, rows, totals; no title, so that programs can read it. */
final class CsvRows implements RowSink, AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Layout layout;
    private final BufferedWriter writer;

    CsvRows(OutputStream out, Layout layout) throws IOException {
        this.layout = layout;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        line(layout.columns().stream()
                .map(column -> CellText.safeInCsv(CellText.clean(column.title())))
                .toList());
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            values.add(printed(layout.columns().get(i).kind(), cells[i]));
        }
        line(values);
    }

    /** A line of RFC 4180: quoted where it must be, ended by CR LF. */
    private void line(List<String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ');
            writer.write(i == 0 ? "" : ",");
            writer.write(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
        writer.write("\r\n");
    }

    @Override
    public void totals(@Nullable Object... cells) throws IOException {
        row(cells);
    }

    private static String printed(Column.Kind kind, @Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof String || kind == Column.Kind.TEXT) {
            return CellText.safeInCsv(CellText.clean(cell.toString()));
        }
        if (kind == Column.Kind.MONEY) {
            return BigDecimal.valueOf(((Number) cell).longValue(), 2).toPlainString();
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell instanceof LocalDateTime time ? TIME.format(time) : cell.toString();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
