package org.tongchou.accounts.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.tongchou.accounts.write.XlsxStyles.Look;

/** Writes lines of text down a sheet, one row after the other. */
final class SheetText {
    /** Height of one line in points. */
    static final int LINE_POINTS = 15;

    private static final int MAX_CELL = 32_767;
    private static final int MAX_ROW_POINTS = 409;
    private static final int MAX_COLUMN = 255 * 256;

    private final XSSFSheet sheet;
    private final XlsxStyles styles;
    private int next;

    SheetText(XSSFSheet sheet, XlsxStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
        this.next = 0;
    }

    /** The row the next line goes to, 0-based. */
    int next() {
        return next;
    }

    /** Leaves rows free up to a row. */
    void skipTo(int row) {
        next = Math.max(next, row);
    }

    /** Writes a line into the first column; a text longer than a cell may hold goes on in the next row. */
    int line(String text, Look look, HorizontalAlignment align) {
        int first = next;
        for (String part : parts(text)) {
            cell(next, 0, part, look, align);
            row(next).setHeightInPoints(height(part, sheet.getColumnWidth(0) / 256, look));
            next++;
        }
        return first;
    }

    /** Writes a line that leads to the top of a sheet. */
    void link(String text, String target) {
        linkTo(line(text, Look.LINK, HorizontalAlignment.LEFT), target);
    }

    /** Makes a line that is written lead to the top of a sheet. */
    void linkTo(int row, String target) {
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target + "'!A1");
        row(row).getCell(0).setHyperlink(link);
    }

    /** Writes a text into a cell. */
    XSSFCell cell(int row, int column, String text, Look look, HorizontalAlignment align) {
        XSSFCell cell = row(row).createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(styles.text(look, align, 0));
        return cell;
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += MAX_CELL) {
            parts.add(text.substring(from, Math.min(text.length(), from + MAX_CELL)));
        }
        return parts.isEmpty() ? List.of("") : parts;
    }

    /** Height in points of a text broken over a width in characters. */
    static float height(String text, int width, Look look) {
        int lines = Math.max(1, -Math.floorDiv(-GridShape.width(text) * look.points() / 10, Math.max(1, width - 2)));
        return Math.min(MAX_ROW_POINTS, lines * (look.points() + 5));
    }

    /** A column width for a number of half-width characters. */
    static int units(int characters) {
        return Math.min(MAX_COLUMN, characters * 256 + 200);
    }

    /** Prints on A4, one page wide. */
    static void print(XSSFSheet sheet, boolean landscape) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("第 &P 页 共 &N 页");
        sheet.setDisplayGridlines(false);
    }
}
