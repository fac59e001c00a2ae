package org.tongchou.platform.catalogue.version;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.kind.CatalogueRow;

/** Writes the rows of drafts, many at a time. */
@Component
class DraftRows {
    private static final String COPY = "copy catalogue.draft_row"
            + " (version_id, line, code, part, name, begins, ends, valid, digest, cells) from stdin";
    private static final int BUFFER = 64 * 1024;

    private final JdbcTemplate database;

    DraftRows(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    /** Adds rows to a version within the caller's transaction. */
    void add(long version, List<CatalogueRow> rows) {
        if (!rows.isEmpty()) {
            database.execute((Connection connection) -> copy(connection, version, rows));
        }
    }

    private static long copy(Connection connection, long version, List<CatalogueRow> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            StringBuilder text = new StringBuilder(BUFFER + 4096);
            for (CatalogueRow row : rows) {
                append(text, version, row);
                if (text.length() > BUFFER) {
                    write(copy, text);
                }
            }
            write(copy, text);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void append(StringBuilder text, long version, CatalogueRow row) {
        text.append(version).append('\t').append(row.line()).append('\t');
        field(text, row.code()).append('\t');
        field(text, row.part()).append('\t');
        field(text, row.name()).append('\t');
        text.append(row.begins() == null ? "\\N" : row.begins()).append('\t');
        text.append(row.ends() == null ? "\\N" : row.ends()).append('\t');
        text.append(row.valid()).append('\t').append(row.digest()).append("\t{");
        int last = row.cells().size();
        while (last > 0 && row.cells().get(last - 1) == null) {
            last--;
        }
        for (int at = 0; at < last; at++) {
            text.append(at == 0 ? "" : ",");
            element(text, row.cells().get(at));
        }
        text.append("}\n");
    }

    private static StringBuilder field(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return text;
    }

    /** An element of an array: escaped for the array, and that once more for the copy. */
    private static void element(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("NULL");
            return;
        }
        text.append('"');
        field(text, value.replace("\\", "\\\\").replace("\"", "\\\""));
        text.append('"');
    }
}
