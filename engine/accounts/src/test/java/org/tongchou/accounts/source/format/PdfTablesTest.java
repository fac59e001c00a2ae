package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.accounts.source.format.PdfSamples.lines;
import static org.tongchou.accounts.source.format.PdfSamples.paragraphs;
import static org.tongchou.accounts.source.format.PdfSamples.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.source.RawDocument;

/** Where tables of a PDF page begin and end, with ruling lines and without. */
class PdfTablesTest {
    private static final float[] THREE = {50, 210, 380, 545};
    private static final float[] FIVE = {50, 110, 260, 330, 440, 545};
    private static final String[] UPPER = {"项目|年初预算|决算", "财政拨款收入|5.00|6.00", "合计|5.00|6.00"};
    private static final String[] LOWER = {
        "编码|名称|合计|基本支出|项目支出", "210|卫生健康支出|6.00|2.00|4.00", "21015|医疗保障管理|6.00|2.00|4.00"
    };

    @TempDir
    Path folder;

    @Test
    void partsTablesOfOtherColumnsThatTouch() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            float middle = pdf.page().table(100, THREE, UPPER);
            pdf.table(middle, FIVE, LOWER);
            assertThat(read(pdf)).containsExactly(List.of(UPPER), List.of(LOWER));
        }
    }

    @Test
    void partsTablesOfOtherWidthsThatTouch() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            float middle = pdf.page().table(100, new float[] {80, 200, 300, 400}, UPPER);
            float end = pdf.table(middle, FIVE, LOWER);
            pdf.table(end, new float[] {50, 150, 300, 500}, UPPER);
            assertThat(read(pdf)).containsExactly(List.of(UPPER), List.of(LOWER), List.of(UPPER));
        }
    }

    @Test
    void keepsATableWithMergedHeaderCellsWhole() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            float y = pdf.page().table(100, FIVE, "支出决算表|<|<|<|<", "项目|<|本年支出|<|<");
            pdf.table(y, FIVE, LOWER);
            pdf.table(y + 54, FIVE, "注：本表反映本年支出。|<|<|<|<", "合计|<|6.00|2.00|4.00");
            assertThat(read(pdf))
                    .containsExactly(List.of(
                            "支出决算表||||",
                            "项目||本年支出||",
                            LOWER[0],
                            LOWER[1],
                            LOWER[2],
                            "注：本表反映本年支出。||||",
                            "合计||6.00|2.00|4.00"));
        }
    }

    @Test
    void keepsATableWithCellsOverRowsWhole() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().cell(50, 100, 110, 136, "编码").cell(110, 100, 260, 136, "名称");
            pdf.cell(260, 100, 545, 118, "支出");
            pdf.cell(260, 118, 330, 136, "合计").cell(330, 118, 440, 136, "基本支出").cell(440, 118, 545, 136, "项目支出");
            pdf.table(136, FIVE, "210|卫生健康支出|6.00|2.00|4.00", "合计|<|6.00|2.00|4.00");
            assertThat(read(pdf))
                    .containsExactly(
                            List.of("编码|名称|支出||", "||合计|基本支出|项目支出", "210|卫生健康支出|6.00|2.00|4.00", "合计||6.00|2.00|4.00"));
        }
    }

    @Test
    void keepsAFormWithAColumnOfLabelsWhole() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            float y = pdf.page().table(100, new float[] {50, 120, 210, 330, 545}, "资金|来源|预算|执行", "财政|拨款|6.00|5.00");
            pdf.table(y, new float[] {50, 120, 260, 400, 460, 545}, "指标|名称|目标|完成|分值", "产出|模块|10|10|20");
            assertThat(read(pdf)).hasSize(1);
        }
    }

    @Test
    void keepsAFormWholeWhoseRowsAreMergedInTurn() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            float[] five = {50, 120, 200, 280, 440, 545};
            pdf.page();
            pdf.table(100, five, "项目名称|<|医保信息平台|<|<", "指标|二级指标|<|三级指标|分值", "产出|数量|<|新增模块|10", "实施单位|<|信息中心|<|<");
            assertThat(read(pdf))
                    .containsExactly(List.of("项目名称||医保信息平台||", "指标|二级指标||三级指标|分值", "产出|数量||新增模块|10", "实施单位||信息中心||"));
        }
    }

    @Test
    void readsColumnsWithoutRulings() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().text(60, 80, "下表列出本年支出：").text(480, 96, "单位：万元");
            String[] rows = {
                "编码|名称|合计|基本支出", "210|卫生健康支出|1,520.40|20.40", "2101501|行政运行|20.40|20.40", "21015|医疗保障管理事务|1,500.00|"
            };
            float[] columns = {60, 130, 320, 430};
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split("\\|", -1);
                for (int i = 0; i < cells.length; i++) {
                    pdf.text(columns[i], 114 + 16f * row, cells[i]);
                }
            }
            pdf.text(60, 220, "以上为本年支出。");
            RawDocument read = pdf.read(folder);
            assertThat(paragraphs(read)).containsExactly("下表列出本年支出：", "单位：万元", "以上为本年支出。");
            assertThat(tables(read)).hasSize(1);
            assertThat(lines(tables(read).get(0))).containsExactly(rows);
        }
    }

    @Test
    void readsNamesWithAmountsWithoutRulingsAndPutsBrokenNamesTogether() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page();
            pdf.text(60, 100, "财政拨款收入").text(300, 100, "1,520.40");
            pdf.text(60, 124, "财政对城乡居民基本医疗保险").text(300, 124, "20.40");
            pdf.text(60, 136, "基金的补助");
            pdf.text(60, 160, "其他收入").text(300, 160, "3.20");
            pdf.text(60, 184, "合计").text(300, 184, "1,544.00");
            RawDocument read = pdf.read(folder);
            assertThat(tables(read)).hasSize(1);
            assertThat(lines(tables(read).get(0)))
                    .containsExactly("财政拨款收入|1,520.40", "财政对城乡居民基本医疗保险基金的补助|20.40", "其他收入|3.20", "合计|1,544.00");
        }
    }

    @Test
    void twoAlignedLinesAreNoTable() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page()
                    .text(60, 100, "收入")
                    .text(200, 100, "1.00")
                    .text(60, 116, "支出")
                    .text(200, 116, "1.00");
            RawDocument read = pdf.read(folder);
            assertThat(tables(read)).isEmpty();
            assertThat(paragraphs(read)).hasSize(2);
        }
    }

    private List<List<String>> read(DrawnPdf pdf) throws IOException {
        RawDocument read = pdf.read(folder);
        assertThat(paragraphs(read)).isEmpty();
        return tables(read).stream().map(PdfSamples::lines).toList();
    }
}
