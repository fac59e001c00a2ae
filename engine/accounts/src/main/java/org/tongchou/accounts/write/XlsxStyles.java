package org.tongchou.accounts.write;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook, each made once. */
final class XlsxStyles {
    /** How a cell looks. */
    enum Look {
        TITLE("黑体", 16, false),
        HEADING("黑体", 12, false),
        PLAIN("宋体", 10, false),
        LINK("宋体", 10, false),
        HEADER("宋体", 10, true),
        LABEL("宋体", 10, true),
        TOTAL("宋体", 10, true),
        NOTE("宋体", 9, false);

        private final String font;
        private final int points;
        private final boolean border;

        /** Size of the letters in points. */
        int points() {
            return points;
        }

        Look(String font, int points, boolean border) {
            this.font = font;
            this.points = points;
            this.border = border;
        }
    }

    /**
     * What tells two styles apart.
     *
     * @param look font and border
     * @param align across
     * @param indent steps from the left
     * @param format number format, {@code @} for text
     */
    private record Key(Look look, HorizontalAlignment align, int indent, String format) {}

    private static final byte[] HEADER_FILL = {(byte) 0xe9, (byte) 0xef, (byte) 0xf5};
    private static final byte[] TOTAL_FILL = {(byte) 0xf5, (byte) 0xf7, (byte) 0xfa};
    private static final byte[] LINE = {(byte) 0x6b, (byte) 0x7a, (byte) 0x89};

    private final XSSFWorkbook workbook;
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Look, XSSFFont> fonts = new HashMap<>();

    XlsxStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** A style for text. */
    XSSFCellStyle text(Look look, HorizontalAlignment align, int indent) {
        return styles.computeIfAbsent(new Key(look, align, indent, "@"), this::make);
    }

    /** A style for a figure printed with a number of decimals. */
    XSSFCellStyle figure(Look look, int decimals) {
        return figure(look, decimals, "");
    }

    /** A style for a figure that is followed by its unit. */
    XSSFCellStyle figure(Look look, int decimals, String unit) {
        String format = numberFormat(decimals) + (unit.isEmpty() ? "" : "\" " + unit.replace("\"", "") + "\"");
        return styles.computeIfAbsent(new Key(look, HorizontalAlignment.RIGHT, 0, format), this::make);
    }

    /** How Office prints a number with thousands separators and a number of decimals. */
    static String numberFormat(int decimals) {
        return decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private XSSFCellStyle make(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(key.look(), this::font));
        style.setAlignment(key.align());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setIndention((short) key.indent());
        style.setWrapText(key.align() != HorizontalAlignment.RIGHT);
        style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        if (key.look().border) {
            border(style);
        }
        if (key.look() == Look.HEADER) {
            fill(style, HEADER_FILL);
        } else if (key.look() == Look.TOTAL) {
            fill(style, TOTAL_FILL);
        }
        return style;
    }

    private static void border(XSSFCellStyle style) {
        XSSFColor line = new XSSFColor(LINE);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(line);
        style.setBottomBorderColor(line);
        style.setLeftBorderColor(line);
        style.setRightBorderColor(line);
    }

    private static void fill(XSSFCellStyle style, byte[] color) {
        style.setFillForegroundColor(new XSSFColor(color));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFFont font(Look look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(look.font);
        font.setFontHeightInPoints((short) look.points);
        font.setBold(look == Look.HEADER || look == Look.TOTAL);
        if (look == Look.LINK) {
            font.setColor(IndexedColors.DARK_BLUE.getIndex());
        }
        return font;
    }
}
