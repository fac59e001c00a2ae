package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.source.RawDocument;

/** One table written in every format gives the same cells, and the lines around it the same paragraphs. */
class SameTableTest {
    private static final List<String> AROUND = List.of("支出决算表", "公开03表", "单位：万元", "注：本表为示例。");

    @TempDir
    Path folder;

    @Test
    void textWithTabs() {
        String text = "支出决算表\n公开03表\n单位：万元\n" + Samples.text(Samples.EXPENDITURE_CELLS) + "\n注：本表为示例。\n";
        assertSame(Samples.read(folder, "a.txt", text));
    }

    @Test
    void markdown() {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < Samples.EXPENDITURE_CELLS.size(); i++) {
            table.append("| ")
                    .append(String.join(" | ", Samples.EXPENDITURE_CELLS.get(i)))
                    .append(" |\n");
            table.append(i == 0 ? "|---|:---|---:|---|---|\n" : "");
        }
        assertSame(Samples.read(folder, "a.md", "**支出决算表**\n\n公开03表\n\n单位：万元\n\n" + table + "\n注：本表为示例。"));
    }

    @Test
    void htmlInsideMarkdown() {
        String table = Samples.html(Samples.EXPENDITURE);
        RawDocument read = Samples.read(folder, "a.md", "支出决算表\n公开03表\n单位：万元\n" + table + "\n注：本表为示例。");
        assertSame(read);
        assertThat(Samples.tables(read).get(0).rows().get(3).place().label()).isEqualTo("L8");
        assertThat(Samples.paragraphs(read).get(3).place().label()).isEqualTo("L11");
    }

    @Test
    void html() {
        String page = "<!DOCTYPE html><html><head><title>x</title></head><body><h2>支出决算表</h2><p>公开03表</p>"
                + "<p>单位：<b>万元</b></p>" + Samples.html(Samples.EXPENDITURE) + "<p>注：本表为示例。</p></body></html>";
        RawDocument read = Samples.read(folder, "a.dat", page);
        assertSame(read);
        assertThat(Samples.paragraphs(read).get(0).heading()).isEqualTo(2);
        assertThat(Samples.tables(read).get(0).rows().get(3).place().withCell(2).label())
                .isEqualTo("表1 行4 第2格");
    }

    @Test
    void docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (String line : AROUND.subList(0, 3)) {
                document.createParagraph().createRun().setText(line);
            }
            Samples.addTable(document, Samples.EXPENDITURE);
            document.createParagraph().createRun().setText(AROUND.get(3));
            RawDocument read = Samples.read(folder, "a", Samples.bytes(document));
            assertSame(read);
            assertThat(Samples.tables(read)
                            .get(0)
                            .rows()
                            .get(3)
                            .place()
                            .withCell(2)
                            .label())
                    .isEqualTo("表1 行4 第2格");
            assertThat(Samples.paragraphs(read).get(3).place().label()).isEqualTo("正文 行4");
        }
    }

    @Test
    void xlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Sheet1");
            sheet.createRow(0).createCell(0).setCellValue("支出决算表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            sheet.createRow(1).createCell(4).setCellValue("公开03表");
            sheet.createRow(2).createCell(4).setCellValue("单位：万元");
            Samples.addTable(sheet, 3, Samples.EXPENDITURE);
            sheet.createRow(8).createCell(0).setCellValue("注：本表为示例。");
            RawDocument read = Samples.read(folder, "a.bin", Samples.bytes(workbook));
            assertSame(read);
            assertThat(Samples.tables(read)
                            .get(0)
                            .rows()
                            .get(3)
                            .place()
                            .withCell(2)
                            .label())
                    .isEqualTo("Sheet1!B7");
            assertThat(Samples.paragraphs(read).get(2).place().label()).isEqualTo("Sheet1!E3");
        }
    }

    private static void assertSame(RawDocument read) {
        assertThat(read.problems()).isEmpty();
        assertThat(Samples.lines(read)).isEqualTo(AROUND);
        assertThat(Samples.tables(read)).hasSize(1);
        assertThat(Samples.cells(Samples.tables(read).get(0))).isEqualTo(Samples.EXPENDITURE_CELLS);
    }
}
