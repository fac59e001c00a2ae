package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

class TextReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\u0000',
            value = {
                "**一、收入** 决算表 → 一、收入 决算表",
                "$\\geq 70\\%$ → ≥70%",
                "$= 100\\%$ → =100%",
                "\\geq 5 → ≥ 5",
                "$\\frac{3}{4}$ → 3/4",
                "价格 $5 与 $6 → 价格 $5 与 $6",
                "<b>222846.31</b> → 222846.31",
                "单位：<br>万元 → 单位： 万元",
                "A&nbsp;&lt;b&gt; → A <b>",
                "占比<5%且>1% → 占比<5%且>1%",
                "<DRG>付费 → <DRG>付费",
                "见[公告](https://example.org/a \"题\")。 → 见公告。",
                "![图](chart.png)收入 → 收入",
                "1\\. 本表 → 1. 本表",
                "甲<!-- 页 3 -->乙 → 甲乙",
                "甲\u200b乙\u00a0\u3000丙 → 甲乙 丙",
                "- 文件汇编 → 文件汇编",
                "> 引用 → 引用",
                "-3.20 → -3.20"
            })
    void markupIsTakenOut(String line, String text) {
        assertThat(Samples.lines(Samples.read(folder, "a.md", line))).containsExactly(text);
    }

    @Test
    void headings() {
        RawDocument read = Samples.read(folder, "a.md", "# 第一部分\n### **二、概况** ##\n正文\n#\n===\n");
        assertThat(Samples.paragraphs(read))
                .containsExactly(
                        new Paragraph("第一部分", 1, Place.line(1)),
                        new Paragraph("二、概况", 3, Place.line(2)),
                        new Paragraph("正文", 0, Place.line(3)));
    }

    @Test
    void linesAreCountedAsEditorsDo() {
        RawDocument read = Samples.read(folder, "a.txt", "一\r\n二\r三\n\f四\u2028五\n\n六");
        assertThat(Samples.paragraphs(read))
                .extracting(paragraph -> paragraph.place().row() + paragraph.text())
                .containsExactly("1一", "2二", "3三", "4四 五", "6六");
    }

    @Test
    void tabTables() {
        RawDocument read = Samples.read(
                folder, "a.txt", "项目\t行次\t金额\n----\t----\t---\n\n合计\t1\t<b>4.06</b>\n\t\t\n1. 出国\t2\t\n注：无");
        assertThat(read.blocks()).hasSize(3);
        assertThat(Samples.cells(Samples.tables(read).get(1)))
                .containsExactly(List.of("合计", "1", "4.06"), List.of("1. 出国", "2", ""));
        assertThat(Samples.tables(read).get(1).rows())
                .extracting(RawRow::place)
                .containsExactly(Place.line(4), Place.line(6));
    }

    @Test
    void indentedTextIsNoTable() {
        RawDocument read = Samples.read(folder, "a.txt", "\t本年度收入增加。\n\t支出减少。\n");
        assertThat(Samples.lines(read)).containsExactly("本年度收入增加。", "支出减少。");
        assertThat(Samples.tables(read)).isEmpty();
    }

    @Test
    void barTables() {
        RawDocument read = Samples.read(
                folder,
                "a.md",
                "前文\n编码 | 名称 | 金额\n--- | :--- | ---:\n208 | 甲\\|乙 | 1.00\n||合计|1.00|\n\n+----+----+\n| 一 | 二 |\n+====+====+\n| 1 | |\n");
        assertThat(Samples.tables(read)).hasSize(2);
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(List.of("编码", "名称", "金额"), List.of("208", "甲|乙", "1.00"), List.of("", "合计", "1.00"));
        assertThat(Samples.cells(Samples.tables(read).get(1))).containsExactly(List.of("一", "二"), List.of("1", ""));
        assertThat(Samples.lines(read)).containsExactly("前文");
    }

    @Test
    void htmlTablesBetweenTheLines() {
        String text =
                "表前<table><tr><td>项目</td><td>$\\geq 5\\%$</td></tr>\r\n<tr><td>合计</td><td>1.00</td></tr></table>表后\n末行";
        RawDocument read = Samples.read(folder, "a.txt", text);
        assertThat(read.medium()).isEqualTo(Medium.TEXT);
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(List.of("项目", "≥5%"), List.of("合计", "1.00"));
        assertThat(Samples.tables(read).get(0).rows())
                .extracting(RawRow::place)
                .containsExactly(Place.line(1), Place.line(2));
        assertThat(Samples.paragraphs(read))
                .extracting(Paragraph::place)
                .containsExactly(Place.line(1), Place.line(2), Place.line(3));
    }

    @Test
    void htmlTablesThatDoNotEndAreText() {
        RawDocument read = Samples.read(folder, "a.txt", "<table><tr><td>项目</td>\n合计\t1.00\n");
        assertThat(Samples.lines(read)).containsExactly("项目");
        assertThat(Samples.cells(Samples.tables(read).get(0))).containsExactly(List.of("合计", "1.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK"})
    void encodings(String name) {
        String text = "2024 年度收入支出决算总表\n单位：万元\n合计\t7,328.50\t0.00\n";
        RawDocument read = Samples.read(folder, "a.txt", text.getBytes(Charset.forName(name)));
        assertThat(Samples.lines(read)).containsExactly("2024 年度收入支出决算总表", "单位：万元");
        assertThat(read.problems().isEmpty()).isEqualTo(name.equals("UTF-8") || name.equals("UTF-16"));
    }

    @Test
    void someDamagedBytesDoNotChangeTheEncoding() {
        byte[] text = "收入支出决算总表，单位为万元。".repeat(20).getBytes(StandardCharsets.UTF_8);
        text[100] = (byte) 0xFF;
        RawDocument read = Samples.read(folder, "a.txt", text);
        assertThat(read.problems().get(0).code()).isEqualTo(ProblemCode.ENCODING_GUESSED);
        assertThat(read.problems().get(0).message()).contains("UTF-8");
        assertThat(Samples.lines(read).get(0)).startsWith("收入支出决算总表").contains("\uFFFD");
    }

    @Test
    void tooManyColumnsRowsAndCharacters() {
        String wide = "编码\t" + "1.00\t".repeat(9_999) + "\n";
        String text = wide + wide + "\n" + "甲\t1\n".repeat(20) + "\n" + "字".repeat(200) + "\t1\n";
        RawDocument read = Samples.read(
                folder,
                "a.txt",
                text.getBytes(StandardCharsets.UTF_8),
                Limits.STANDARD.withTable(10, 512).withText(100, 1_000_000));
        List<RawTable> tables = Samples.tables(read);
        assertThat(tables).hasSize(3);
        assertThat(tables.get(0).rows()).allMatch(row -> row.cells().size() == 512);
        assertThat(tables.get(1).rows()).hasSize(10);
        assertThat(tables.get(2).rows().get(0).cells().get(0)).hasSize(100);
        assertThat(read.problems())
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactly("TABLE_TOO_LARGE L1", "TABLE_TOO_LARGE L4", "TABLE_TOO_LARGE L25 第1格");
    }

    @Test
    void longParagraphsAreReadInPieces() {
        RawDocument read = Samples.read(
                folder,
                "a.txt",
                "医".repeat(250).getBytes(StandardCharsets.UTF_8),
                Limits.STANDARD.withText(100, 1_000));
        assertThat(Samples.lines(read)).extracting(String::length).containsExactly(100, 100, 50);
    }
}
