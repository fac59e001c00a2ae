package org.tongchou.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;

/** The audit administrator's pages. */
@PlatformTest
class AuditApiTest {
    private static final String HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 100%";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private AuditLog log;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void entries() {
        if (database.sql("select count(*) from audit.entry where object_type = 'test.thing'")
                        .query(Long.class)
                        .single()
                == 0) {
            log.record(
                    TestActors.actor(),
                    "test.thing.change",
                    "test.thing",
                    "7",
                    HOSTILE,
                    Map.of("名称", "旧"),
                    Map.of("名称", "新"));
            log.record(TestActors.actor(), "test.thing.close", "test.thing", "8", "停用", null, null);
            log.refused(TestActors.actor(), "test.thing.close", "test.thing", "9", "停用被拒绝");
        }
    }

    @Test
    void findsByEachFilter() {
        assertThat(count("object=test.thing")).isEqualTo(3);
        assertThat(count("action=test.thing.close")).isEqualTo(2);
        assertThat(count("object=test.thing&outcome=refused")).isEqualTo(1);
        assertThat(count("object=test.thing&text=100%25")).isEqualTo(1);
        assertThat(count("object=test.thing&user=TEST")).isEqualTo(3);
        assertThat(count("user=nobody")).isZero();
        assertThat(count("to=2020-01-01")).isZero();
        assertThat(count("object=test.thing&from=2020-01-01")).isEqualTo(3);
    }

    @Test
    void refusesNonsense() {
        assertThat(get("/api/audit/entries?from=2025-02-01&to=2025-01-01"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-AUD-001");
        assertThat(get("/api/audit/entries?outcome=x")).hasStatus(422);
        assertThat(get("/api/audit/entries/999999")).hasStatus(404);
    }

    @Test
    void showsBeforeAndAfter() {
        long id = database.sql("select id from audit.entry where object_type = 'test.thing' and object_id = '7'")
                .query(Long.class)
                .single();
        MvcTestResult result = get("/api/audit/entries/" + id);
        assertThat(result).bodyJson().extractingPath("$.before.名称").isEqualTo("旧");
        assertThat(result).bodyJson().extractingPath("$.after.名称").isEqualTo("新");
        assertThat(result).bodyJson().extractingPath("$.entry.summary").isEqualTo(HOSTILE);
    }

    @Test
    void exportsAsTextAndRecordsIt() throws IOException {
        MvcTestResult result = get("/api/audit/entries/export?object=test.thing");
        try (ReadableWorkbook book = new ReadableWorkbook(
                        new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<String> texts = rows.flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .map(cell -> cell.getText())
                    .toList();
            assertThat(texts).contains(HOSTILE, "被拒绝");
        }
        assertThat(count("action=audit.entry.export")).isPositive();
    }

    @Test
    void verifiesAndRecordsIt() {
        assertThat(http.post()
                        .uri("/api/audit/verifications")
                        .with(TestActors.with("audit.chain.verify"))
                        .with(csrf()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.problems")
                .asArray()
                .isEmpty();
        assertThat(count("action=audit.chain.verify")).isPositive();
    }

    @Test
    void everyActNeedsItsOwnRight() {
        assertThat(http.get().uri("/api/audit/entries").with(TestActors.with("audit.entry.export")))
                .hasStatus(403);
        assertThat(http.get().uri("/api/audit/entries/export").with(TestActors.with("audit.entry.read")))
                .hasStatus(403);
        assertThat(http.post()
                        .uri("/api/audit/verifications")
                        .with(TestActors.with("audit.entry.read"))
                        .with(csrf()))
                .hasStatus(403);
    }

    private int count(String query) {
        Integer[] total = {0};
        assertThat(get("/api/audit/entries?" + query))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .satisfies(value -> total[0] = (Integer) value);
        return total[0];
    }

    private MvcTestResult get(String uri) {
        return http.get()
                .uri(java.net.URI.create(uri))
                .with(TestActors.with("audit.entry.read", "audit.entry.export"))
                .exchange();
    }
}
