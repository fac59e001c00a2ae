package org.tongchou.accounts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlSinkTest {
    @TempDir
    Path folder;

    @Test
    void marksTheFailingCellAndLinksItBothWays() throws IOException {
        Document page = page(SampleAudit.of("样例市医疗保障局"));
        Element cell = page.expectFirst("td.fail");
        assertThat(cell.ownText()).isEqualTo("89.01");
        String finding = cell.expectFirst("a.ref").attr("href");
        assertThat(page.expectFirst(finding).select(".message").text())
                .contains("89.01")
                .contains("不符");
        assertThat(page.expectFirst(finding).select(".places a").eachAttr("href"))
                .contains("#" + cell.id())
                .allSatisfy(target -> assertThat(page.expectFirst(target)).isNotNull());
    }

    @Test
    void quotesTheSentenceWithItsNumberMarked() throws IOException {
        Document page = page(SampleAudit.of("样例市医疗保障局"));
        assertThat(page.select("#findings blockquote mark").eachText()).containsExactly("90.00");
        assertThat(page.select("#narrative mark.part").eachText()).containsExactly("90.00");
        assertThat(page.select("#findings blockquote").eachText()).contains("编制单位名称沿用旧称");
    }

    @Test
    void showsTheWorstFirstAndTheSkippedWithReason() throws IOException {
        Document page = page(SampleAudit.of("样例市医疗保障局"));
        assertThat(page.select("#findings-list > li").eachAttr("data-result")).containsExactly("FAIL", "WARN");
        assertThat(page.select("#skipped td").eachText()).contains("没有找到三公经费表");
        assertThat(page.select("#problems td").eachText()).contains("W-ACC-014", "L12 第1格");
        assertThat(page.select("#checks-list > tr")).hasSize(4);
        assertThat(page.expectFirst(".verdict").text()).isEqualTo("发现 1 处不符");
    }

    @Test
    void keepsIncomeAndExpenditureOfOneLineInOneLine() throws IOException {
        Document page = page(SampleAudit.of("样例市医疗保障局"));
        assertThat(page.select("table.two-sided tbody tr").eachText())
                .containsExactly("本年收入合计 1 100.00 一、社会保障和就业支出", "本年支出合计 90.01");
    }

    @Test
    void fetchesNothingAndRunsNothingFromTheDocument() throws IOException {
        AuditedFile hostile = SampleAudit.of("<script>alert(1)</script>局\"'&");
        Document page = page(hostile);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.expectFirst("h1").text()).startsWith("<script>alert(1)</script>局\"'&");
        assertThat(page.select("link, img, iframe, [src], [onclick]")).isEmpty();
        Document index = Jsoup.parse(folder.resolve("index.html"));
        assertThat(index.select("script")).hasSize(1);
        assertThat(index.select("table.index a").text()).contains("<script>");
    }

    @Test
    void listsUnreadableFilesInTheIndexWithoutCountingThem() throws IOException {
        try (HtmlSink sink = new HtmlSink(folder)) {
            sink.accept(SampleAudit.of("样例市医疗保障局"));
            sink.accept(SampleAudit.unreadable("空.txt"));
            sink.finish();
        }
        Document index = Jsoup.parse(folder.resolve("index.html"));
        assertThat(index.expectFirst(".verdict").text()).isEqualTo("发现 1 处不符，1 份文件无法审核");
        assertThat(index.select("table.index tbody a").eachAttr("href")).containsExactly("001-sample.html", "002.html");
        assertThat(folder.resolve("002.html")).content().contains("E-ACC-001");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "001-sample.html", "002.html");
        }
    }

    private Document page(AuditedFile file) throws IOException {
        try (HtmlSink sink = new HtmlSink(folder)) {
            sink.accept(file);
            sink.finish();
        }
        return Jsoup.parse(folder.resolve("001-sample.html"));
    }
}
