package org.tongchou.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.write.Format;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestUnits;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryTest {
    private static final String READ = "disclosure.publication.read";
    private static final String WITHDRAW = "disclosure.publication.withdraw";
    private static final RequestPostProcessor READER = TestActors.with(READ);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Publications publications;

    @Autowired
    private StoredFiles files;

    @Autowired
    private Units units;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TransactionTemplate transaction;

    private TestUnits tree;
    private Map<Format, Long> stored = Map.of();

    @BeforeAll
    void store() throws IOException {
        tree = TestUnits.create(units);
        var accounts = SampleDocuments.finalAccounts();
        stored = Map.of(
                Format.HTML, store("决算.html", SampleDocuments.html(accounts)),
                Format.DOCX, store("决算.docx", SampleDocuments.docx(accounts)));
    }

    private long store(String name, byte[] content) throws IOException {
        return files.store(Actor.SYSTEM, name, new ByteArrayInputStream(content))
                .id();
    }

    private NewPublication publication(Unit unit, int year, int number) {
        return new NewPublication(
                "样例市",
                unit.name(),
                unit.id(),
                year,
                DocumentKind.FINAL,
                number,
                LocalDate.of(year + 1, 8, 20),
                LocalDate.of(year + 1, 9, 1),
                stored,
                "/accounts/documents/1");
    }

    @Test
    void publishesAndAuditsWhatWasPublished() {
        long id = publications.publish(Actor.SYSTEM, publication(tree.bureau(), 2024, 1));
        assertThat(http.get()
                        .uri("/api/disclosure/publications/{id}/document", id)
                        .with(READER))
                .hasStatus(409);
        jobs.drain();
        MvcTestResult detail = get("/api/disclosure/publications/" + id);
        assertThat(detail).bodyJson().extractingPath("$.publication.slug").isEqualTo("100-2024-final");
        assertThat(detail)
                .bodyJson()
                .extractingPath("$.publication.counts.fail")
                .isEqualTo(0);
        assertThat(detail).bodyJson().extractingPath("$.files[0].format").isEqualTo("docx");
        assertThat(detail)
                .bodyJson()
                .extractingPath("$.files[0].sm3")
                .asString()
                .hasSize(64);
        assertThat(get("/api/disclosure/publications/" + id + "/document"))
                .bodyJson()
                .extractingPath("$.tables.length()")
                .isEqualTo(9);
        assertThat(get("/api/disclosure/publications/" + id + "/checks?outcome=PASS"))
                .bodyJson()
                .extractingPath("$[0].outcomeName")
                .isEqualTo("相符");
        MvcTestResult file = get("/api/disclosure/publications/" + id + "/files/docx");
        assertThat(file).hasStatusOk();
        assertThat(get("/api/disclosure/publications/" + id + "/files/pdf")).hasStatus(404);
    }

    @Test
    void findsAndFilters() {
        publications.publish(Actor.SYSTEM, publication(tree.centre(), 2022, 1));
        jobs.drain();
        assertThat(get("/api/disclosure/publications?q=基金中心&year=2022&kind=决算&region=样例市"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(get("/api/disclosure/publications?q=%25"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get("/api/disclosure/publications?kind=草稿")).hasStatus(422);
        assertThat(get("/api/disclosure/publications?sort=slug;drop")).hasStatus(422);
        assertThat(get("/api/disclosure/publications/choices"))
                .bodyJson()
                .extractingPath("$.regions[0]")
                .isEqualTo("样例市");
        assertThat(http.get().uri("/api/disclosure/publications").with(TestActors.with()))
                .hasStatus(403);
    }

    @Test
    void correctionsPointBothWays() {
        long first = publications.publish(Actor.SYSTEM, publication(tree.own(), 2023, 1));
        long second = publications.publish(Actor.SYSTEM, publication(tree.own(), 2023, 2));
        assertThat(get("/api/disclosure/publications/" + first))
                .bodyJson()
                .extractingPath("$.publication.replacedBy")
                .isEqualTo((int) second);
        assertThat(get("/api/disclosure/publications/" + second))
                .bodyJson()
                .extractingPath("$.publication.replaces")
                .isEqualTo((int) first);
        assertThatThrownBy(() -> publications.publish(Actor.SYSTEM, publication(tree.own(), 2023, 2)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已公开到第 2 版");
        jobs.drain();
    }

    @Test
    void publishesNothingWhenTheCallerRollsBack() {
        transaction.executeWithoutResult(status -> {
            publications.publish(Actor.SYSTEM, publication(tree.county(), 2019, 1));
            status.setRollbackOnly();
        });
        assertThat(get("/api/disclosure/publications?year=2019&state=all"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void withdrawsWithAReasonOnlyWithinTheScope() {
        long id = publications.publish(Actor.SYSTEM, publication(tree.county(), 2021, 1));
        jobs.drain();
        RequestPostProcessor outside = TestActors.in(List.of(tree.centre().id()), READ, WITHDRAW);
        assertThat(withdraw(outside, id, 1, "数字有误")).hasStatus(403);
        assertThat(withdraw(READER, id, 1, "数字有误")).hasStatus(403);
        RequestPostProcessor inside = TestActors.in(List.of(tree.county().id()), READ, WITHDRAW);
        assertThat(withdraw(inside, id, 1, " ")).hasStatus(422);
        assertThat(withdraw(inside, id, 7, "数字有误")).hasStatus(409);
        assertThat(withdraw(inside, id, 1, "数字有误")).hasStatusOk();
        assertThat(withdraw(inside, id, 2, "数字有误")).hasStatus(409);
        assertThat(get("/api/disclosure/publications?year=2021"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get("/api/disclosure/publications?year=2021&state=withdrawn"))
                .bodyJson()
                .extractingPath("$.items[0].withdrawnReason")
                .isEqualTo("数字有误");
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(READER).exchange();
    }

    private MvcTestResult withdraw(RequestPostProcessor who, long id, int version, String reason) {
        return http.post()
                .uri("/api/disclosure/publications/{id}/withdrawal", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\": " + version + ", \"reason\": \"" + reason + "\"}")
                .with(who)
                .with(csrf())
                .exchange();
    }
}
