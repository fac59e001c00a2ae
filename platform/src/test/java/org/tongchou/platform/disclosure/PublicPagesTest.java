package org.tongchou.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.Format;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.disclosure.library.Library;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTest {
    private static final String BUREAU = "样例市<b>医疗</b>保障局";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Publications publications;

    @Autowired
    private Library library;

    @Autowired
    private StoredFiles files;

    @Autowired
    private TestJobs jobs;

    private long budget;
    private long accounts;
    private String slug = "";

    @BeforeAll
    void publish() throws IOException {
        budget = publish(SampleDocuments.budget(), DocumentKind.BUDGET, 1);
        accounts = publish(SampleDocuments.finalAccounts(), DocumentKind.FINAL, 1);
        jobs.drain();
        slug = library.get(accounts).slug();
    }

    private long publish(Publication publication, DocumentKind kind, int number) throws IOException {
        byte[] html = SampleDocuments.html(publication);
        String hostile = new String(html, StandardCharsets.UTF_8)
                .replace(
                        "<main id=\"content\">",
                        "<main id=\"content\"><script>alert(1)</script>"
                                + "<p onclick=\"alert(2)\">甲</p><a href=\"https://example.org/\">外</a>");
        long file = files.store(
                        Actor.SYSTEM, "公开.html", new ByteArrayInputStream(hostile.getBytes(StandardCharsets.UTF_8)))
                .id();
        return publications.publish(
                Actor.SYSTEM,
                new NewPublication(
                        "样例市",
                        BUREAU,
                        0,
                        2024,
                        kind,
                        number,
                        LocalDate.of(2025, 8, 20),
                        LocalDate.of(2025, 9, 1),
                        Map.of(Format.HTML, file),
                        ""));
    }

    @Test
    void everybodyReadsTheListWithoutScript() throws IOException {
        MockHttpServletResponse page = get("/public?q=样例市&kind=决算");
        assertThat(page.getStatus()).isEqualTo(200);
        String text = page.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("lang=\"zh-CN\"", "<caption", "scope=\"col\"", "跳到正文", "共 1 份公开文件")
                .contains("样例市&lt;b&gt;医疗&lt;/b&gt;保障局")
                .doesNotContain("<script", "<b>医疗</b>");
        assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.getHeader("Cache-Control")).contains("max-age=300");
        assertThat(get("/public?kind=草稿").getStatus()).isEqualTo(422);
        assertThat(get("/public?page=0").getStatus()).isEqualTo(422);
    }

    @Test
    void showsTheDocumentItselfAndNothingThatRuns() throws IOException {
        MockHttpServletResponse page = get("/public/" + slug);
        String text = page.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("<h1", "收入支出决算总表", "2025-09-01", "SM3", "/public/" + slug + "/facts.csv")
                .doesNotContain("<script", "onclick", "https://example.org");
        assertThat(text.indexOf("<h1", text.indexOf("<h1") + 1)).isNegative();
        String tag = String.valueOf(page.getHeader("ETag"));
        assertThat(http.get().uri("/public/" + slug).header("If-None-Match", tag))
                .hasStatus(304);
        assertThat(get("/public/" + slug + "?text=large").getContentAsString(StandardCharsets.UTF_8))
                .contains("class=\"large\"");
    }

    @Test
    void givesFilesAndOpenData() throws IOException {
        MockHttpServletResponse file = get("/public/" + slug + "/files/html");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(get("/public/" + slug + "/files/docx").getStatus()).isEqualTo(404);
        String csv = get("/public/" + slug + "/facts.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElse("")).contains("fiscal_year", "functional_code", "phase");
        assertThat(csv.lines().count()).isGreaterThan(100);
        assertThat(csv).contains("executed,", "expenditure,支出,");
        assertThat(http.get().uri("/public/" + slug + "/datapackage.json"))
                .bodyJson()
                .extractingPath("$.resources[0].schema.fields[7].columnType")
                .isEqualTo("functional-classification:generic:code");
        assertThat(http.get().uri("/public/" + slug + "/facts.json"))
                .bodyJson()
                .extractingPath("$[0].fiscal_year")
                .isEqualTo(2024);
        assertThat(get("/public/style/public.css").getContentType()).startsWith("text/css");
        assertThat(get("/public/style/publication.css").getStatus()).isEqualTo(200);
    }

    @Test
    void saysInAPageWhatIsMissing() throws IOException {
        MockHttpServletResponse page = get("/public/nothing-here");
        assertThat(page.getStatus()).isEqualTo(404);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .contains("没有找到这份公开文件")
                .contains("<main");
    }

    @Test
    void pointsToCorrectionsAndTellsWithdrawals() throws IOException {
        long first = publish(SampleDocuments.budget(), DocumentKind.BUDGET, 2);
        long second = publish(SampleDocuments.budget(), DocumentKind.BUDGET, 3);
        jobs.drain();
        assertThat(get("/public/" + library.get(budget).slug()).getContentAsString(StandardCharsets.UTF_8))
                .contains("/public/" + library.get(second).slug(), "更正");
        assertThat(get("/public/" + library.get(second).slug()).getContentAsString(StandardCharsets.UTF_8))
                .contains("更正前的文件", library.get(first).slug());
        library.withdraw(Actor.SYSTEM, second, library.get(second).version(), "附表<i>有误</i>");
        MockHttpServletResponse gone = get("/public/" + library.get(second).slug());
        assertThat(gone.getStatus()).isEqualTo(410);
        assertThat(gone.getContentAsString(StandardCharsets.UTF_8))
                .contains("附表&lt;i&gt;有误&lt;/i&gt;")
                .doesNotContain("files/html");
        assertThat(get("/public/" + library.get(second).slug() + "/files/html").getStatus())
                .isEqualTo(410);
    }

    @Test
    void comparesPublications() throws IOException {
        var reader = TestActors.with("disclosure.publication.read");
        String ids = "ids=" + budget + "," + accounts;
        assertThat(http.get().uri("/api/disclosure/comparison?" + ids).with(reader))
                .bodyJson()
                .satisfies(view -> {
                    assertThat(view).extractingPath("$.parties.length()").isEqualTo(2);
                    assertThat(view).extractingPath("$.pairs[0].execution").isEqualTo(true);
                    assertThat(view).extractingPath("$.sections[0].title").isEqualTo("收支总量");
                    assertThat(view)
                            .extractingPath("$.sections[0].lines[0].values.length()")
                            .isEqualTo(2);
                });
        MockHttpServletResponse file = http.get()
                .uri("/api/disclosure/comparison/file?format=docx&" + ids)
                .with(reader)
                .exchange()
                .getResponse();
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(http.get().uri("/api/disclosure/comparison?ids=" + budget).with(reader))
                .hasStatus(422);
        assertThat(http.get().uri("/api/disclosure/comparison?" + ids).with(TestActors.with()))
                .hasStatus(403);
    }

    private MockHttpServletResponse get(String uri) {
        return http.get()
                .uri(uri)
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .exchange()
                .getResponse();
    }
}
