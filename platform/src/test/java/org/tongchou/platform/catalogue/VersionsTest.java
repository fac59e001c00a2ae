package org.tongchou.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.tongchou.platform.catalogue.CatalogueFixture.insured;
import static org.tongchou.platform.catalogue.CatalogueFixture.limit;
import static org.tongchou.platform.catalogue.CatalogueFixture.named;
import static org.tongchou.platform.catalogue.CatalogueFixture.share;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.version.Version;
import org.tongchou.platform.catalogue.version.Versions;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;

/** Versions of catalogues from draft to release, and what holds afterwards. */
@PlatformTest
class VersionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Versions versions;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestJobs jobs;

    @Test
    void aSecondVersionShowsWhatChanged() {
        CatalogueFixture fixture = new CatalogueFixture(versions);
        fixture.release(
                "disease",
                "2025-01-01",
                true,
                named("disease", Map.of("I10.x00", "高血压", "E11.900", "糖尿病", "J44.900", "慢阻肺")));
        Version draft = fixture.draft(
                "disease",
                "2026-01-01",
                true,
                named("disease", Map.of("I10.x00", "原发性高血压", "E11.900", "糖尿病", "N18.500", "慢性肾病5期")));
        assertThat(List.of(draft.added(), draft.changed(), draft.unchanged(), draft.ended(), draft.wrong()))
                .containsExactly(1, 1, 1, 1, 0);
        var preview = get("/versions/differences?draft=" + draft.id() + "&act=变更");
        assertThat(preview)
                .bodyJson()
                .extractingPath("$.items[0].fields[0].after")
                .isEqualTo("原发性高血压");
        assertThat(post(CatalogueFixture.CLERK, "/versions/" + draft.id() + "/release", "{}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(CatalogueFixture.SECOND, "/versions/" + draft.id() + "/release", "{}"))
                .hasStatusOk();
        jobs.drain();
        assertThat(versions.get(draft.id()).number()).isEqualTo(2);
        var all = get("/versions/differences?kind=disease&from=1&to=2");
        assertThat(all).bodyJson().extractingPath("$.total").isEqualTo(3);
        assertThat(all)
                .bodyJson()
                .extractingPath("$.items[*].act")
                .asArray()
                .containsExactlyInAnyOrder("新增", "变更", "终止");
        assertThat(get("/versions/differences?kind=disease&from=0&to=2&act=新增"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(4);
        assertThat(get("/versions/differences/export?kind=disease&from=1&to=2")).hasStatusOk();
        assertThat(catalogue.find("disease", "J44.900", LocalDate.of(2025, 12, 31)))
                .isPresent();
        assertThat(catalogue.find("disease", "J44.900", LocalDate.of(2026, 1, 1)))
                .isEmpty();
        assertThat(catalogue.find("disease", "N18.500", LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(catalogue
                        .find("disease", "I10.x00", LocalDate.of(2025, 3, 1))
                        .orElseThrow()
                        .name())
                .isEqualTo("原发性高血压");
        Version same = fixture.draft(
                "disease",
                "2026-02-01",
                true,
                named("disease", Map.of("I10.x00", "原发性高血压", "E11.900", "糖尿病", "N18.500", "慢性肾病5期")));
        assertThat(same.unchanged()).isEqualTo(3);
        assertThatThrownBy(() -> versions.release(CatalogueFixture.SECOND, same.id()))
                .hasMessageContaining("没有差别");
        assertThat(get("/items?kind=disease&text=高血压&day=2026-06-01"))
                .bodyJson()
                .extractingPath("$.items[0].code")
                .isEqualTo("I10.x00");
        assertThat(get("/items/export?kind=disease")).hasStatusOk();
    }

    @Test
    void sharesAndLimitsHaveNoGapsAndNoOverlaps() {
        CatalogueFixture fixture = new CatalogueFixture(versions);
        String drug = "XL02BBA326A001010102180";
        fixture.release(
                "insured", "2025-01-01", false, List.of(insured(drug, "样例片", "乙类", "2025-01-01", "2099-12-31")));
        fixture.release("prepayment", "2025-01-01", false, List.of(share(drug, "0.1", "2025-01-01", "null")));
        fixture.release("price-limit", "2025-01-01", false, List.of(limit(drug, "12.345678", "2025-01-01", "null")));
        fixture.release("prepayment", "2026-01-01", false, List.of(share(drug, "0.05", "2026-01-01", "null")));
        assertThat(shareOf(drug, LocalDate.of(2025, 12, 31))).isEqualTo("0.1");
        assertThat(shareOf(drug, DAY)).isEqualTo("0.05");
        InsuredItem item = insuredItem(drug, DAY, "3", "310");
        assertThat(item.limit()).isEqualByComparingTo("12.345678");
        assertThat(item.itemClass()).isEqualTo("B");
        assertThat(insuredItem(drug, DAY, "1", "390").limit()).isNull();
        Version odd = fixture.draft(
                "prepayment",
                "2027-01-01",
                true,
                List.of(
                        share(drug, "0.1", "2025-01-01", "2025-06-30"),
                        share(drug, "0.2", "2025-06-01", "2025-12-31"),
                        share(drug, "0.05", "2026-01-01", "null"),
                        share(drug, "0.06", "2026-01-01", "null")));
        assertThat(odd.wrong()).isEqualTo(2);
        assertThat(odd.gaps()).isEqualTo(1);
        assertThat(get("/versions/" + odd.id() + "/problems").getResponse().getStatus())
                .isEqualTo(200);
        assertThat(database.sql(
                                "select problem from catalogue.draft_row where version_id = :id and line in (2, 4) order by line")
                        .param("id", odd.id())
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        first -> assertThat(first).contains("重叠", "2025-06-30"),
                        second -> assertThat(second).contains("第 3 行"));
        assertThat(post(CatalogueFixture.CLERK, "/versions/" + odd.id() + "/discarding", "{\"reason\": \"\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(CatalogueFixture.CLERK, "/versions/" + odd.id() + "/discarding", "{\"reason\": \"文件有误\"}"))
                .hasStatusOk();
        Version cut = fixture.draft(
                "price-limit", "2026-01-01", false, List.of(limit(drug, "9", "2024-01-01", "2025-03-31")));
        assertThat(cut.wrong()).isEqualTo(1);
        long id = ((Number) com.jayway.jsonpath.JsonPath.read(
                        body(get("/items?kind=price-limit&text=样例片")), "$.items[0].id"))
                .longValue();
        assertThat(get("/items/" + id + "/payment?day=2026-06-01"))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(9);
        assertThat(get("/items/" + id))
                .bodyJson()
                .extractingPath("$.history.length()")
                .isEqualTo(1);
    }

    @Test
    void releasedRowsAreKeptEvenAgainstDirectSql() {
        new CatalogueFixture(versions)
                .release("operation", "2025-01-01", true, named("operation", Map.of("37.5100", "心脏移植")));
        assertThatThrownBy(() -> database.sql("update catalogue.item set name = '别的' where kind = 'operation'")
                        .update())
                .hasMessageContaining("不能修改或删除");
        assertThatThrownBy(() -> database.sql("delete from catalogue.item where kind = 'operation'")
                        .update())
                .hasMessageContaining("不能修改或删除");
    }

    @Test
    void rowsAreTypedAsTheyAreImported() {
        var made = post(
                CatalogueFixture.CLERK,
                "/versions",
                "{\"kind\": \"special-disease\", \"label\": \"增补\", \"source\": \"样例文件\", \"effective\": \"2026-01-01\", \"complete\": false}");
        assertThat(made).hasStatus(HttpStatus.CREATED);
        long id = ((Number) com.jayway.jsonpath.JsonPath.read(body(made), "$.id")).longValue();
        assertThat(post(
                        CatalogueFixture.CLERK,
                        "/versions/" + id + "/rows",
                        "{\"门慢门特病种目录代码\": \"M0390\", \"门慢门特病种名称\": \"高血压\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-CAT-011");
        assertThat(post(CatalogueFixture.CLERK, "/versions/" + id + "/rows", "{\"没有的列\": \"1\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(
                        CatalogueFixture.CLERK,
                        "/versions/" + id + "/rows",
                        "{\"门慢门特病种目录代码\": \"M03900\", \"门慢门特病种名称\": \"高血压\"}"))
                .hasStatusOk();
        assertThat(post(CatalogueFixture.CLERK, "/versions/" + id + "/comparison", "{}"))
                .hasStatusOk();
        jobs.drain();
        assertThat(versions.get(id).added()).isEqualTo(1);
        assertThat(versions.get(id).state()).isEqualTo(Version.READY);
        assertThat(get("/kinds")).bodyJson().extractingPath("$.length()").isEqualTo(18);
        assertThat(get("/versions?kind=special-disease"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(get("/versions/999999")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private String shareOf(String code, LocalDate day) {
        return String.valueOf(insuredItem(code, day, "3", "310").share());
    }

    private InsuredItem insuredItem(String code, LocalDate day, String level, String person) {
        return java.util.Objects.requireNonNull(
                catalogue.insured(List.of(code), day, level, person).get(code));
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri("/api/catalogue" + path)
                .with(TestActors.as(CatalogueFixture.SECOND))
                .exchange();
    }

    private MvcTestResult post(Actor actor, String path, String body) {
        return http.post()
                .uri("/api/catalogue" + path)
                .with(TestActors.as(actor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
