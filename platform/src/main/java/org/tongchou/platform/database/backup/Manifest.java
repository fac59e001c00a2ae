package org.tongchou.platform.database.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds; the last entry of its file, so that a file that was cut off has none.
 *
 * @param format always {@link #FORMAT}
 * @param createdAt when its snapshot was taken
 * @param database version of the server it was taken from
 * @param migrations last migration of each schema
 * @param tables the tables
 * @param sequences last value of each sequence that was used
 * @param files the files of the data directory
 */
public record Manifest(
        String format,
        String createdAt,
        String database,
        Map<String, String> migrations,
        List<TablePart> tables,
        Map<String, Long> sequences,
        List<FilePart> files) {
    /** Name and version of the form. */
    static final String FORMAT = "tongchou-backup-1";

    /** Name of its entry. */
    static final String ENTRY = "manifest.json";

    /** Copies the collections. */
    public Manifest {
        migrations = Map.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
        files = List.copyOf(files);
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(TablePart::rows).sum();
    }

    /**
     * A table.
     *
     * @param name schema and name
     * @param columns its columns, in the order of the CSV
     * @param rows rows
     * @param sm3 hex digest of the CSV
     */
    public record TablePart(String name, List<String> columns, long rows, String sm3) {
        /** Copies the list. */
        public TablePart {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".csv";
        }
    }

    /**
     * A file.
     *
     * @param path path below the data directory
     * @param bytes size
     * @param sm3 hex digest of the content
     */
    public record FilePart(String path, long bytes, String sm3) {
        String entry() {
            return "data/" + path;
        }
    }
}
