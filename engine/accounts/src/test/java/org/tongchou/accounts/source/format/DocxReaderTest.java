package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawDocument;

class DocxReaderTest {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir
    Path folder;

    @Test
    void headingsByStyleNameBaseAndOutline() {
        String styles = "<w:style w:styleId='a1'><w:name w:val='heading 2'/></w:style>"
                + "<w:style w:styleId='a2'><w:name w:val='章'/><w:basedOn w:val='a1'/></w:style>"
                + "<w:style w:styleId='a3'><w:name w:val='节'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
                + "<w:style w:styleId='a4'><w:name w:val='Title'/></w:style>";
        String body = styled("a1", "甲") + styled("a2", "乙") + styled("a3", "丙") + styled("a4", "丁")
                + styled("none", "戊") + "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>己</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:outlineLvl w:val='9'/></w:pPr><w:r><w:t>庚</w:t></w:r></w:p>";
        assertThat(Samples.paragraphs(read(body, styles)))
                .extracting(paragraph -> paragraph.text() + paragraph.heading())
                .containsExactly("甲2", "乙2", "丙3", "丁1", "戊0", "己1", "庚0");
    }

    @Test
    void whatPeopleDoNotSeeIsNotRead() {
        RawDocument read = read("<w:p><w:r><w:t>收入</w:t></w:r>"
                + "<w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>"
                + "<w:ins><w:r><w:t>决算</w:t></w:r></w:ins>"
                + "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>表</w:t></w:r>"
                + "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
                + "<w:r><w:tab/><w:t>7</w:t><w:br/><w:t>页</w:t><w:noBreakHyphen/></w:r></w:p>");
        assertThat(Samples.lines(read)).containsExactly("收入决算表 7 页-");
    }

