package org.tongchou.platform.disclosure.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.Findings;
import org.tongchou.accounts.report.Labels;
import org.tongchou.accounts.source.Place;

/** Adds a sheet for every table to the audit's workbook: cells with findings are coloured and followed by their numbers. */
final class MarkedTables {
    private static final int LONGEST_TEXT = 32_000;

    private final XSSFWorkbook workbook;
    private final Map<Mark, List<String>> notes = new HashMap<>();
    private final Set<Mark> broken = new HashSet<>();
    private final CellStyle heading;
    private final CellStyle plain;
    private final CellStyle fail;
    private final CellStyle warn;

    /** What a finding points at. */
    private record Mark(String topic, Place place) {}

    private MarkedTables(XSSFWorkbook workbook, AuditedFile audited) {
        this.workbook = workbook;
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading = workbook.createCellStyle();
        heading.setFont(bold);
        heading.setWrapText(true);
        plain = number(null);
        fail = number(IndexedColors.ROSE);
        warn = number(IndexedColors.LIGHT_YELLOW);
        int number = 0;
        for (CheckResult result : Findings.ranked(audited.audit())) {
            number++;
            for (CellRef cell : result.cells()) {
                Mark mark = new Mark(cell.topic(), cell.place());
                String note = Labels.outcome(result.outcome()) + " " + number + "：" + result.message();
                List<String> there = notes.computeIfAbsent(mark, key -> new ArrayList<>());
                if (!there.contains(note)) {
                    there.add(note);
                }
                if (result.outcome() == Outcome.FAIL) {
                    broken.add(mark);
                }
            }
        }
    }

    private CellStyle number(@Nullable IndexedColors color) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00####"));
        if (color != null) {
            style.setFillForegroundColor(color.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    /** Adds the sheets; the workbook is written anew in its place. */
    static Path add(Path file, AuditedFile audited) throws IOException {
        Path marked = file.resolveSibling("marked.xlsx");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(marked)) {
            MarkedTables tables = new MarkedTables(workbook, audited);
            int number = 0;
            for (Table table : audited.audit().document().tables()) {
                number++;
                tables.sheet("表" + number + " " + table.topic(), table);
            }
            workbook.write(out);
        }
        return marked;
    }

    private void sheet(String name, Table table) {
        XSSFSheet sheet =
                workbook.createSheet(WorkbookUtil.createSafeSheetName(name.substring(0, Math.min(31, name.length()))));
        text(sheet.createRow(0), 0, table.title() + "（单位：" + table.unit().printed() + "）", heading);
        List<String> columns =
                table.columns().stream().map(Column::name).distinct().toList();
        boolean sides = table.rows().stream().anyMatch(row -> row.side() != null);
        XSSFRow head = sheet.createRow(1);
        List<String> names = new ArrayList<>();
        if (sides) {
            names.add("收支");
        }
        names.addAll(List.of("科目编码", "项目"));
        int first = names.size();
        names.addAll(columns);
        names.addAll(List.of("位置", "发现"));
        for (int c = 0; c < names.size(); c++) {
            text(head, c, names.get(c), heading);
            sheet.setColumnWidth(
                    c, (names.get(c).equals("项目") ? 34 : names.get(c).equals("发现") ? 80 : 16) * 256);
        }
        for (Row row : table.rows()) {
            XSSFRow line = sheet.createRow(sheet.getLastRowNum() + 1);
            int c = 0;
            if (sides) {
                text(line, c++, row.side() == null ? "" : row.side().printed(), null);
            }
            text(line, c++, row.code() == null ? "" : row.code(), null);
            List<String> found = new ArrayList<>(on(table, row.place().wholeRow()));
            text(line, c, row.name(), style(table, row.place().wholeRow(), null));
            for (int i = 0; i < columns.size(); i++) {
                Cell cell = row.cells().get(columns.get(i));
                if (cell != null) {
                    figure(line, first + i, table, cell);
                    on(table, cell.place()).stream()
                            .filter(note -> !found.contains(note))
                            .forEach(found::add);
                }
            }
            text(line, first + columns.size(), row.place().rowLabel(), null);
            text(line, first + columns.size() + 1, String.join("；", found), null);
        }
        sheet.createFreezePane(first, 2);
    }

    private void figure(XSSFRow line, int column, Table table, Cell cell) {
        XSSFCell made = line.createCell(column);
        if (cell.amount() == null) {
            made.setCellValue(cell.printed());
        } else {
            // A spreadsheet keeps numbers as binary floats; this is the only place where one is made.
            made.setCellValue(cell.amount().in(table.unit()).doubleValue());
        }
        made.setCellStyle(style(table, cell.place(), plain));
    }

    private @Nullable CellStyle style(Table table, Place place, @Nullable CellStyle otherwise) {
        Mark mark = new Mark(table.topic(), place);
        return broken.contains(mark) ? fail : notes.containsKey(mark) ? warn : otherwise;
    }

    private List<String> on(Table table, Place place) {
        return notes.getOrDefault(new Mark(table.topic(), place), List.of());
    }

    private static void text(XSSFRow row, int column, String text, @Nullable CellStyle style) {
        if (!text.isEmpty() || style != null) {
            XSSFCell cell = row.createCell(column);
            cell.setCellValue(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
            if (style != null) {
                cell.setCellStyle(style);
            }
        }
    }
}
