package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.ChartKind;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Series;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;
import org.xml.sax.InputSource;

class HtmlWriterTest {
    private static Document page(Publication publication) {
        return Jsoup.parse(new String(HtmlWriter.write(publication), StandardCharsets.UTF_8));
    }

    @Test
    void needsNothingFromElsewhere() {
        Document page = page(SamplePublication.publication());
        assertThat(page.select("script, link, img, iframe")).isEmpty();
        assertThat(page.select("[src]")).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.title()).isEqualTo("2024 年度 样例市医疗保障局 部门决算");
    }

    @Test
    void linksTheContentsToIdsThatExistOnce() {
        Document page = page(SamplePublication.publication());
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("nav a").eachAttr("href"))
                .hasSize(10)
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @Test
    void keepsSpansScopesFiguresAndBlanks() {
        Document page = page(SamplePublication.publication());
        Element income = page.expectFirst("#table3 table");
        assertThat(income.select("thead tr:first-child th").eachAttr("colspan")).containsExactly("2");
        assertThat(income.select("thead th[rowspan=2]")).hasSize(7);
        assertThat(income.select("thead th"))
                .allSatisfy(cell -> assertThat(cell.attr("scope")).startsWith("col"));
        assertThat(income.select("tbody tr:first-child th").attr("scope")).isEqualTo("row");
        assertThat(income.select("tbody tr:first-child td.figure").get(0).text())
                .isEqualTo("1,150.20");
        assertThat(page.select("#table4 tbody tr:last-child td").eachText()).containsExactly("0.00");
        assertThat(page.select("#table4 p.form").text()).isEqualTo("公开09表");
    }

    @Test
    void drawsChartsWithATableOfTheirFigures() {
        Document page = page(SamplePublication.publication());
        assertThat(page.select("svg[role=img]")).hasSize(2);
        assertThat(page.select("svg rect")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.select("table.data")).hasSize(2);
        assertThat(page.select("table.data").get(1).select("td").eachText())
                .containsExactly("150.00 万元", "1,000.00 万元", "50.10 万元");
        assertThat(page.select("svg").get(1).text()).contains("83.33%");
    }

    @Test
    void drawsARingOfOneAndAnEmptyOne() {
        Chart one = ring("100.00", "0.00");
        Chart none = ring("0.00", "0.00");
        assertThat(SvgChart.draw(one, "a").split("<path", -1)).hasSize(3);
        assertThat(SvgChart.draw(none, "b")).doesNotContain("<path", "%");
    }

    private static Chart ring(String... values) {
        return new Chart(
                "图",
                ChartKind.RING,
                "万元",
                List.of("甲", "乙"),
                List.of(new Series(
                        "数",
                        List.of(values).stream().map(java.math.BigDecimal::new).toList())));
    }

    @Test
    void escapesMarkupAndDropsControlCharacters() {
        Publication publication = SamplePublication.with(List.of(
                new Heading(1, "一 <b> \"&\""), new Text("</p><script>alert(1)</script>\u0000\u001f\ud800\uffff尾")));
        Document page = page(publication);
        assertThat(page.select("h2").text()).isEqualTo("一 <b> \"&\"");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("p.text").text()).isEqualTo("</p><script>alert(1)</script>尾");
    }

    @Test
    void isWellFormedXml() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String page = HtmlWriter.page(SamplePublication.publication(), "", true);
        var parsed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        assertThat(parsed.getDocumentElement().getLocalName()).isEqualTo("html");
        assertThat(parsed.getElementsByTagName("table").getLength()).isEqualTo(6);
    }

    @Test
    void givesTheSameBytesForTheSamePublication() {
        assertThat(HtmlWriter.write(SamplePublication.publication()))
                .isEqualTo(HtmlWriter.write(SamplePublication.publication()));
    }
}
