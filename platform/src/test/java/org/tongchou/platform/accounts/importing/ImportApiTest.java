package org.tongchou.platform.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.accounts.book.BookFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportApiTest {
    private static final String ROOT = "/api/accounts/imports";
    private static final String SETUP = "/api/accounts/import-setup";
    private static final RequestPostProcessor CLERK = TestActors.as(ImportFixture.CLERK);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JsonMapper json;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private ImportFixture files;
    private BookFixture fixture;

    @BeforeAll
    void create() {
        files = beans.createBean(ImportFixture.class);
        fixture = files.book();
    }

    @Test
    void goesFromUploadToPosting() throws IOException {
        JsonNode found = body(http.post()
                .uri(SETUP + "/files")
                .multipart()
                .file(new MockMultipartFile(
                        "file",
                        "../<script>.xlsx",
                        null,
                        ImportFixture.xlsx(ImportFixture.row(1, 10.5), ImportFixture.row(2, "=1+1", 3, "<b>=x</b>"))))
                .with(CLERK)
                .with(csrf())
                .exchange());
        assertThat(found.get("name").stringValue()).doesNotContain("/");
        long file = found.get("fileId").longValue();
        JsonNode mapping = found.get("suggestions").get(0).get("mapping");
        JsonNode preview = body(post(
                SETUP + "/files/" + file + "/preview?bookId=" + fixture.book().id(), mapping.toString()));
        assertThat(preview.get("rows").size()).isEqualTo(2);
        JsonNode batch = body(post(ROOT, """
                {"bookId": %d, "fileId": %d, "template": "甲", "mapping": %s}
                """.formatted(fixture.book().id(), file, mapping)));
        long id = batch.get("id").longValue();
        files.checked(files.get(id));
        JsonNode groups = body(get(ROOT + "/" + id + "/problems"));
        assertThat(groups.get(0).get("code").stringValue()).isEqualTo("E-IMP-107");
        assertThat(body(get(ROOT + "/" + id + "/totals"))
                        .get("byFund")
                        .get(0)
                        .get("fen")
                        .longValue())
                .isEqualTo(1050);
        MvcTestResult errors = get(ROOT + "/" + id + "/errors.xlsx");
        assertThat(errors.getResponse().getHeader("Content-Disposition")).contains("filename*=UTF-8''");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(errors.getResponse().getContentAsByteArray()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(5);
            assertThat(sheet.getRow(3).getCell(4).getStringCellValue()).isEqualTo("<b>=x</b>");
            assertThat(sheet.getRow(3).getCell(11).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(3).getCell(11).getCellStyle().getFillForegroundColorColor())
                    .isNotNull();
            assertThat(sheet.getRow(3).getCell(12).getStringCellValue()).contains("E-IMP-107");
        }
        assertThat(post(ROOT + "/" + id + "/post", "{\"version\": 1, \"correctRows\": 1, \"leftOutRows\": 1}"))
                .hasStatus(409);
        assertThat(post(ROOT + "/" + id + "/discard", "{\"version\": 2, \"reason\": \"\"}"))
                .hasStatus(422);
        assertThat(http.put()
                        .uri(ROOT + "/" + id + "/rows/5")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": 1, \"cells\": {\"10\": \"2\"}}")
                        .with(CLERK)
                        .with(csrf())
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void keepsTemplatesInVersions() {
        RequestPostProcessor keeper = TestActors.with("accounts.import.view", "accounts.import.template");
        JsonNode builtIn =
                body(http.get().uri(SETUP + "/templates").with(keeper).exchange());
        assertThat(builtIn.size()).isGreaterThanOrEqualTo(6);
        String mapping = builtIn.get(0).get("mapping").toString();
        String body = "{\"name\": \"本市国库\", \"system\": \"甲\", \"mapping\": " + mapping + "}";
        JsonNode made = body(send(keeper, SETUP + "/templates", body));
        assertThat(made.get("version").intValue()).isEqualTo(1);
        assertThat(send(keeper, SETUP + "/templates", body)).hasStatus(422);
        String change = "{\"version\": 1, \"name\": \"本市国库\", \"mapping\": " + mapping + "}";
        String path = SETUP + "/templates/" + made.get("id").longValue();
        assertThat(put(keeper, path, change)).hasStatusOk();
        assertThat(put(keeper, path, change)).hasStatus(409);
        assertThat(http.delete().uri(path).with(keeper).with(csrf()).exchange()).hasStatus(204);
        assertThat(put(keeper, path, change)).hasStatus(404);
    }

    @Test
    void showsNothingToOthers() {
        Batch batch = files.check(fixture.book().id(), "范围.xlsx", ImportFixture.xlsx(ImportFixture.row(501, 1)));
        String path = ROOT + "/" + batch.id();
        RequestPostProcessor county =
                TestActors.in(List.of(fixture.units().county().id()), "accounts.import.view", "accounts.import.upload");
        assertThat(http.get().uri(path).with(county).exchange()).hasStatus(404);
        assertThat(http.get().uri(path + "/rows").with(county).exchange()).hasStatus(404);
        assertThat(http.get().uri(path + "/errors.xlsx").with(county).exchange())
                .hasStatus(404);
        assertThat(body(http.get().uri(ROOT).with(county).exchange())
                        .get("total")
                        .longValue())
                .isZero();
        assertThat(http.get()
                        .uri(SETUP + "/files/" + files.lastFile())
                        .with(county)
                        .exchange())
                .hasStatus(404);
        assertThat(http.get().uri(path).with(TestActors.with()).exchange()).hasStatus(403);
        assertThat(send(TestActors.with("accounts.import.view"), path + "/post", "{}"))
                .hasStatus(403);
        assertThat(send(TestActors.with("accounts.import.upload"), path + "/post", "{}"))
                .hasStatus(403);
        RequestPostProcessor centre =
                TestActors.in(List.of(fixture.units().centre().id()), "accounts.import.view", "accounts.import.upload");
        assertThat(http.get().uri(path).with(centre).exchange()).hasStatus(404);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(CLERK).exchange();
    }

    private MvcTestResult post(String path, String body) {
        return send(CLERK, path, body);
    }

    private MvcTestResult send(RequestPostProcessor who, String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult put(RequestPostProcessor who, String path, String body) {
        return http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who)
                .with(csrf())
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        assertThat(result.getResponse().getStatus()).isBetween(200, 201);
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
