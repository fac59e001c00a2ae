package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;

class HtmlReaderTest {
    @TempDir
    Path folder;

    @Test
    void paragraphsAndHeadings() {
        RawDocument read = read("<div>前<h1>第一部分</h1><p>一<b>二</b><br>三</p>四<ul><li>五</li></ul>"
                + "<script>不读()</script><style>p{}</style><svg><text>图</text></svg>"
                + "<p hidden>藏</p><p style='Display : NONE'>藏</p><p>A&amp;B&nbsp;&lt;</p></div>");
        assertThat(Samples.paragraphs(read))
                .extracting(paragraph -> paragraph.text() + paragraph.heading())
                .containsExactly("前0", "第一部分1", "一二0", "三0", "四0", "五0", "A&B <0");
        assertThat(Samples.paragraphs(read))
                .extracting(paragraph -> paragraph.place().label())
                .endsWith("正文 行7");
    }

    @Test
    void mergedCells() {
        RawDocument read = read("<table><caption>题</caption>"
                + "<thead><tr><th rowspan=2>编码<th rowspan=0>名称<th colspan=2>支出<tr><td>甲<td>乙</thead>"
                + "<tr><td>208<td>社保<br>就业<td>1.00<td></table>");
        assertThat(Samples.lines(read)).containsExactly("题");
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(
                        List.of("编码", "名称", "支出", ""), List.of("", "", "甲", "乙"), List.of("208", "社保 就业", "1.00", ""));
    }

    @Test
    void ofNestedTablesTheInnermost() {
        RawDocument read = read("<table><tr><td>栏目<td>首页</tr><tr><td>时间<td>来源</tr><tr><td><p>题</p>"
                + "<table><tr><td>编码<td>金额<tr><td>208<td>1.00</table><p>注</p><td></tr></table>");
        assertThat(Samples.lines(read)).containsExactly("栏目", "首页", "时间", "来源", "题", "注");
        assertThat(Samples.tables(read)).hasSize(1);
        assertThat(Samples.cells(Samples.tables(read).get(0)))
                .containsExactly(List.of("编码", "金额"), List.of("208", "1.00"));
    }

    @Test
    void declaredChineseEncoding() {
        String page = "<html><head><meta charset=\"gb2312\"></head><body><p>收入决算表镕</p></body></html>";
        RawDocument read = Samples.read(folder, "a.html", page.getBytes(Charset.forName("GBK")));
        assertThat(read.problems()).isEmpty();
        assertThat(Samples.lines(read)).containsExactly("收入决算表镕");
        RawDocument wrong = Samples.read(folder, "b.html", page.getBytes(StandardCharsets.UTF_8));
        assertThat(Samples.lines(wrong)).containsExactly("收入决算表镕");
        RawDocument silent =
                Samples.read(folder, "c.html", page.replace("gb2312", "").getBytes(Charset.forName("GBK")));
        assertThat(Samples.lines(silent)).containsExactly("收入决算表镕");
        assertThat(silent.problems().get(0).code()).isEqualTo(ProblemCode.ENCODING_GUESSED);
    }

    @Test
    void knownByContentOrName() {
        assertThat(Samples.read(folder, "a.xls", "<table><tr><td>一<td>二</table>")
                        .medium())
                .isEqualTo(Medium.HTML);
        assertThat(Samples.read(folder, "a.txt", "\n <!DOCTYPE HTML><html><p>一</html>")
                        .medium())
                .isEqualTo(Medium.HTML);
        assertThat(Samples.read(folder, "a.htm", "一<br>二").medium()).isEqualTo(Medium.HTML);
        assertThat(Samples.read(folder, "a.txt", "一<br>二").medium()).isEqualTo(Medium.TEXT);
        assertThat(Samples.read(folder, "a.md", "<table><tr><td>一<td>二</table>").medium())
                .isEqualTo(Medium.TEXT);
    }

    @Test
    void tenThousandColumns() {
        RawDocument read =
                read("<table><tr>" + "<td>1</td>".repeat(10_000) + "</tr><tr><td colspan=9999>题<td>2</table>");
        assertThat(Samples.tables(read).get(0).rows())
                .allMatch(row -> row.cells().size() == 512);
        assertThat(read.problems())
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactly("TABLE_TOO_LARGE 表1 行1");
    }

    @Test
    void emptyColumnsCostAsMuchAsFullOnes() {
        String wide = "<table>" + "<tr><td colspan=512>1<td>2</tr>".repeat(50_000) + "</table>";
        assertThat(read(wide).problems().get(0).code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void nestingWithoutEnd() {
        assertThat(read("<table><tr><td>".repeat(5_000)).problems().get(0).message())
                .contains("嵌套");
        assertThat(Samples.paragraphs(read("<div>".repeat(50_000) + "一")))
                .extracting(Paragraph::text)
                .containsExactly("一");
    }

    @Test
    void picturesInsideThePageDoNotCountAsText() {
        RawDocument page = read("<img src='data:image/png;base64," + "QUJD\n".repeat(2_500_000) + "'><p>合计</p>");
        assertThat(Samples.lines(page)).containsExactly("合计");
    }

    @Test
    void tooManyTags() {
        RawDocument page = read("<b>".repeat(1_000_001));
        assertThat(page.problems().get(0).code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        assertThat(page.problems().get(0).message()).contains("1000000 个标记");
        RawDocument text = Samples.read(folder, "a.txt", "<table>" + "<i>".repeat(1_000_001) + "</table>");
        assertThat(text.problems().get(0).code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    }

    private RawDocument read(String body) {
        return Samples.read(folder, "a.html", "<html><body>" + body + "</body></html>");
    }
}
