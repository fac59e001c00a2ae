package org.tongchou.platform.spreadsheet;

/**
 * A column of an exported table.
 *
 * @param title header in Chinese
 * @param kind what its cells hold
 * @param width width in characters of the standard font, 4 to 120
 */
public record Column(String title, Kind kind, int width) {
    /** What cells hold, and the Java type a row gives for them; null is always an empty cell. */
    public enum Kind {
        /** Any object, by its text. Never a formula. */
        TEXT("@", "left"),
        /** {@code Long}, {@code Integer}. */
        INTEGER("#,##0", "right"),
        /** {@code Long} in fen, shown in 元 with two decimals. */
        MONEY("#,##0.00", "right"),
        /** {@code BigDecimal}: 0.8532 is shown as 85.32%. */
        PERCENT("0.00%", "right"),
        /** {@code LocalDate}. */
        DATE("yyyy-mm-dd", "center"),
        /** {@code LocalDateTime}. */
        TIME("yyyy-mm-dd hh:mm:ss", "center");

        private final String format;
        private final String alignment;

        Kind(String format, String alignment) {
            this.format = format;
            this.alignment = alignment;
        }

        String format() {
            return format;
        }

        String alignment() {
            return alignment;
        }
    }

    /** Refuses widths out of range. */
    public Column {
        if (width < 4 || width > 120) {
            throw new IllegalArgumentException("width " + width);
        }
    }

    /** A column of text. */
    public static Column text(String title, int width) {
        return new Column(title, Kind.TEXT, width);
    }

    /** A column of whole numbers. */
    public static Column integer(String title) {
        return new Column(title, Kind.INTEGER, 12);
    }

    /** A column of money. */
    public static Column money(String title) {
        return new Column(title, Kind.MONEY, 18);
    }

    /** A column of percentages. */
    public static Column percent(String title) {
        return new Column(title, Kind.PERCENT, 12);
    }

    /** A column of dates. */
    public static Column date(String title) {
        return new Column(title, Kind.DATE, 12);
    }

    /** A column of moments. */
    public static Column time(String title) {
        return new Column(title, Kind.TIME, 20);
    }
}
