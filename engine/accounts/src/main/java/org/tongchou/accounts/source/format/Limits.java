package org.tongchou.accounts.source.format;

/**
 * How much of a file a reader takes before it stops, so that no file can use up the memory. The standard values are
 * far above any published document and far below what a common machine holds.
 *
 * @param fileBytes largest file, in bytes
 * @param tags most tags in an HTML file or table; HTML is held as a tree, which takes many times its size
 * @param inflatedBytes largest sum of the unpacked entries of a docx or xlsx, in bytes
 * @param xmlBytes largest single unpacked XML entry of a docx or xlsx, in bytes
 * @param zipEntries most entries in a docx or xlsx
 * @param tableRows most rows read from one table
 * @param tableColumns most columns read from one table
 * @param cellText most characters read from one cell
 * @param totalText most characters and cells in the whole document
 */
public record Limits(
        long fileBytes,
        int tags,
        long inflatedBytes,
        long xmlBytes,
        int zipEntries,
        int tableRows,
        int tableColumns,
        int cellText,
        int totalText) {
    private static final int MB = 1024 * 1024;

    /** The limits used when nothing else is said. */
    public static final Limits STANDARD =
            new Limits(64L * MB, 1_000_000, 512L * MB, 64L * MB, 10_000, 50_000, 512, 10_000, 10_000_000);

    /** The same limits with another size of file, in bytes. */
    public Limits withFileBytes(long bytes) {
        return new Limits(
                bytes, tags, inflatedBytes, xmlBytes, zipEntries, tableRows, tableColumns, cellText, totalText);
    }

    /** The same limits with another size of one table. */
    public Limits withTable(int rows, int columns) {
        return new Limits(fileBytes, tags, inflatedBytes, xmlBytes, zipEntries, rows, columns, cellText, totalText);
    }

    /** The same limits with another length of one cell and of the whole document, in characters. */
    public Limits withText(int cell, int total) {
        return new Limits(fileBytes, tags, inflatedBytes, xmlBytes, zipEntries, tableRows, tableColumns, cell, total);
    }

    /** The same limits with other sizes of unpacked content, in bytes. */
    public Limits withInflated(long all, long oneXml) {
        return new Limits(fileBytes, tags, all, oneXml, zipEntries, tableRows, tableColumns, cellText, totalText);
    }
}
