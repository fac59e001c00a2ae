package org.tongchou.files;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file in UTF-8 whose first line names the columns, with the line each row stands on.
 *
 * @param header column names
 * @param rows rows in file order; empty lines are left out
 * @param failure why the file cannot be read, a Chinese sentence; empty when it was read
 */
public record CsvFile(List<String> header, List<Row> rows, String failure) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    /** Copies the lists. */
    public CsvFile {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line 1-based line of the file it ends on
     * @param cells as many as the row has, without surrounding white space
     */
    public record Row(int line, List<String> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** The cells joined as they are shown in messages. */
        public String text() {
            return String.join(",", cells);
        }
    }

    /** The cell of a row in a column; empty when the file has no such column or the row ends before it. */
    public String cell(Row row, String column) {
        int at = header.indexOf(column);
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at);
    }

    /** Reads a file; one that cannot be read has no rows and says why. */
    public static CsvFile read(Path file) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            return failed("文件不是 UTF-8 编码，请另存为“CSV UTF-8”");
        } catch (IOException e) {
            return failed("文件无法读取，应为 UTF-8 编码的 CSV 文件");
        }
    }

    /** Reads a text; a byte order mark in front is skipped. */
    public static CsvFile parse(String text) {
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        List<String> header = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(new StringReader(content))) {
            for (CSVRecord row : parser) {
                List<String> cells = row.toList();
                if (header.isEmpty()) {
                    header.addAll(cells);
                } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new Row((int) parser.getCurrentLineNumber(), cells));
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            return failed("文件不是正确的 CSV，请检查引号和逗号");
        }
        return header.isEmpty() ? failed("文件为空，第一行应为列名") : new CsvFile(header, rows, "");
    }

    private static CsvFile failed(String failure) {
        return new CsvFile(List.of(), List.of(), failure);
    }
}
