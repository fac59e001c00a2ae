package org.tongchou.platform.spreadsheet;

/** A format of exported tables; bound from a query parameter {@code format}. */
public enum ExportFormat {
    /** Excel workbook. */
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Comma-separated, UTF-8 with byte-order mark. */
    csv("text/csv;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }
}
