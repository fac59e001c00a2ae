package org.tongchou.platform.spreadsheet.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongchou.platform.web.Refusal;

/** A file of rows. */
public interface SourceFile {
    /** Most rows with content, unless more are asked for. */
    int MOST_ROWS = 300_000;

    /** Most columns. */
    int MOST_COLUMNS = 200;

    /** Most characters of a cell. */
    int LONGEST_CELL = 10_000;

    /** Takes rows one by one. */
    @FunctionalInterface
    interface Visitor {
        /** Takes a row that has content; false when no more are wanted. */
        boolean take(SourceRow row);
    }

    /** Names of the visible sheets, in order; one of an empty name for CSV. */
    List<String> sheets();

    /**
     * Reads a sheet, the first when the name is empty.
     *
     * @throws Refusal when there is no such sheet, the file is damaged or beyond the limits
     */
    default void read(String sheet, Visitor visitor) throws IOException {
        read(sheet, MOST_ROWS, visitor);
    }

    /**
     * As {@link #read(String, Visitor)}, with another limit.
     *
     * @param most most rows with content
     */
    void read(String sheet, int most, Visitor visitor) throws IOException;

    /** What is told of a file with too many rows. */
    static Refusal tooLong(int most) {
        return Refusal.conflict("E-IMP-010", "文件超过 " + most + " 行；请按月份或单位拆分后再导入");
    }

    /**
     * Opens a file by its content.
     *
     * @throws Refusal when it is none of xlsx and CSV, is encrypted, or would unpack to too much
     */
    static SourceFile open(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length == 0) {
            throw Refusal.field("E-IMP-001", "文件", "", "有内容的 xlsx 或 CSV 文件");
        }
        if (start.startsWith("PK")) {
            return XlsxFile.open(file);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw WorkbookGuard.old(file);
        }
        return CsvFile.open(file);
    }
}
