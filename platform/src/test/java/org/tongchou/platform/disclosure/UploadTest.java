package org.tongchou.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestUnits;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {
    private static final String AUDIT = "disclosure.upload.audit";
    private static final String READ_ALL = "disclosure.upload.readAll";
    private static final RequestPostProcessor CLERK = TestActors.with(AUDIT);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private StoredFiles files;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Units units;

    private TestUnits tree;

    @BeforeAll
    void makeUnits() {
        tree = TestUnits.create(units);
    }

    @Test
    void auditsADocumentAndPointsAtTheCells() throws IOException {
        long id = audited(CLERK, "决算.txt", SampleDocuments.wrong().getBytes(StandardCharsets.UTF_8));
        JsonNode row = json(http.get().uri("/api/disclosure/uploads/{id}", id).with(CLERK));
        assertThat(row.get("state").stringValue()).isEqualTo("done");
        assertThat(row.get("counts").get("fail").intValue()).isPositive();
        assertThat(row.get("title").stringValue()).isEqualTo("样例市医疗保障局 2024 年度部门决算");
        JsonNode view =
                json(http.get().uri("/api/disclosure/uploads/{id}/document", id).with(CLERK));
        JsonNode finding = view.get("findings").get(0);
        assertThat(finding.get("outcomeName").stringValue()).isEqualTo("不符");
        assertThat(finding.get("diff").decimalValue()).isEqualByComparingTo("10");
        String anchor = finding.get("cells").get(0).get("anchor").stringValue();
        assertThat(view.get("tables").toString()).contains("\"" + anchor + "\"");
        assertThat(view.get("tables").get(0).get("halves")).hasSize(2);
    }

    @Test
    void givesTheReports() throws IOException {
        long id = audited(CLERK, "预算 报告.html", SampleDocuments.html(SampleDocuments.budget()));
        MvcTestResult page = http.get()
                .uri("/api/disclosure/uploads/{id}/reports/html", id)
                .with(CLERK)
                .exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("审核报告")
                .doesNotContain("index.html");
        assertThat(page.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        MvcTestResult book = http.get()
                .uri("/api/disclosure/uploads/{id}/reports/xlsx", id)
                .with(CLERK)
                .exchange();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(book.getResponse().getContentAsByteArray()))) {
            assertThat(workbook.getSheet("汇总")).isNotNull();
            assertThat(workbook.getNumberOfSheets()).isGreaterThan(10);
        }
        assertThat(http.get()
                        .uri("/api/disclosure/uploads/{id}/reports/json", id)
                        .with(CLERK))
                .bodyJson()
                .extractingPath("$.documents[0].meta.year")
                .isEqualTo(2024);
        assertThat(http.get()
                        .uri("/api/disclosure/uploads/{id}/reports/exe", id)
                        .with(CLERK))
                .hasStatus(422);
    }

    @Test
    void readsEveryFormatAlike() throws IOException {
        var accounts = SampleDocuments.finalAccounts();
        long word = audited(CLERK, "a.docx", SampleDocuments.docx(accounts));
        long sheet = audited(CLERK, "b.xlsx", SampleDocuments.xlsx(accounts));
        for (long id : List.of(word, sheet)) {
            JsonNode row =
                    json(http.get().uri("/api/disclosure/uploads/{id}", id).with(CLERK));
            assertThat(row.get("state").stringValue()).isEqualTo("done");
            assertThat(row.get("counts").get("fail").intValue()).isZero();
            assertThat(row.get("counts").get("pass").intValue()).isGreaterThan(100);
        }
    }

    @Test
    void showsUploadsOnlyToThoseWhoMaySeeThem() throws IOException {
        long county = tree.county().id();
        RequestPostProcessor other = TestActors.in(List.of(county), AUDIT);
        long id = audited(other, "县.txt", SampleDocuments.wrong().getBytes(StandardCharsets.UTF_8));
        assertThat(http.get().uri("/api/disclosure/uploads/{id}", id).with(CLERK))
                .hasStatus(404);
        assertThat(http.get().uri("/api/disclosure/uploads/{id}/file", id).with(CLERK))
                .hasStatus(404);
        assertThat(http.get().uri("/api/disclosure/uploads/{id}", id).with(TestActors.with(AUDIT, READ_ALL)))
                .hasStatusOk();
        Actor elsewhere = new Actor(
                77,
                "t3",
                "测试用户丙",
                tree.centre().id(),
                List.of(tree.centre().id()),
                false,
                List.of(),
                java.util.Set.of(AUDIT, READ_ALL));
        assertThat(http.get().uri("/api/disclosure/uploads/{id}", id).with(TestActors.as(elsewhere)))
                .hasStatus(404);
        assertThat(http.get().uri("/api/disclosure/uploads?q=县").with(TestActors.as(elsewhere)))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(http.get().uri("/api/disclosure/uploads").with(TestActors.with("disclosure.publication.read")))
                .hasStatus(403);
        assertThat(http.delete()
                        .uri("/api/disclosure/uploads/{id}", id)
                        .with(TestActors.with(AUDIT, READ_ALL))
                        .with(csrf()))
                .hasStatus(403);
    }

    @Test
    void theOwnerRemovesIt() throws IOException {
        long id = audited(CLERK, "删.txt", (SampleDocuments.wrong() + "只此一份").getBytes(StandardCharsets.UTF_8));
        List<StoredFile> stored =
                database.sql("""
                        select f.id, f.name, f.media_type, f.size, f.sha256 from disclosure.upload u join file.stored f
                            on f.id in (u.file_id, u.report_html, u.report_xlsx, u.report_json) where u.id = :id
                        """).param("id", id).query(StoredFile.class).list();
        assertThat(stored)
                .hasSize(4)
                .allSatisfy(file -> assertThat(files.path(file)).exists());
        assertThat(http.delete()
                        .uri("/api/disclosure/uploads/{id}", id)
                        .with(CLERK)
                        .with(csrf()))
                .hasStatusOk();
        assertThat(http.get().uri("/api/disclosure/uploads/{id}", id).with(CLERK))
                .hasStatus(404);
        assertThat(http.get()
                        .uri("/api/disclosure/uploads/{id}/reports/html", id)
                        .with(CLERK))
                .hasStatus(404);
        assertThat(stored).allSatisfy(file -> {
            assertThat(files.path(file)).doesNotExist();
            assertThatThrownBy(() -> files.get(file.id())).hasMessageContaining("没有找到文件");
        });
        assertThat(database.sql(
                                "select summary from audit.entry where action = 'disclosure.upload.remove' and object_id = :id")
                        .param("id", Long.toString(id))
                        .query(String.class)
                        .single())
                .contains("删.txt");
    }

    @Test
    void keepsHostileTextsAsTexts() throws IOException {
        String name = "../../<img src=x onerror=alert(1)>.html";
        String page = "<html><body><script>alert(1)</script><p>样例市医疗保障局 2024 年度部门决算</p><p>公开01表 单位：万元</p>"
                + "<table><tr><th>项目</th><th>决算数</th></tr><tr><td>=cmd|' /C calc'!A0</td><td>1.00</td></tr>"
                + "<tr><td>&lt;b onmouseover=alert(2)&gt;合计&lt;/b&gt;</td><td>1.00</td></tr></table>"
                + "<p>2024 年收入总计 10.00 万元&lt;script&gt;，支出总计 10.00 万元。</p></body></html>";
        long id = audited(CLERK, name, page.getBytes(StandardCharsets.UTF_8));
        JsonNode row = json(http.get().uri("/api/disclosure/uploads/{id}", id).with(CLERK));
        assertThat(row.get("fileName").stringValue()).doesNotContain("/").doesNotContain("..");
        if (row.get("state").stringValue().equals("done")) {
            assertThat(http.get()
                            .uri("/api/disclosure/uploads/{id}/reports/html", id)
                            .with(CLERK))
                    .bodyText()
                    .doesNotContain("<script>alert(1)")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<b onmouseover");
        }
        MvcTestResult original = http.get()
                .uri("/api/disclosure/uploads/{id}/file", id)
                .with(CLERK)
                .exchange();
        assertThat(original.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(original.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(original.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void saysWhyAFileCannotBeAudited() throws IOException {
        assertFailed("空白.txt", "没有任何数字".getBytes(StandardCharsets.UTF_8), "E-DIS-033");
        assertFailed("程序.exe", new byte[] {'M', 'Z', 0, 1, 2, 3, 0, 0}, "E-ACC-007");
        assertFailed("坏.docx", "PK\3\4 not a zip".getBytes(StandardCharsets.ISO_8859_1), "E-ACC-002");
        assertFailed("炸弹.xlsx", bomb(), "E-ACC-006");
    }

    @Test
    void refusesEmptyAndOversizedFilesOneByOne() throws IOException {
        MvcTestResult result = upload(
                CLERK,
                new MockMultipartFile("files", "空.txt", "text/plain", new byte[0]),
                new MockMultipartFile("files", "大.txt", "text/plain", new byte[50 * 1024 * 1024 + 1]),
                new MockMultipartFile(
                        "files", "好.txt", "text/plain", SampleDocuments.wrong().getBytes(StandardCharsets.UTF_8)));
        assertThat(result).hasStatus(201);
        assertThat(result).bodyJson().extractingPath("$[0].code").isEqualTo("E-ACC-001");
        assertThat(result).bodyJson().extractingPath("$[1].code").isEqualTo("E-ACC-003");
        assertThat(result).bodyJson().extractingPath("$[2].id").isNotNull();
        jobs.drain();
    }

    @Test
    void needsTheRightAndTheToken() {
        MockMultipartFile file = new MockMultipartFile("files", "a.txt", "text/plain", new byte[] {'a'});
        assertThat(http.post()
                        .uri("/api/disclosure/uploads")
                        .multipart()
                        .file(file)
                        .with(TestActors.with())
                        .with(csrf()))
                .hasStatus(403);
        assertThat(http.post()
                        .uri("/api/disclosure/uploads")
                        .multipart()
                        .file(file)
                        .with(CLERK))
                .hasStatus(403);
    }

    private void assertFailed(String name, byte[] content, String code) throws IOException {
        long id = audited(CLERK, name, content);
        JsonNode row = json(http.get().uri("/api/disclosure/uploads/{id}", id).with(CLERK));
        assertThat(row.get("state").stringValue()).as(name).isEqualTo("failed");
        assertThat(row.get("errorCode").stringValue()).as(name).isEqualTo(code);
        assertThat(row.get("message").stringValue()).isNotBlank();
        assertThat(http.get().uri("/api/disclosure/uploads/{id}/document", id).with(CLERK))
                .hasStatus(409);
    }

    private long audited(RequestPostProcessor who, String name, byte[] content) throws IOException {
        MvcTestResult result = upload(who, new MockMultipartFile("files", name, "text/plain", content));
        assertThat(result).hasStatus(201);
        long id = JsonMapper.shared()
                .readTree(result.getResponse().getContentAsByteArray())
                .get(0)
                .get("id")
                .longValue();
        jobs.drain();
        return id;
    }

    private MvcTestResult upload(RequestPostProcessor who, MockMultipartFile... files) {
        var request = http.post().uri("/api/disclosure/uploads").multipart();
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        return request.with(who).with(csrf()).exchange();
    }

    private static JsonNode json(MockMvcTester.MockMvcRequestBuilder request) {
        MvcTestResult result = request.exchange();
        assertThat(result).hasStatusOk();
        return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 40; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
