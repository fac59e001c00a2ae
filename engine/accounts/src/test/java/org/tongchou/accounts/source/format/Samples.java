package org.tongchou.accounts.source.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** Documents made for the tests, and short ways to look at what was read from them. */
final class Samples {
    /** A table as its author sees it: rows of cells, each over one or more columns and rows. */
    record Merged(String text, int across, int down) {
        static Merged of(String text) {
            return new Merged(text, 1, 1);
        }
    }

    /** An expenditure table with a header over two rows; made up. */
    static final List<List<Merged>> EXPENDITURE = List.of(
            List.of(new Merged("科目编码", 1, 2), new Merged("科目名称", 1, 2), new Merged("本年支出", 3, 1)),
            List.of(Merged.of("合计"), Merged.of("基本支出"), Merged.of("项目支出")),
            row("", "合计", "7,328.50", "5,000.00", "2,328.50"),
            row("208", "社会保障和就业支出", "765.98", "675.26", "90.72"),
            row("20805", "行政事业单位养老支出", "653.51", "653.51", ""));

    /** The cells of {@link #EXPENDITURE} by the contract of {@code RawTable}. */
    static final List<List<String>> EXPENDITURE_CELLS = List.of(
            List.of("科目编码", "科目名称", "本年支出", "", ""),
            List.of("", "", "合计", "基本支出", "项目支出"),
            List.of("", "合计", "7,328.50", "5,000.00", "2,328.50"),
            List.of("208", "社会保障和就业支出", "765.98", "675.26", "90.72"),
            List.of("20805", "行政事业单位养老支出", "653.51", "653.51", ""));

    private Samples() {}

    private static List<Merged> row(String... cells) {
        return List.of(cells).stream().map(Merged::of).toList();
    }

    static String text(List<List<String>> cells) {
        return cells.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    }

