package org.tongchou.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tongchou.benefit.simulation.ReportTable;

/** Writes the answer to a what-if as a workbook: one sheet for each table, with its definition below. */
final class WhatIfWorkbook {
    private static final int CHARACTER = 256;
    private static final int LABEL_WIDTH = 28;
    private static final int NUMBER_WIDTH = 22;

    private final XSSFWorkbook workbook;
    private final CellStyle bold;
    private final CellStyle[] numbers = new CellStyle[3];

    private WhatIfWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        String[] formats = {"#,##0", "#,##0.0", "#,##0.00"};
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = workbook.createCellStyle();
            numbers[i].setDataFormat(workbook.createDataFormat().getFormat(formats[i]));
        }
    }

    static void write(WhatIfReport report, OutputStream stream) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            WhatIfWorkbook writer = new WhatIfWorkbook(workbook);
            report.tables().forEach(table -> writer.sheet(report, table));
            workbook.write(stream);
        }
    }

    private void sheet(WhatIfReport report, ReportTable table) {
        Sheet sheet = workbook.createSheet(table.title());
        int at = 0;
        text(sheet.createRow(at++), 0, report.title() + "：" + table.title(), true);
        text(sheet.createRow(at++), 0, report.subtitle(), false);
        Row heading = sheet.createRow(at++);
        text(heading, 0, table.subject(), true);
        for (int i = 0; i < table.columns().size(); i++) {
            text(heading, i + 1, WhatIfReport.heading(table.columns().get(i)), true);
            sheet.setColumnWidth(i + 1, NUMBER_WIDTH * CHARACTER);
        }
        sheet.setColumnWidth(0, LABEL_WIDTH * CHARACTER);
        sheet.createFreezePane(1, at);
        for (ReportTable.Row row : table.rows()) {
            Row line = sheet.createRow(at++);
            text(line, 0, row.label(), false);
            for (int i = 0; i < row.values().size(); i++) {
                number(line, i + 1, table.columns().get(i), row.values().get(i));
            }
        }
        text(sheet.createRow(at), 0, "说明：" + table.definition(), false);
    }

    private void text(Row row, int column, String text, boolean strong) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        if (strong) {
            cell.setCellStyle(bold);
        }
    }

    private void number(Row row, int place, ReportTable.Column column, long value) {
        WhatIfReport.value(column, value).ifPresent(number -> {
            Cell cell = row.createCell(place);
            // A spreadsheet keeps numbers as binary floats; this is the only place where one is made.
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(numbers[column.unit().decimals()]);
        });
    }
}
