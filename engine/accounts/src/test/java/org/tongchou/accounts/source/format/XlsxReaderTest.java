package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;

class XlsxReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "7328.5 → General → 7328.5",
                "208 → General → 208",
                "2080501 → General → 2080501",
                "7328.5 → #,##0.00 → 7,328.50",
                "-7328.456 → '#,##0.00_);(#,##0.00)' → -7,328.46",
                "1.005 → 0.00 → 1.01",
                "1465.8799999999999 → General → 1465.88",
                "0.1 → 0.00% → 10.00%",
                "0.855 → 0% → 85.5%",
                "0 → '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ' → 0.00",
                "12 → '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ' → 12.00",
                "1 → 00 → 01",
                "7328.5 → 0 → 7328.5",
                "208 → @ → 208",
                "3.1 → #,##0.## → 3.1",
                "73285000 → '0!.00,,' → 0.73",
                "73285000 → '0!.0,' → 7328.5",
                "7328500 → '#,##0.00,' → 7,328.50",
                "12.5 → '0.00\"万元\"' → 12.50",
                "12.5 → '[Red]0.00;[Blue]-0.00' → 12.50",
                "-0.001 → 0.00 → 0.00",
                "12.5 → '[>100]0.00;0.000' → 12.5",
                "1234567890123 → General → 1234567890123",
                "0.5 → # ?/? → 0.5",
                "45657 → yyyy-mm-dd → 2024-12-31",
                "45657 → 'yyyy\"年\"m\"月\"d\"日\"' → 2024年12月31日"
            })
    void numbersAsShown(String number, String format, String shown) throws IOException {
        RawDocument read = read(workbook -> {
            XSSFRow row = workbook.createSheet("Sheet1").createRow(0);
            row.createCell(0).setCellValue("甲");
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            XSSFCell cell = row.createCell(1);
            cell.setCellValue(Double.parseDouble(number));
            cell.setCellStyle(style);
        });
        assertThat(Samples.cells(Samples.tables(read).get(0))).containsExactly(List.of("甲", shown));
    }

    @Test
    void chineseDatesThatAreNotSpeltOut() {
        CellFormat format = new CellFormat(java.util.Map.of(), false);
        assertThat(format.show("45657", 31)).isEqualTo("2024年12月31日");
        assertThat(format.show("45657", 57)).isEqualTo("2024年12月");
        assertThat(format.show("1E999999999", 2)).isEqualTo("1E999999999");
        assertThat(format.show("无", 2)).isEqualTo("无");
    }

    @Test
    void otherKindsOfCells() throws IOException {
        RawDocument read = read(workbook -> {
            XSSFRow row = workbook.createSheet("Sheet1").createRow(0);
            row.createCell(0).setCellValue(true);
            row.createCell(1).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0);
            row.createCell(2, CellType.BLANK);
            row.createCell(3).setCellValue(" 两\n行 ");
        });
        assertThat(Samples.cells(Samples.tables(read).get(0))).containsExactly(List.of("TRUE", "#DIV/0!", "", "两 行"));
    }

    @Test
    void formulasGiveTheirSavedValue() throws IOException {
        RawDocument read = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("支出");
            XSSFRow row = sheet.createRow(0);
            row.createCell(0).setCellValue(1);
            XSSFCell sum = row.createCell(1);
            sum.setCellFormula("A1+1");
            sum.setCellValue(2);
            XSSFCell text = row.createCell(2);
            text.setCellFormula("\"合\"&\"计\"");
            text.setCellValue("合计");
        });
        assertThat(Samples.cells(Samples.tables(read).get(0))).containsExactly(List.of("1", "2", "合计"));
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void formulasWithoutSavedValueAndOtherFiles() throws IOException {
        RawDocument read = read(workbook -> {
            XSSFRow row = workbook.createSheet("支出").createRow(2);
            row.createCell(0).setCellValue("合计");
            row.createCell(1).getCTCell().addNewF().setStringValue("1+1");
            row.createCell(2).getCTCell().addNewF().setStringValue("3+1");
            var linked = row.createCell(3).getCTCell();
            linked.addNewF().setStringValue("[1]Sheet1!$A$1");
            linked.setV("5");
            row.createCell(4).setCellValue("末");
        });
        assertThat(Samples.cells(Samples.tables(read).get(0))).containsExactly(List.of("合计", "", "", "5", "末"));
        assertThat(read.problems())
                .extracting(Problem::line)
                .containsExactly(
                        "W-ACC-010 a.xlsx 支出!B3：有 2 个公式没有保存计算结果，按空白读取；请用 Excel 或 WPS 打开、重新计算并保存后再试",
                        "W-ACC-010 a.xlsx 支出!D3：有 1 个公式引用其他文件，未打开这些文件，只取已保存的值；请核对后粘贴为数值");
    }

    @Test
    void severalTablesInASheetAndHiddenSheets() throws IOException {
        RawDocument read = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("收支总表");
            put(sheet, 0, "题一");
            put(sheet, 1, "编制单位：某局", "", "单位：万元");
            put(sheet, 2, "项目", "金额", "备注");
            put(sheet, 3, "", "十二、农林水支出", "");
            put(sheet, 4, "合计", "1.00", "");
            put(sheet, 5, "注：无");
            put(sheet, 8, "题二");
            put(sheet, 9, "项目", "金额");
            put(sheet, 10, "甲", "2.00");
            XSSFSheet hidden = workbook.createSheet("草稿");
            put(hidden, 0, "旧", "9.00");
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });
        assertThat(Samples.lines(read)).containsExactly("收支总表", "题一", "注：无", "题二");
        assertThat(Samples.paragraphs(read).get(0).heading()).isEqualTo(1);
        assertThat(Samples.tables(read)).hasSize(2);
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(
                        List.of("编制单位：某局", "", "单位：万元"),
                        List.of("项目", "金额", "备注"),
                        List.of("", "十二、农林水支出", ""),
                        List.of("合计", "1.00", ""));
        assertThat(Samples.tables(read).get(1).rows().get(1).place().withCell(2).label())
                .isEqualTo("收支总表!B11");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void whatAMergedCellCoversIsEmpty() throws IOException {
        RawDocument read = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("Sheet1");
            put(sheet, 0, "项目", "旧", "金额");
            put(sheet, 1, "旧", "旧", "决算数");
            put(sheet, 2, "甲", "乙", "1.00");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 2, 3));
        });
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(
                        List.of("项目", "", "金额", ""), List.of("", "", "决算数", ""), List.of("甲", "乙", "1.00", ""));
    }

    @Test
    void tenThousandColumnsAndTooManyRows() throws IOException {
        byte[] content = workbook(workbook -> {
            XSSFSheet sheet = workbook.createSheet("支出");
            for (int r = 0; r < 30; r++) {
                XSSFRow row = sheet.createRow(r);
                for (int c = 0; c < (r == 0 ? 10_000 : 2); c++) {
                    row.createCell(c).setCellValue(c + r);
                }
            }
        });
        RawDocument read = Samples.read(folder, "a.xlsx", content, Limits.STANDARD.withTable(20, 512));
        assertThat(Samples.tables(read).get(0).rows())
                .hasSize(20)
                .allMatch(row -> row.cells().size() == 512);
        assertThat(read.problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.TABLE_TOO_LARGE, ProblemCode.TABLE_TOO_LARGE);
        assertThat(read.problems().get(0).message()).contains("20 行", "其余 10 行");
        assertThat(read.problems().get(1).message()).contains("512 列", "10000");
    }

    @Test
    void mergedOverTheWholeSheet() throws IOException {
        RawDocument read = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("Sheet1");
            put(sheet, 0, "甲", "乙");
            put(sheet, 1, "丙", "丁");
            sheet.addMergedRegionUnsafe(new CellRangeAddress(0, 99_999, 0, 16_382));
            sheet.addMergedRegionUnsafe(new CellRangeAddress(0, 99_999, 0, 16_382));
        });
        assertThat(Samples.lines(read)).containsExactly("甲");
        assertThat(Samples.tables(read)).isEmpty();
    }

    private RawDocument read(Consumer<XSSFWorkbook> fill) throws IOException {
        return Samples.read(folder, "a.xlsx", workbook(fill));
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> fill) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill.accept(workbook);
            return Samples.bytes(workbook);
        }
    }

    private static void put(XSSFSheet sheet, int number, String... cells) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}