    static String html(List<List<Merged>> table) {
        return table.stream()
                .map(row -> row.stream()
                        .map(cell -> "<td colspan=" + cell.across() + " rowspan=" + cell.down() + ">" + cell.text()
                                + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining("", "<table>\n", "</table>"));
    }

    /** Where the cells of a table stand on its grid: for each row, column → cell, 0-based. */
    private static List<Map<Integer, Merged>> laidOut(List<List<Merged>> table) {
        List<Map<Integer, Merged>> grid = new ArrayList<>();
        List<int[]> covered = new ArrayList<>();
        for (int r = 0; r < table.size(); r++) {
            int column = 0;
            Map<Integer, Merged> row = new LinkedHashMap<>();
            grid.add(row);
            for (Merged cell : table.get(r)) {
                while (isCovered(covered, r, column)) {
                    column++;
                }
                row.put(column, cell);
                for (int i = 0; i < cell.down(); i++) {
                    for (int j = 0; j < cell.across(); j++) {
                        covered.add(new int[] {r + i, column + j});
                    }
                }
                column += cell.across();
            }
        }
        return grid;
    }

    private static boolean isCovered(List<int[]> covered, int row, int column) {
        return covered.stream().anyMatch(place -> place[0] == row && place[1] == column);
    }

    /** Adds a table with merged cells as Word stores them. */
    static XWPFTable addTable(XWPFDocument document, List<List<Merged>> rows) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        List<Map<Integer, Merged>> grid = laidOut(rows);
        int columns = rows.get(0).stream().mapToInt(Merged::across).sum();
        for (int r = 0; r < rows.size(); r++) {
            XWPFTableRow row = new XWPFTableRow(table.getCTTbl().addNewTr(), table);
            for (int column = 0; column < columns; ) {
                Merged own = grid.get(r).get(column);
                Merged cell = own != null ? own : coveredFrom(grid, r, column);
                var added = row.createCell();
                CTTcPr properties = added.getCTTc().addNewTcPr();
                properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.across()));
                if (cell.down() > 1) {
                    properties.addNewVMerge().setVal(own != null ? STMerge.RESTART : STMerge.CONTINUE);
                }
                added.setText(own != null ? own.text() : "");
                column += cell.across();
            }
        }
        return table;
    }

    private static Merged coveredFrom(List<Map<Integer, Merged>> grid, int row, int column) {
        for (int r = row - 1; r >= 0; r--) {
            Merged above = grid.get(r).get(column);
            if (above != null) {
                return above;
            }
        }
        throw new IllegalArgumentException("no cell covers row " + row + " column " + column);
    }

    /** Writes a table into a sheet from a 0-based row on; numbers become text, as typed. */
    static void addTable(XSSFSheet sheet, int firstRow, List<List<Merged>> rows) {
        int number = firstRow;
        for (Map<Integer, Merged> cells : laidOut(rows)) {
            XSSFRow row = sheet.createRow(number++);
            cells.forEach((column, cell) -> {
                row.createCell(column).setCellValue(cell.text());
                if (cell.across() > 1 || cell.down() > 1) {
                    int r = row.getRowNum();
                    sheet.addMergedRegion(
                            new CellRangeAddress(r, r + cell.down() - 1, column, column + cell.across() - 1));
                }
            });
        }
    }

    static byte[] bytes(XWPFDocument document) {
        return written(document::write);
    }

    static byte[] bytes(XSSFWorkbook workbook) {
        return written(workbook::write);
    }

    /** Something that writes itself. */
    interface Writes {
        void to(OutputStream out) throws IOException;
    }

    static byte[] written(Writes content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A zip file of the given entries, with names in GBK as old Chinese programs write them. */
    static byte[] zip(Map<String, byte[]> entries) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GBK"))) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /** A Word package of the given parts; the main part is {@code word/document.xml}. */
    static byte[] docx(Map<String, String> parts) {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                "<Types xmlns='" + packages + "content-types'><Default Extension='rels' ContentType="
                        + "'application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/word/document.xml' ContentType='" + word + "document.main+xml'/>"
                        + "<Override PartName='/word/styles.xml' ContentType='" + word + "styles+xml'/></Types>");
        all.put("_rels/.rels", relations(packages, office, Map.of("officeDocument", "word/document.xml")));
        all.put(
                "word/_rels/document.xml.rels",
                relations(packages, office, Map.of("styles", "styles.xml", "numbering", "numbering.xml")));
        all.put("word/styles.xml", "<styles/>");
        all.putAll(parts);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        all.forEach((name, xml) -> entries.put(name, xml.getBytes(StandardCharsets.UTF_8)));
        return zip(entries);
    }

    private static String relations(String packages, String office, Map<String, String> targets) {
        return targets.entrySet().stream()
                .map(target -> "<Relationship Id='" + target.getKey() + "' Type='" + office + target.getKey()
                        + "' Target='" + target.getValue() + "'/>")
                .collect(Collectors.joining(
                        "", "<Relationships xmlns='" + packages + "relationships'>", "</Relationships>"));
    }

    static RawDocument read(Path folder, String name, byte[] content) {
        return read(folder, name, content, Limits.STANDARD);
    }

    static RawDocument read(Path folder, String name, byte[] content, Limits limits) {
        try {
            return SourceReader.read(Files.write(folder.resolve(name), content), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawDocument read(Path folder, String name, String content) {
        return read(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static List<RawTable> tables(RawDocument document) {
        return blocks(document, RawTable.class);
    }

    static List<Paragraph> paragraphs(RawDocument document) {
        return blocks(document, Paragraph.class);
    }

    static List<String> lines(RawDocument document) {
        return paragraphs(document).stream().map(Paragraph::text).toList();
    }

    static List<List<String>> cells(RawTable table) {
        return table.rows().stream().map(RawRow::cells).toList();
    }

    private static <T extends Block> List<T> blocks(RawDocument document, Class<T> kind) {
        return document.blocks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
