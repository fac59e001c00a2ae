package org.tongchou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.Auditor;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.write.Format;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.report.PerformanceSupplement;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.identity.role.RoleSeeds;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;

/**
 * The invented bureau's final accounts and budget on their way to the public, by people who hold the roles of the first
 * start and nothing else. What is published audits without a contradiction.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DemoYearTest {
    private static final String BUREAU = "样例市医疗保障局";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Clock clock;

    @Autowired
    private RoleSeeds seeds;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestJobs jobs;

    @TempDir
    private Path folder;

    @BeforeAll
    void fill() {
        seeds.apply();
        DemoFixture.fill(beans);
    }

    @Test
    void theFinalAccountsArePublishedOnceTheTwoOpenReasonsAreGiven() throws IOException {
        long id = document("决算", DemoData.YEAR);
        assertThat(missingReasons(id)).containsExactlyInAnyOrder("科目/2080502", "科目/2101550");
        assertThat(send("budget-clerk", HttpMethod.POST, "/" + id + "/submit", step(id)))
                .hasStatus(409)
                .bodyText()
                .contains("还有 2 项须说明原因", "科目/2080502", "科目/2101550");
        for (String key : missingReasons(id)) {
            ok("budget-clerk", HttpMethod.PUT, "/" + id + "/words", """
                    {"kind": "原因", "key": "%s", "body": "单位合并办公，相应支出减少。", "version": 0}
                    """.formatted(key));
        }
        assertThat(missingReasons(id)).isEmpty();
        publish(id);
        holds(id, DemoData.YEAR + " 年度部门决算");
    }

    @Test
    void theBudgetIsPublished() throws IOException {
        long id = document("预算", DemoData.YEAR + 1);
        publish(id);
        holds(id, DemoData.YEAR + 1 + " 年度部门预算");
    }

    /** Nobody can do the next one's step. */
    private void publish(long id) {
        LocalDate today = LocalDate.now(clock);
        String approval = """
                {"version": %d, "approvedOn": "%s", "approvalNumber": "样财批〔%d〕1 号"}""";
        ok("budget-clerk", HttpMethod.POST, "/" + id + "/submit", step(id));
        for (String other : List.of("budget-clerk", "director", "viewer")) {
            assertThat(send(
                            other,
                            HttpMethod.POST,
                            "/" + id + "/approve",
                            approval.formatted(version(id), today, today.getYear())))
                    .as(other)
                    .hasStatus(403);
        }
        ok("reviewer", HttpMethod.POST, "/" + id + "/approve", approval.formatted(version(id), today, today.getYear()));
        assertThat(JsonPath.<String>read(body(id, ""), "$.current.dueOn"))
                .isEqualTo(today.plusDays(20).toString());
        for (String other : List.of("budget-clerk", "reviewer", "viewer")) {
            assertThat(send(other, HttpMethod.POST, "/" + id + "/publish", step(id)))
                    .as(other)
                    .hasStatus(403);
        }
        ok("director", HttpMethod.POST, "/" + id + "/publish", step(id));
        jobs.drain();
        assertThat(JsonPath.<String>read(body(id, ""), "$.current.state")).isEqualTo("已公开");
    }

    /** Every file audits without a contradiction, and the public finds it. */
    private void holds(long id, String title) throws IOException {
        for (Format format : Format.values()) {
            byte[] content = ok("viewer", HttpMethod.GET, "/" + id + "/files/" + format.extension(), "")
                    .getResponse()
                    .getContentAsByteArray();
            Path file = folder.resolve(id + "." + format.extension());
            Files.write(file, content);
            AccountsDocument document = AccountsReader.read(file);
            Audit audit = PerformanceSupplement.add(
                    Auditor.standard().audit(document),
                    PerformanceAuditor.standard().audit(document));
            assertThat(audit.with(Outcome.FAIL))
                    .as(file.getFileName().toString())
                    .extracting(CheckResult::expression)
                    .isEmpty();
            assertThat(audit.with(Outcome.PASS))
                    .as(file.getFileName().toString())
                    .hasSizeGreaterThan(50);
        }
        assertThat(http.get().uri("/public").exchange())
                .hasStatusOk()
                .bodyText()
                .contains(BUREAU, title);
    }

    private long document(String kind, int year) {
        String answer = text(ok("budget-clerk", HttpMethod.GET, "?size=100&kind=" + kind + "&year=" + year, ""));
        List<Number> ids = JsonPath.read(answer, "$.items[?(@.unitName == '" + BUREAU + "')].id");
        assertThat(ids).hasSize(1);
        return ids.get(0).longValue();
    }

    private List<String> missingReasons(long id) {
        return JsonPath.read(body(id, "/text"), "$.reasons[?(@.asks.length() > 0 && @.reason == '')].key");
    }

    private String step(long id) {
        return "{\"version\": " + version(id) + "}";
    }

    private int version(long id) {
        return JsonPath.read(body(id, ""), "$.current.version");
    }

    private String body(long id, String what) {
        return text(ok("budget-clerk", HttpMethod.GET, "/" + id + what, ""));
    }

    private MvcTestResult ok(String role, HttpMethod method, String uri, String json) {
        MvcTestResult answer = send(role, method, uri, json);
        assertThat(answer).as(uri).hasStatusOk();
        return answer;
    }

    private MvcTestResult send(String role, HttpMethod method, String uri, String json) {
        return http.method(method)
                .uri("/api/accounts/documents" + uri)
                .with(TestActors.as(actor(role)))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Somebody who holds a role of the first start; everybody has an id of their own. */
    private Actor actor(String role) {
        Set<String> rights = new TreeSet<>(
                database.sql("""
                        select rr.right_code from identity.role_right rr join identity.role r on r.id = rr.role_id
                        where r.code = :role""").param("role", role).query(String.class).list());
        return new Actor(role.hashCode(), role, role, 0, List.of(), true, List.of(role), rights);
    }
}
