package org.tongchou.accounts.write;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.accounts.write.GridShape.Placed;
import org.tongchou.accounts.write.XlsxStyles.Look;

/** Writes one table onto its sheet: title, form number, whose and in which unit, header, rows, notes. */
final class XlsxGrid {
    private final XSSFSheet sheet;
    private final Grid grid;
    private final GridShape shape;
    private final XlsxStyles styles;
    private final SheetText text;

    private XlsxGrid(XSSFSheet sheet, SheetText text, Grid grid, XlsxStyles styles) {
        this.sheet = sheet;
        this.grid = grid;
        this.shape = GridShape.of(grid);
        this.styles = styles;
        this.text = text;
    }

    /** Fills a sheet of the table's own. */
    static void fill(XSSFSheet sheet, Grid grid, XlsxStyles styles) {
        XlsxGrid table = new XlsxGrid(sheet, new SheetText(sheet, styles), grid, styles);
        int[] widths = table.shape.widths();
        int title = GridShape.width(grid.title()) * Look.TITLE.points() / Look.PLAIN.points() + 4;
        int missing = title - Arrays.stream(widths).sum();
        for (int c = 0; c < widths.length; c++) {
            // A table narrower than its title is drawn out evenly.
            widths[c] += missing > 0 ? missing / widths.length + 1 : 0;
            sheet.setColumnWidth(c, SheetText.units(widths[c]));
        }
        if (!grid.title().isEmpty()) {
            table.across(grid.title(), Look.TITLE, HorizontalAlignment.CENTER);
        }
        int firstBody = table.table();
        SheetText.print(sheet, table.shape.wide());
        if (!grid.header().isEmpty()) {
            int firstHeader = firstBody - grid.header().size();
            sheet.setRepeatingRows(new CellRangeAddress(firstHeader, firstBody - 1, -1, -1));
            sheet.createFreezePane(0, firstBody);
        }
    }

    /** Puts the table between paragraphs that stand in the first column of a sheet. */
    static void append(XSSFSheet sheet, SheetText text, Grid grid, XlsxStyles styles) {
        new XlsxGrid(sheet, text, grid, styles).table();
        text.skipTo(text.next() + 1);
    }

    /** Writes all but the title; answers the first row of the body. */
    private int table() {
        if (!grid.form().isEmpty()) {
            across(grid.form(), Look.PLAIN, HorizontalAlignment.RIGHT);
        }
        caption();
        int firstHeader = text.next();
        int firstBody = firstHeader + grid.header().size();
        rows(shape.header(), firstHeader, true, firstBody);
        rows(shape.body(), firstBody, false, firstBody);
        text.skipTo(firstBody + grid.rows().size());
        for (String note : grid.notes()) {
            across(note, Look.NOTE, HorizontalAlignment.LEFT);
        }
        if (!grid.rows().isEmpty() && shape.columns() > 0) {
            CellRangeAddress body =
                    new CellRangeAddress(firstBody, firstBody + grid.rows().size() - 1, 0, shape.columns() - 1);
            sheet.addIgnoredErrors(body, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
        return firstBody;
    }

    /** A line over the whole width. */
    private void across(String line, Look look, HorizontalAlignment align) {
        int row = text.line(line, look, align);
        merge(row, row, 0, shape.columns() - 1);
        sheet.getRow(row).setHeightInPoints(SheetText.height(line, total(0, shape.columns()), look));
    }

    /** Whose table it is at the left, the unit of money at the right of the same line. */
    private void caption() {
        List<String> left = shape.captionLines();
        String unit = shape.unitLine();
        for (String line : left.subList(0, Math.max(0, left.size() - 1))) {
            across(line, Look.PLAIN, HorizontalAlignment.LEFT);
        }
        String last = left.isEmpty() ? "" : left.get(left.size() - 1);
        if (last.isEmpty() && unit.isEmpty()) {
            return;
        }
        if (unit.isEmpty() || last.isEmpty() || shape.columns() < 2) {
            for (String line : List.of(last, unit)) {
                if (!line.isEmpty()) {
                    across(line, Look.PLAIN, line.equals(unit) ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
                }
            }
            return;
        }
        int split = Math.max(1, shape.columns() / 2);
        int row = text.line(last, Look.PLAIN, HorizontalAlignment.LEFT);
        text.cell(row, split, unit, Look.PLAIN, HorizontalAlignment.RIGHT);
        merge(row, row, 0, split - 1);
        merge(row, row, split, shape.columns() - 1);
        sheet.getRow(row).setHeightInPoints(SheetText.LINE_POINTS);
    }

    private void rows(List<List<Placed>> rows, int firstRow, boolean header, int firstBody) {
        for (int r = 0; r < rows.size(); r++) {
            XSSFRow row = sheet.createRow(firstRow + r);
            Look look = header ? Look.HEADER : shape.total(r) ? Look.TOTAL : Look.LABEL;
            for (int c = 0; c < shape.columns(); c++) {
                row.createCell(c).setCellStyle(styles.text(look, HorizontalAlignment.CENTER, 0));
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            float height = SheetText.LINE_POINTS;
            for (Placed placed : rows.get(r)) {
                Look look = header ? Look.HEADER : shape.total(r) ? Look.TOTAL : Look.LABEL;
                cell(placed, firstRow + r, look, firstBody);
                if (placed.rowSpan() == 1) {
                    int width = total(placed.column(), placed.colSpan());
                    height = Math.max(height, SheetText.height(GridShape.text(placed.cell()), width, look));
                }
            }
            sheet.getRow(firstRow + r).setHeightInPoints(height);
        }
    }

    private void cell(Placed placed, int row, Look look, int firstBody) {
        GridCell cell = placed.cell();
        XSSFCell target = sheet.getRow(row).getCell(placed.column());
        BigDecimal figure = cell.figure();
        if (figure != null) {
            figure(target, cell, figure, look, firstBody);
        } else if (!cell.text().isEmpty()) {
            target.setCellValue(cell.text());
        }
        target.setCellStyle(style(placed, look));
        merge(row, row + placed.rowSpan() - 1, placed.column(), placed.column() + placed.colSpan() - 1);
    }

    private void figure(XSSFCell target, GridCell cell, BigDecimal figure, Look look, int firstBody) {
        double number = figure.doubleValue();
        if (new BigDecimal(Double.toString(number)).compareTo(figure) != 0) {
            // More digits than a spreadsheet number holds: text keeps them all.
            target.setCellValue(GridShape.text(cell));
            return;
        }
        Optional<String> formula = look == Look.HEADER ? Optional.empty() : SheetFormula.of(grid, cell, firstBody);
        formula.ifPresent(target::setCellFormula);
        target.setCellValue(number);
    }

    private XSSFCellStyle style(Placed placed, Look look) {
        GridCell cell = placed.cell();
        BigDecimal figure = cell.figure();
        if (figure != null) {
            return styles.figure(look, figure.scale());
        }
        if (look == Look.HEADER || placed.colSpan() > 1) {
            return styles.text(look, HorizontalAlignment.CENTER, 0);
        }
        if (cell.kind() == Kind.FIGURE) {
            return styles.figure(look, 2);
        }
        return styles.text(look, HorizontalAlignment.LEFT, shape.depth(placed.row(), placed.column()));
    }

    private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (lastRow > firstRow || lastColumn > firstColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    /** The width of some columns in half-width characters. */
    private int total(int column, int span) {
        int total = 0;
        for (int c = column; c < column + span; c++) {
            total += sheet.getColumnWidth(c) / 256;
        }
        return total;
    }
}