    @Test
    void headersAndFootersAreNotRead() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("正文");
            XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
            XWPFParagraph header =
                    policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
            header.createRun().setText("页眉");
            assertThat(Samples.lines(Samples.read(folder, "a.docx", Samples.bytes(document))))
                    .containsExactly("正文");
        }
    }

    @Test
    void tablesInContentControlsAndTextBoxes() {
        String table = table(row(cell("编码"), cell("金额")), row(cell("208"), cell("1.00")));
        RawDocument read = read("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + table
                + "</w:sdtContent></w:sdt>"
                + "<w:p><w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice><w:txbxContent>" + paragraph("框中") + table
                + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + paragraph("框中") + table
                + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外</w:t></w:r></w:p>");
        assertThat(Samples.lines(read)).containsExactly("框中", "框外");
        assertThat(Samples.tables(read))
                .hasSize(2)
                .allSatisfy(found ->
                        assertThat(Samples.cells(found)).containsExactly(List.of("编码", "金额"), List.of("208", "1.00")));
    }

    @Test
    void cellsBeforeAfterMergedDeletedAndOfSeveralParagraphs() {
        RawDocument read = read(table(
                row(cell("一"), cell("二"), cell("三")),
                "<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr>" + cell("中") + "</w:tr>",
                "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" + cell("删") + cell("除") + "</w:tr>",
                row(
                        "<w:tc><w:tcPr><w:hMerge w:val='restart'/></w:tcPr>" + paragraph("合") + paragraph("计")
                                + "</w:tc>",
                        "<w:tc><w:tcPr><w:hMerge/></w:tcPr>" + paragraph("旧") + "</w:tc>",
                        cell("1.00"))));
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(List.of("一", "二", "三"), List.of("", "中", ""), List.of("合 计", "", "1.00"));
    }

    @Test
    void tableInsideATableOfData() {
        String inner = table(row(cell("指标"), cell("值")), row(cell("率"), cell("5%")));
        RawDocument read = read(table(
                row(cell("项目"), cell("金额")),
                row(cell("甲"), cell("1.00")),
                row("<w:tc>" + paragraph("说明") + inner + "</w:tc>", cell("2.00"))));
        assertThat(Samples.tables(read)).hasSize(2);
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(List.of("项目", "金额"), List.of("甲", "1.00"), List.of("说明", "2.00"));
        assertThat(Samples.cells(Samples.tables(read).get(1))).containsExactly(List.of("指标", "值"), List.of("率", "5%"));
    }

    @Test
    void framesAroundTextAndTablesAreNoTables() {
        String inner = table(row(cell("编码"), cell("金额")), row(cell("208"), cell("1.00")));
        RawDocument read = read(table(row("<w:tc>" + paragraph("题") + inner + paragraph("注") + "</w:tc>")));
        assertThat(read.blocks()).hasSize(3);
        assertThat(Samples.lines(read)).containsExactly("题", "注");
        assertThat(Samples.tables(read).get(0).place().label()).isEqualTo("表2 行1");
    }

    @Test
    void titleRowsOverTheWholeTable() {
        String wide = "<w:tc><w:tcPr><w:gridSpan w:val='3'/></w:tcPr>";
        RawDocument read = read(table(
                "<w:tr>" + wide + paragraph("支出决算表") + "</w:tc></w:tr>",
                row(cell("编码"), cell("名称"), cell("金额")),
                row(cell(""), cell("十二、农林水支出"), cell("")),
                "<w:tr>" + wide + paragraph("注：无") + "</w:tc></w:tr>"));
        assertThat(Samples.lines(read)).containsExactly("支出决算表", "注：无");
        assertThat(Samples.paragraphs(read).get(1).place().label()).isEqualTo("表1 行4 第1格");
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(List.of("编码", "名称", "金额"), List.of("", "十二、农林水支出", ""));
    }

    @Test
    void formulasOfLettersAreText() {
        RawDocument read = read("<w:p><m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
                + "<m:r><m:t>≥70%</m:t></m:r></m:oMath></w:p>");
        assertThat(Samples.paragraphs(read)).extracting(Paragraph::text).containsExactly("≥70%");
    }

    @Test
    void numbersThatWordPutsItself() {
        String numbering = list(
                        1,
                        level(0, "chineseCounting", "%1、"),
                        level(1, "chineseCounting", "（%2）"),
                        level(2, "decimal", "%3."))
                + list(2, level(0, "bullet", "•"), level(1, "decimal", "%1.%2"))
                + list(
                        3,
                        "<w:lvl w:ilvl='1'><w:start w:val='9'/><w:numFmt w:val='upperRoman'/>"
                                + "<w:pStyle w:val='s'/><w:lvlText w:val='%2'/></w:lvl>")
                + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
                + "<w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>"
                + "<w:num w:numId='3'><w:abstractNumId w:val='3'/></w:num>"
                + "<w:num w:numId='4'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>"
                + "<w:startOverride w:val='21'/></w:lvlOverride></w:num>";
        String styles =
                "<w:style w:styleId='s'><w:name w:val='节'/><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
                        + "<w:style w:styleId='t'><w:name w:val='条'/><w:basedOn w:val='s'/></w:style>";
        String body = item(1, 0, "甲")
                + item(1, 1, "乙")
                + item(1, 1, "丙")
                + item(1, 2, "丁")
                + item(1, 0, "戊")
                + item(1, 1, "己")
                + item(2, 0, "庚")
                + item(2, 1, "辛")
                + item(0, 0, "壬")
                + item(7, 0, "癸")
                + item(4, 0, "子")
                + item(4, 0, "丑")
                + styled("s", "寅")
                + styled("s", "卯")
                + styled("t", "辰");
        RawDocument read = Samples.read(
                folder,
                "a.docx",
                docx(Map.of(
                        "word/document.xml", body,
                        "word/styles.xml", styles,
                        "word/numbering.xml", numbering)));
        assertThat(Samples.lines(read))
                .containsExactly(
                        "一、甲", "（一）乙", "（二）丙", "1. 丁", "二、戊", "（一）己", "庚", "1.1 辛", "壬", "癸", "二十一、子", "二十二、丑", "IX 寅",
                        "X 卯", "辰");
    }

    private static String list(int number, String... levels) {
        return "<w:abstractNum w:abstractNumId='" + number + "'>" + String.join("", levels) + "</w:abstractNum>";
    }

    private static String level(int number, String format, String text) {
        return "<w:lvl w:ilvl='" + number + "'><w:start w:val='1'/><w:numFmt w:val='" + format + "'/><w:lvlText w:val='"
                + text + "'/></w:lvl>";
    }

    private static String item(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr></w:pPr>"
                + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void strictDocuments() {
        byte[] content =
                docx(Map.of("word/document.xml", paragraph("甲")), "http://purl.oclc.org/ooxml/wordprocessingml/main");
        assertThat(Samples.lines(Samples.read(folder, "a.docx", content))).containsExactly("甲");
    }

    @Test
    void tenThousandColumns() {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            cells.append(cell(String.valueOf(i * 7919L % 100_003)));
        }
        RawDocument read = read(table("<w:tr>" + cells + "</w:tr>", row(cell("甲"), cell("乙"))));
        assertThat(Samples.tables(read).get(0).rows())
                .allMatch(row -> row.cells().size() == 512);
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).line()).isEqualTo("E-ACC-009 a.docx 表1 行1：表格超过 512 列，只读前 512 列，请检查是否多选了区域");
    }

    @Test
    void nestingWithoutEnd() {
        String open = "<w:tbl><w:tr><w:tc>".repeat(1_000);
        String close = "</w:tc></w:tr></w:tbl>".repeat(1_000);
        assertThat(read(open + paragraph("甲") + close).problems().get(0).message())
                .contains("嵌套");
    }

    private RawDocument read(String body) {
        return read(body, "");
    }

    private RawDocument read(String body, String styles) {
        return Samples.read(folder, "a.docx", docx(Map.of("word/document.xml", body, "word/styles.xml", styles)));
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r></w:p>";
    }

    private static String cell(String text) {
        return "<w:tc>" + paragraph(text) + "</w:tc>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String table(String... rows) {
        return "<w:tbl><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    private static byte[] docx(Map<String, String> parts) {
        return docx(parts, WORD);
    }

    private static byte[] docx(Map<String, String> parts, String namespace) {
        Map<String, String> whole = new LinkedHashMap<>();
        parts.forEach((name, xml) -> whole.put(name, "<w:part xmlns:w='" + namespace + "'>" + xml + "</w:part>"));
        return Samples.docx(whole);
    }
}
