package org.tongchou.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

class ExportTest {
    private static final Layout LAYOUT = new Layout(
            "2024年度支出明细",
            "单位：元",
            List.of(
                    Column.text("摘要", 30),
                    Column.integer("张数"),
                    Column.money("金额"),
                    Column.date("日期"),
                    Column.time("登记时间"),
                    Column.percent("执行率")),
            Layout.footer("张三", "zhangsan", LocalDateTime.of(2025, 1, 2, 3, 4)));

    @Test
    void writesTypedCells() throws IOException {
        Sheet sheet = sheet(sink -> {
            sink.row(
                    "办公费",
                    3,
                    -123_456_789L,
                    LocalDate.of(2024, 2, 29),
                    LocalDateTime.of(2024, 3, 1, 12, 30, 5),
                    new BigDecimal("0.8532"));
            sink.row(null, null, null, null, null, null);
            sink.totals("合计", 3L, -123_456_789L, null, null, null);
        });
        assertThat(sheet.getSheetName()).isEqualTo("2024年度支出明细");
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("2024年度支出明细");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("单位：元");
        assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("金额");
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 3);
        assertThat(sheet.getColumnWidth(0) / 256).isEqualTo(30);
        Cell money = sheet.getRow(3).getCell(2);
        assertThat(money.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(BigDecimal.valueOf(money.getNumericCellValue())).isEqualByComparingTo("-1234567.89");
        assertThat(money.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        Cell date = sheet.getRow(3).getCell(3);
        assertThat(DateUtil.isCellDateFormatted(date)).isTrue();
        assertThat(date.getLocalDateTimeCellValue()).isEqualTo("2024-02-29T00:00:00");
        assertThat(sheet.getRow(3).getCell(4).getLocalDateTimeCellValue()).isEqualTo("2024-03-01T12:30:05");
        assertThat(sheet.getRow(3).getCell(5).getCellStyle().getDataFormatString())
                .isEqualTo("0.00%");
        assertThat(sheet.getRow(4).getCell(0).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("合计");
        assertThat(sheet.getRow(7).getCell(0).getStringCellValue()).isEqualTo("导出人：张三（zhangsan）　导出时间：2025-01-02 03:04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "=HYPERLINK(\"http://a\")",
                "＝1",
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>&\"'"
            })
    void textIsNeverAFormula(String text) throws IOException {
        byte[] xlsx = bytes(ExportFormat.xlsx, sink -> sink.row(text, 1, text, null, null, null));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (int column : new int[] {0, 2}) {
                Cell cell = workbook.getSheetAt(0).getRow(3).getCell(column);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue().replace("\r", "\n")).isEqualTo(text.replace("\r", "\n"));
            }
        }
        assertThat(part(xlsx, "xl/worksheets/sheet1.xml"))
                .doesNotContain("<f>")
                .doesNotContain("<f ")
                .contains("t=\"inlineStr\"");
        CSVRecord record =
                csv(sink -> sink.row(text, 1, text, null, null, null)).get(1);
        assertThat(record.get(0)).isIn("'" + text, text.startsWith("<") ? text : "'" + text);
        assertThat("=+-@\t\r\n＝").doesNotContain(record.get(0).substring(0, 1));
    }

    @Test
    void csvIsReadByPrograms() throws IOException {
        byte[] bytes = bytes(
                ExportFormat.csv,
                sink -> sink.row(
                        "a,\"b\"\n中",
                        1,
                        -5L,
                        LocalDate.of(2024, 1, 1),
                        LocalDateTime.of(2024, 1, 1, 0, 0),
                        BigDecimal.ONE));
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFF摘要,张数,金额,日期,登记时间,执行率\r\n\"a,\"\"b\"\"\n中\",1,-0.05,2024-01-01,2024-01-01 00:00:00,1\r\n");
    }

    @Test
    void leavesOutWhatXmlCannotHold() throws IOException {
        Sheet sheet = sheet(sink -> sink.row("a\u0000b\uD800c\uFFFF𠮷", null, null, null, null, null));
        assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("abc𠮷");
        Sheet odd = new XSSFWorkbook(new ByteArrayInputStream(bytes(
                        ExportFormat.xlsx,
                        new Layout("'a[1]:/b*?" + "长".repeat(40), "", LAYOUT.columns(), ""),
                        sink -> {})))
                .getSheetAt(0);
        assertThat(odd.getSheetName()).hasSizeLessThanOrEqualTo(31).doesNotContain("[", "/", "'");
    }

    @Test
    void answersWithAChineseNameAndRemovesItsFile() throws IOException {
        ResponseEntity<Resource> answer =
                Export.answer(ExportFormat.xlsx, LAYOUT, sink -> sink.row("a", 1, 1L, null, null, null));
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .contains("filename*=UTF-8''2024%E5%B9%B4%E5%BA%A6%E6%94%AF%E5%87%BA%E6%98%8E%E7%BB%86.xlsx");
        Resource body = java.util.Objects.requireNonNull(answer.getBody());
        try (InputStream in = body.getInputStream()) {
            assertThat(in.readAllBytes()).hasSize((int) answer.getHeaders().getContentLength());
        }
        assertThat(Export.attachment("../../etc/passwd\r\nX: y")).doesNotContain("/", "\r", "\n");
        assertThatThrownBy(() -> Export.answer(ExportFormat.xlsx, LAYOUT, sink -> {
                    throw new IOException("broken");
                }))
                .hasRootCauseMessage("broken");
    }

    private static Sheet sheet(Rows rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(ExportFormat.xlsx, rows)))) {
            return workbook.getSheetAt(0);
        }
    }

    private static List<CSVRecord> csv(Rows rows) throws IOException {
        String text = new String(bytes(ExportFormat.csv, rows), StandardCharsets.UTF_8).substring(1);
        return CSVFormat.RFC4180.parse(new java.io.StringReader(text)).getRecords();
    }

    private static byte[] bytes(ExportFormat format, Rows rows) throws IOException {
        return bytes(format, LAYOUT, rows);
    }

    private static byte[] bytes(ExportFormat format, Layout layout, Rows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.write(format, layout, rows, out);
        return out.toByteArray();
    }

    private static String part(byte[] xlsx, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(xlsx).get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
