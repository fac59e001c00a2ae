package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.accounts.source.format.PdfSamples.lines;
import static org.tongchou.accounts.source.format.PdfSamples.paragraphs;
import static org.tongchou.accounts.source.format.PdfSamples.read;
import static org.tongchou.accounts.source.format.PdfSamples.table;
import static org.tongchou.accounts.source.format.PdfSamples.tables;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawDocument;

class PdfReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsRuledTablesCellByCellWithParagraphsAround() throws IOException {
        RawDocument document = read(
                folder,
                "<p>单位：万元</p>"
                        + table(
                                "科目编码|科目名称|合计|基本支出|项目支出",
                                "210|卫生健康支出|1,520.40|20.40|1,500.00",
                                "2101501|行政运行|20.40|20.40|")
                        + "<p>注：本表反映本年支出。</p>"
                        + table("项目|金额", "合计|3.20"));

        assertThat(document.problems()).isEmpty();
        assertThat(document.medium()).isEqualTo(Medium.PDF);
        assertThat(document.blocks()).hasSize(4);
        assertThat(paragraphs(document)).containsExactly("单位：万元", "注：本表反映本年支出。");
        assertThat(lines(tables(document).get(0)))
                .containsExactly(
                        "科目编码|科目名称|合计|基本支出|项目支出", "210|卫生健康支出|1,520.40|20.40|1,500.00", "2101501|行政运行|20.40|20.40|");
        assertThat(lines(tables(document).get(1))).containsExactly("项目|金额", "合计|3.20");
        assertThat(tables(document).get(1).rows().get(1).place().withCell(2).label())
                .isEqualTo("第1页 行7 第2格");
    }

    @Test
    void putsTextOfMergedCellsIntoTheirFirstPlace() throws IOException {
        RawDocument document = read(
                folder,
                "<table><tr><td colspan='2'>收入</td><td colspan='2'>支出</td></tr>"
                        + "<tr><td>项目</td><td>金额</td><td>项目</td><td>金额</td></tr>"
                        + "<tr><td rowspan='2'>财政拨款收入</td><td>5.00</td><td>基本支出</td><td>3.00</td></tr>"
                        + "<tr><td>6.00</td><td>项目支出</td><td>8.00</td></tr></table>");

        assertThat(lines(tables(document).get(0)))
                .containsExactly("收入||支出|", "项目|金额|项目|金额", "财政拨款收入|5.00|基本支出|3.00", "|6.00|项目支出|8.00");
    }

    @Test
    void joinsWrappedLinesOfCellsAndParagraphsWithoutSpaces() throws IOException {
        String name = "财政对城乡居民基本医疗保险基金的补助以及其他医疗救助支出";
        String sentence = "本年支出合计增加，主要是居民参保人数比上年增多，各级财政对基金的补助标准提高，以及新增两个信息系统的建设和维护项目，"
                + "另外人员经费随工资调整略有上升，公用经费按规定压减，项目支出中一次性安排的设备购置已经完成。";
        RawDocument document = read(
                folder,
                "<p>" + sentence + "</p><p>第二段。</p>"
                        + "<table><tr><td style='width:20mm'>210</td><td style='width:30mm'>" + name
                        + "</td><td>1.00</td></tr></table>");

        assertThat(paragraphs(document)).containsExactly(sentence, "第二段。");
        assertThat(lines(tables(document).get(0))).containsExactly("210|" + name + "|1.00");
    }

    @Test
    void guessesHeadingLevels() throws IOException {
        RawDocument document = read(folder, "<p>第一部分 部门概况</p><p>一、主要职责</p><p>（一）执行政策。</p><p>（二）机构设置</p><p>正文。</p>");

        assertThat(document.blocks())
                .extracting(block -> ((Paragraph) block).heading())
                .containsExactly(1, 2, 0, 3, 0);
    }
}
