package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;

class XlsxWriterTest {
    private static XSSFWorkbook written(Publication publication) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(XlsxWriter.write(publication)));
    }

    private static Cell cell(Sheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column);
    }

    @Test
    void putsEveryTableOnItsOwnSheetAfterTheContents() throws IOException {
        try (XSSFWorkbook workbook = written(SamplePublication.publication())) {
            List<String> names = IntStream.range(0, workbook.getNumberOfSheets())
                    .mapToObj(workbook::getSheetName)
                    .toList();
            assertThat(names).containsExactly("目录", "收入支出决算总表", "收入决算表", "财政拨款“三公”经费支出决算表", "说明", "图表");
            XSSFSheet contents = workbook.getSheet("目录");
            assertThat(contents.getHyperlinkList())
                    .extracting(link -> link.getAddress())
                    .startsWith("'收入支出决算总表'!A1", "'收入决算表'!A1");
            assertThat(cell(contents, 4, 0).getStringCellValue()).isEqualTo("收入支出决算总表（公开01表）");
        }
    }

    @Test
    void printsTitleFormAndCaptionAboveTheTable() throws IOException {
        try (XSSFWorkbook workbook = written(SamplePublication.publication())) {
            XSSFSheet sheet = workbook.getSheet("收入支出决算总表");
            assertThat(cell(sheet, 0, 0).getStringCellValue()).isEqualTo("收入支出决算总表");
            assertThat(cell(sheet, 1, 0).getStringCellValue()).isEqualTo("公开01表");
            assertThat(cell(sheet, 2, 0).getStringCellValue()).isEqualTo("编制单位：样例市医疗保障局");
            assertThat(cell(sheet, 2, 2).getStringCellValue()).isEqualTo("单位：万元");
            assertThat(sheet.getMergedRegions())
                    .contains(
                            CellRangeAddress.valueOf("A1:D1"),
                            CellRangeAddress.valueOf("A4:B4"),
                            CellRangeAddress.valueOf("C4:D4"));
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:5");
            assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
            assertThat(workbook.getSheet("收入决算表").getPrintSetup().getLandscape())
                    .isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
        }
    }

    @Test
    void keepsFiguresAsNumbersCodesAsTextAndBlanksBlank() throws IOException {
        try (XSSFWorkbook workbook = written(SamplePublication.publication())) {
            XSSFSheet sheet = workbook.getSheet("收入决算表");
            Cell code = cell(sheet, 6, 0);
            assertThat(code.getCellType()).isEqualTo(CellType.STRING);
            assertThat(code.getStringCellValue()).isEqualTo("210");
            Cell figure = cell(sheet, 6, 2);
            assertThat(figure.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(figure.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(new DataFormatter().formatCellValue(figure)).isEqualTo("1,150.20");
            Cell blank = cell(workbook.getSheet("财政拨款“三公”经费支出决算表"), 5, 1);
            assertThat(blank.getCellType()).isEqualTo(CellType.BLANK);
        }
    }

    @Test
    void writesFormulasWhoseStoredValueIsWhatTheyGive() throws IOException {
        try (XSSFWorkbook workbook = written(SamplePublication.publication())) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (Row row : workbook.getSheet("收入支出决算总表")) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas++;
                        double stored = cell.getNumericCellValue();
                        assertThat(evaluator.evaluate(cell).getNumberValue()).isCloseTo(stored, Offset.offset(1e-9));
                    }
                }
            }
            assertThat(formulas).isEqualTo(4);
            Cell total = cell(workbook.getSheet("收入支出决算总表"), 8, 3);
            assertThat(total.getCellFormula()).isEqualTo("SUM(D6:D8)");
            assertThat(total.getNumericCellValue()).isEqualTo(1200.10);
        }
    }

    @Test
    void writesThePlainFigureWhereThePrintedTermsDoNotAddUp() throws IOException {
        Grid grid = new Grid(
                "",
                "表",
                "",
                List.of(),
                List.of(),
                List.of(
                        List.of(GridCell.label("甲"), SamplePublication.figure("434.16")),
                        List.of(GridCell.label("乙"), SamplePublication.figure("0.55")),
                        List.of(
                                GridCell.label("合计"),
                                SamplePublication.sum(
                                        "434.72", SamplePublication.term(0, 1), SamplePublication.term(1, 1)))),
                List.of());
        try (XSSFWorkbook workbook = written(SamplePublication.with(List.of(grid)))) {
            Cell total = cell(workbook.getSheet("表"), 3, 1);
            assertThat(total.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(total.getNumericCellValue()).isEqualTo(434.72);
        }
    }

    @Test
    void writesAFigureWithMoreDigitsThanANumberHoldsAsText() throws IOException {
        Grid grid = new Grid(
                "",
                "表",
                "",
                List.of(),
                List.of(),
                List.of(List.of(SamplePublication.figure("12345678901234567.89"))),
                List.of());
        try (XSSFWorkbook workbook = written(SamplePublication.with(List.of(grid)))) {
            assertThat(cell(workbook.getSheet("表"), 1, 0).getStringCellValue()).isEqualTo("12,345,678,901,234,567.89");
        }
    }

    @Test
    void namesSheetsValidlyAndOnce() throws IOException {
        String title = "一般公共预算财政拨款/基本支出[明细]决算表：按经济分类科目列示到款级并附说明";
        Grid grid = new Grid("", title, "", List.of(), List.of(), List.of(SamplePublication.labels("甲")), List.of());
        Grid contents = new Grid("", "目录", "", List.of(), List.of(), List.of(SamplePublication.labels("甲")), List.of());
        try (XSSFWorkbook workbook = written(SamplePublication.with(List.of(grid, grid, contents)))) {
            assertThat(workbook.getSheetName(1)).hasSize(31).startsWith("一般公共预算财政拨款 基本支出");
            assertThat(workbook.getSheetName(2)).hasSize(31).endsWith("（2）");
            assertThat(workbook.getSheetName(3)).isEqualTo("目录（2）");
        }
    }

    @Test
    void writesTheNarrativeInOrderOneParagraphPerRow() throws IOException {
        Publication publication = SamplePublication.with(List.of(
                new Text("=1+1 <b>&\u0000\u000b结束"),
                new Heading(2, "一、三公"),
                SamplePublication.threePublic(),
                new Text("完")));
        try (XSSFWorkbook workbook = written(publication)) {
            Sheet sheet = workbook.getSheet("说明");
            List<String> lines = IntStream.rangeClosed(0, sheet.getLastRowNum())
                    .mapToObj(row -> cell(sheet, row, 0).getStringCellValue())
                    .toList();
            assertThat(lines).containsExactly("2024 年度", "样例市医疗保障局", "部门决算", "=1+1 <b>& 结束", "一、三公", "完");
            assertThat(cell(sheet, 4, 0).getHyperlink().getAddress()).isEqualTo("'财政拨款“三公”经费支出决算表'!A1");
        }
    }

    @Test
    void keepsATableWithoutTitleBetweenItsParagraphs() throws IOException {
        Publication publication =
                SamplePublication.with(List.of(new Text("见下表："), SamplePublication.units(), new Text("完")));
        try (XSSFWorkbook workbook = written(publication)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            Sheet sheet = workbook.getSheet("说明");
            assertThat(cell(sheet, 4, 2).getStringCellValue()).isEqualTo("在职人数");
            assertThat(new DataFormatter().formatCellValue(cell(sheet, 6, 2))).isEqualTo("94");
            assertThat(sheet.getRow(7)).isNull();
            assertThat(cell(sheet, 8, 0).getStringCellValue()).isEqualTo("完");
        }
    }

    @Test
    void drawsChartsFromTheirFigures() throws IOException {
        try (XSSFWorkbook workbook = written(SamplePublication.publication())) {
            XSSFSheet sheet = workbook.getSheet("图表");
            assertThat(sheet.getDrawingPatriarch().getCharts())
                    .hasSize(2)
                    .allSatisfy(chart ->
                            assertThat(chart.getTitleText().getString()).contains("单位：万元"));
            assertThat(cell(sheet, 3, 2).getNumericCellValue()).isEqualTo(1250.20);
            assertThat(new DataFormatter().formatCellValue(cell(sheet, 3, 2))).isEqualTo("1,250.20 万元");
        }
    }

    @Test
    void givesTheSameBytesForTheSamePublication() throws IOException {
        assertThat(XlsxWriter.write(SamplePublication.publication()))
                .isEqualTo(XlsxWriter.write(SamplePublication.publication()));
    }
}
