package org.tongchou.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.IntakeFixture;
import org.tongchou.platform.job.TestJobs;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionApiTest {
    private static final RequestPostProcessor CLERK =
            TestActors.with("region.county.view", "region.county.edit", "region.population.edit", "region.policy.view");
    private static final String SOURCE = "{\"source\": \"样例统计公报\", \"sourceDate\": \"2026-03-01\"}";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Region region;

    @Autowired
    private Units units;

    private TestCounties counties;

    @BeforeAll
    void create() {
        counties = TestCounties.create(units, region);
    }

    private MvcTestResult get(RequestPostProcessor who, String path) {
        return http.get().uri("/api/region" + path).with(who).exchange();
    }

    private MvcTestResult send(HttpMethod method, String path, String json) {
        return http.method(method)
                .uri("/api/region" + path)
                .with(CLERK)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace("'", "\""))
                .exchange();
    }

    @Test
    void countiesAreRegisteredAndChanged() {
        String wanted = "{'code': '359903', 'name': '样例丙县', 'tier': '三档', 'unitId': %d, 'version': 1}"
                .formatted(counties.first().unitId());
        assertThat(send(HttpMethod.POST, "/counties", wanted)).hasStatus(201);
        assertThat(send(HttpMethod.POST, "/counties", wanted)).hasStatus(409);
        assertThat(send(HttpMethod.POST, "/counties", wanted.replace("359903", "99")))
                .hasStatus(422);
        assertThat(send(HttpMethod.PUT, "/counties/359903", wanted.replace("丙县", "丁县")))
                .hasStatusOk();
        assertThat(send(HttpMethod.PUT, "/counties/359903", wanted)).hasStatus(409);
        assertThat(region.county("359903").name()).isEqualTo("样例丁县");
        assertThat(get(TestActors.in(List.of(counties.second().unitId()), "region.county.view"), "/counties"))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(1);
        assertThat(get(CLERK, "")).bodyJson().extractingPath("$.tiers[1]").isEqualTo("二档");
    }

    @Test
    void populationIsToldAndKept() {
        String told =
                "{'county': '359901', 'year': 2024, 'registered': 520000, 'resident': 480000, 'source': '公报', 'sourceDate': '2025-03-01'}";
        assertThat(send(HttpMethod.POST, "/population", told)).hasStatus(201);
        assertThat(send(HttpMethod.POST, "/population", told.replace("520000", "530000")))
                .hasStatus(201);
        assertThat(send(HttpMethod.POST, "/population", told.replace("2024,", "2199,")))
                .hasStatus(422);
        assertThat(send(HttpMethod.POST, "/population", told.replace("520000", "-1")))
                .hasStatus(422);
        assertThat(send(HttpMethod.POST, "/population", told.replace("公报", ""))).hasStatus(422);
        assertThat(get(CLERK, "/counties?year=2024"))
                .bodyJson()
                .extractingPath("$[0].registered")
                .isEqualTo(530_000);
        MvcTestResult history = get(CLERK, "/population?county=359901&year=2024");
        assertThat(history).bodyJson().extractingPath("$.total").isEqualTo(2);
        assertThat(history).bodyJson().extractingPath("$.items[0].inForce").isEqualTo(true);
        assertThat(history).bodyJson().extractingPath("$.items[1].inForce").isEqualTo(false);
    }

    @Test
    void populationIsImported() {
        IntakeFixture intake = new IntakeFixture(http, jobs, "region.population.import");
        String csv =
                "区县名称,年份,户籍人口,常住人口\n样例甲县,2025,500000,400000\n359902,2025,300000,310000\n样例癸县,2025,1,1\n样例甲县,2199,1,1\n";
        JsonNode batch = intake.checked("region.population", SOURCE, csv);
        long id = batch.get("id").longValue();
        assertThat(batch.get("correctRows").intValue()).isEqualTo(2);
        assertThat(batch.get("wrongRows").intValue()).isEqualTo(2);
        assertThat(intake.posted(id).get("postedRows").intValue()).isEqualTo(2);
        assertThat(region.population("359902", 2025).orElseThrow().resident()).isEqualTo(310_000);
        JsonNode again = intake.checked("region.population", SOURCE, csv.replace("癸县", "辛县"));
        assertThat(again.get("unchangedRows").intValue()).isEqualTo(2);
    }

    @Test
    void policyIsShownWithItsSources() {
        MvcTestResult found = get(CLERK, "/policy/parameters?text=subsidy.central 一档&day=2026-01-01");
        assertThat(found).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(found).bodyJson().extractingPath("$.items[0].trust").isEqualTo("demo");
        assertThat(found)
                .bodyJson()
                .extractingPath("$.items[0].source")
                .asString()
                .contains("样例办法 财政分担");
        assertThat(get(CLERK, "/policy/parameters?text=subsidy.central.share&day=2020-01-01"))
                .bodyJson()
                .extractingPath("$.items[0].lines.length()")
                .isEqualTo(0);
        assertThat(get(CLERK, "/policy/parameters?trust=official"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get(CLERK, "/policy/parameters/nothing")).hasStatus(404);
        assertThat(get(CLERK, "/policy/parameters/subsidy.central.share"))
                .bodyJson()
                .extractingPath("$.values[0].lines[0]")
                .asString()
                .contains("一档", "60%");
    }
}
