package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** From paragraphs to sentences with sections and places. */
class TextFlowTest {
    private static final QuantityScanner SCANNER =
            new QuantityScanner(Patterns.standard().units());

    private static List<Sentence> sentences(String... paragraphs) {
        return TextFlow.sentences(Narratives.document(paragraphs), SCANNER);
    }

    private static List<String> texts(String... paragraphs) {
        return sentences(paragraphs).stream().map(Sentence::text).toList();
    }

    private static List<String> lines(String... paragraphs) {
        return sentences(paragraphs).stream()
                .map(sentence -> sentence.place().row() + " " + sentence.section())
                .toList();
    }

    @Test
    void splitsAtFullStopsAndKeepsSemicolonsInside() {
        assertThat(texts("第一句；还是第一句。“第二句。”第三句！第四句")).containsExactly("第一句；还是第一句。", "“第二句。”", "第三句！", "第四句");
    }

    @Test
    void joinsASentenceBrokenByAPageBreak() {
        assertThat(texts("一、收入情况", "全年收入 10.5 万元，较上年", "决算数增加 2 万元。另一句。"))
                .containsExactly("全年收入 10.5 万元，较上年决算数增加 2 万元。", "另一句。");
        assertThat(lines("一、收入情况", "全年收入 10.5 万元，较上年", "决算数增加 2 万元。另一句。")).containsExactly("2 一、收入情况", "3 一、收入情况");
        assertThat(texts("惠及企业 6.5 万家、职工 64.5", "8 万名。")).hasSize(1);
        assertThat(texts("分别是甲项目与", "乙项目、丙项目、丁", "项目，共 3 个。")).hasSize(1);
    }

    @Test
    void doesNotJoinItemsHeadingsOrFinishedSentences() {
        assertThat(texts("其中：", "公务接待费 2 万元")).hasSize(2);
        assertThat(texts("基本支出 7 万元", "项目支出 8 万元")).hasSize(2);
        assertThat(texts("1. 基本支出 7 万元", "2. 项目支出 8 万元")).hasSize(2);
        assertThat(texts("本单位执行情况良好，按计划推进", "二、绩效情况", "另一段。")).containsExactly("本单位执行情况良好，按计划推进", "另一段。");
    }

    @Test
    void joinsAnItemBrokenBeforeItsNumber() {
        assertThat(texts("（一）公务接待费支出", "12.5 万元。")).containsExactly("（一）公务接待费支出12.5 万元。");
        assertThat(texts("（三）2101501-行政运行", "12.5 万元。")).hasSize(1);
    }

    @Test
    void buildsTheSectionPathFromNumbering() {
        assertThat(lines(
                        "第三部分",
                        "2031 年度部门决算情况说明",
                        "一、总体情况",
                        "（一）收入",
                        "甲。",
                        "（二）支出",
                        "乙。",
                        "二、其他情况",
                        "丙。",
                        "第四部分 名词解释",
                        "丁。"))
                .containsExactly(
                        "5 第三部分2031年度部门决算情况说明/一、总体情况/（一）收入",
                        "7 第三部分2031年度部门决算情况说明/一、总体情况/（二）支出",
                        "9 第三部分2031年度部门决算情况说明/二、其他情况",
                        "11 第四部分名词解释");
    }

    @Test
    void keepsNumberingInsideATitledReportApart() {
        assertThat(lines("第五部分 附件", "二、评价报告", "样例项目绩效报告（一）", "一、概况", "甲。", "样例项目绩效报告（二）", "一、概况", "乙。", "三、说明", "丙。"))
                .containsExactly(
                        "5 第五部分附件/二、评价报告/样例项目绩效报告（一）/一、概况", "8 第五部分附件/二、评价报告/样例项目绩效报告（二）/一、概况", "10 第五部分附件/三、说明");
    }

    @Test
    void trustsNumberingMoreThanHeadingLevels() {
        List<Block> blocks = List.of(
                new Paragraph("一、总体情况", 3, Place.line(1)),
                new Paragraph("（一）收入", 1, Place.line(2)),
                new Paragraph("2031 年收入 3 万元，增加 1 万元", 4, Place.line(3)),
                new Paragraph("二、其他", 0, Place.line(4)),
                new Paragraph("完。", 0, Place.line(5)));
        assertThat(TextFlow.sentences(Narratives.document(blocks), SCANNER))
                .extracting(Sentence::section)
                .containsExactly("一、总体情况/（一）收入", "二、其他");
    }

    @Test
    void leavesOutContentsAndPageNumbers() {
        assertThat(texts("目 录", "一、总体情况 ........ 12", "二、其他情况……13", "- 3 -", "第 4 页 共 9 页", "正文一句。"))
                .containsExactly("正文一句。");
        RawTable contents = new RawTable(List.of(new RawRow(List.of("一、部门基本情况，含所属单位及人员编制说明", "3"), Place.line(1))));
        assertThat(TextFlow.sentences(Narratives.document(List.of(contents)), SCANNER))
                .isEmpty();
    }

    @Test
    void readsSentencesInTableCells() {
        RawTable form =
                new RawTable(List.of(new RawRow(List.of("目标", "全年培训 3 次，参加人员超过 100 人次，满意度达标。", ""), Place.line(7))));
        assertThat(TextFlow.sentences(Narratives.document(List.of(form)), SCANNER))
                .singleElement()
                .satisfies(sentence -> {
                    assertThat(sentence.place()).isEqualTo(Place.line(7).withCell(2));
                    assertThat(sentence.section()).endsWith("/表格");
                });
    }

    @Test
    void readsTextInOneColumnOfASheet() {
        RawTable sheet = new RawTable(List.of(
                new RawRow(List.of("一、总体情况", ""), Place.line(1)),
                new RawRow(List.of("", "收入 3 万元，"), Place.line(2)),
                new RawRow(List.of("", "支出 2 万元。"), Place.line(3))));
        assertThat(TextFlow.sentences(Narratives.document(List.of(sheet)), SCANNER))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.text()).isEqualTo("收入 3 万元，支出 2 万元。"));
    }

    @Test
    void ordersChineseNumbersAboveTen() {
        assertThat(Headings.numbering("（二十一）其他").orElseThrow().ordinal()).isEqualTo(21);
        assertThat(Headings.numbering("十、其他").orElseThrow().ordinal()).isEqualTo(10);
        assertThat(Headings.numbering("十三、其他").orElseThrow().ordinal()).isEqualTo(13);
        assertThat(Headings.numbering("2.5 万元")).isEmpty();
    }
}
