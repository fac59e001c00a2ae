package org.tongchou.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
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
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** The sample catalogue, and what a hospital calls its items. */
@PlatformTest
class MatchingsTest {
    private static final Actor CLERK = TestActors.actor(
            "catalogue.item.view", "catalogue.item.export", "catalogue.matching.edit", "catalogue.matching.review");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private CatalogueSample sample;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Matchings matchings;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Acts acts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Region region;

    @Autowired
    private Units units;

    @Test
    void ownCodesCountOnceReviewed() {
        assertThat(sample.load(CLERK, ProviderFixture.SECOND, LocalDate.of(2020, 1, 1)))
                .isEqualTo(257);
        assertThat(sample.load(CLERK, ProviderFixture.SECOND, LocalDate.of(2020, 1, 1)))
                .isZero();
        String drug = "XA02BCA100A001010110000";
        InsuredItem item = catalogue.insured(List.of(drug), DAY, "3", "310").get(drug);
        assertThat(item).isNotNull().extracting(InsuredItem::itemClass).isEqualTo("A");
        ProviderFixture.create(institutions, agreements, acts, database, region, units)
                .hospital("H35990100001");
        String body = """
                {'provider': 'H35990100001', 'ownCode': 'YP01', 'ownName': '我院样例片', 'kind': 'drug', 'code': '%s',
                 'begins': '2026-01-01', 'details': {'规格': '10mg×10片'}}
                """.formatted(drug);
        var told = post(CLERK, "", body);
        assertThat(told).hasStatus(HttpStatus.CREATED);
        assertThat(id(post(CLERK, "", body))).isEqualTo(id(told));
        assertThat(post(CLERK, "", body.replace(drug, "XA02BCA101A001010110001")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(post(CLERK, "", body.replace(drug, "XA02BCA999A001010110001").replace("YP01", "YP02")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(CLERK, "", body.replace("H35990100001", "H35990100099")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(codes()).isEmpty();
        assertThat(get("?unmatched=true")).bodyJson().extractingPath("$.total").isEqualTo(1);
        String decision = "{'ids': [" + id(told) + "], 'approved': true}";
        assertThat(post(CLERK, "/decision", decision)).hasStatus(HttpStatus.FORBIDDEN);
        Actor second = new Actor(
                77,
                "second",
                "测试复核",
                0,
                List.of(),
                true,
                List.of("test"),
                java.util.Set.of("catalogue.matching.review"));
        assertThat(post(second, "/decision", decision)).hasStatusOk();
        assertThat(post(second, "/decision", decision)).hasStatus(HttpStatus.CONFLICT);
        assertThat(codes()).isEqualTo(Map.of("YP01", drug));
        assertThat(get("?unmatched=true")).bodyJson().extractingPath("$.total").isEqualTo(0);
        matchings.withdraw(CLERK, "H35990100001", "YP01", "drug", drug);
        assertThat(codes()).isEmpty();
        assertThat(get("?unmatched=true"))
                .bodyJson()
                .extractingPath("$.items[0].state")
                .isEqualTo("已撤销");
        assertThatThrownBy(() -> matchings.withdraw(CLERK, "H35990100001", "YP01", "drug", drug))
                .hasMessageContaining("没有找到");
        assertThat(get("/export?unmatched=true")).hasStatusOk();
    }

    private Map<String, String> codes() {
        return matchings.codes("H35990100001", "drug", List.of("YP01"), DAY);
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri("/api/catalogue/matchings" + path)
                .with(TestActors.as(CLERK))
                .exchange();
    }

    private MvcTestResult post(Actor actor, String path, String body) {
        return http.post()
                .uri("/api/catalogue/matchings" + path)
                .with(TestActors.as(actor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace("'", "\""))
                .exchange();
    }

    private static long id(MvcTestResult answer) {
        Number id =
                JsonPath.read(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), "$.id");
        return id.longValue();
    }
}
