package org.tongchou.platform.training.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.sample.SamplePeople;
import org.tongchou.platform.sample.SampleRegion;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A day at the counters of a small region, cut off and finished; and a clerk's own visits in the console. */
@PlatformTest
@TestPropertySource(properties = "tongchou.training=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TrainingDayTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PEOPLE = 300;
    private static final int VISITS = 60;
    private static final Actor CLERK = TestActors.actor("training.his.view", "training.his.use");

    @Autowired
    private SamplePeople sample;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester http;

    @BeforeAll
    void play(@Autowired SampleRegion region, @Autowired TrainingDay day, @Autowired Clock clock) {
        day.queueWhenReady(1, VISITS);
        assertThat(day.find()).as("no region, no day").isEmpty();
        region.make(region.setting(PEOPLE, 7), (done, total, title) -> {});
        day.queueWhenReady(1, VISITS);
        day.queueWhenReady(1, VISITS);
        assertThat(number("select count(*) from job.job where kind = 'training.day'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> day.run((done, total, title) -> {
                    if (done == 25) {
                        throw new IllegalStateException("cut off");
                    }
                }))
                .hasMessage("cut off");
        // As if nothing of what was answered had been noted.
        database.sql("delete from training.bill").update();
        database.sql("delete from training.day_visit").update();
        Map<String, Integer> outcomes = day.run((done, total, title) -> {});
        assertThat(outcomes.values().stream().mapToInt(each -> each).sum()).isEqualTo(VISITS);
        assertThat(outcomes).as(outcomes.toString()).doesNotContainKey("重发得到另一笔");
        assertThat(outcomes.getOrDefault("未办成", 0)).as(faults()).isLessThanOrEqualTo(VISITS / 10);
    }

    private String faults() {
        return database.sql("select kind, fault from training.day_visit where fault <> ''")
                .query()
                .listOfRows()
                .toString();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Test
    void theBureauCountsWhatTheInstitutionsCount() {
        assertThat(number("select count(*) from training.reconciliation")).isGreaterThan(5);
        assertThat(database.sql("select says from training.reconciliation where not same")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(number("select count(*) from training.day where finished_at is null"))
                .isZero();
        assertThat(number("select count(distinct person_id) from settlement.visit where state <> '已撤销'"))
                .as("nobody came twice")
                .isLessThanOrEqualTo(VISITS);
        assertThat(number("select count(*) from settlement.settlement where fund_fen > 0"))
                .isGreaterThan(VISITS / 4);
        assertThat(number("select count(*) from gateway.access")).isGreaterThan(5);
    }

    @Test
    void aClerkSettlesReversesAndReconciles() {
        JsonNode offer = get("/offer");
        assertThat(offer.at("/enabled").asBoolean()).isTrue();
        String hospital = offer.at("/institutions")
                .valueStream()
                .filter(each -> each.at("/kind").asString().equals("医院"))
                .map(each -> each.at("/code").asString())
                .findFirst()
                .orElseThrow();
        int person = free();
        JsonNode visit = post("/visits", """
                {'institution': '%s', 'person': %d, 'use': 'outpatient'}""".formatted(hospital, person), HttpStatus.CREATED);
        assertThat(visit.at("/calls").findValuesAsString("infno")).containsExactly("1101", "2201", "2203");
        assertThat(visit.toString())
                .doesNotContain(sample.people().stream()
                        .filter(each -> each.place() == person)
                        .findFirst()
                        .orElseThrow()
                        .idNumber());
        long id = visit.at("/id").asLong();
        refused("/visits/" + id + "/acts", "{'act': 'SETTLE', 'version': 0}", "E-TRN-006");
        visit = act(visit, "CHARGE", """
                , 'items': [{'code': '001102000010000', 'name': '样例普通门诊诊查', 'price': 20, 'pieces': 1},
                {'code': 'XA02BCA100A001010110000', 'name': '样例片甲1号', 'price': 8.5, 'pieces': 20}]""");
        refused("/visits/" + id + "/acts", "{'act': 'SETTLE', 'version': 0}", "E-TRN-004");
        visit = act(visit, "PREVIEW", "");
        visit = act(visit, "SETTLE", ", 'account': true");
        assertThat(visit.at("/state").asString()).isEqualTo("已结算");
        assertThat(visit.at("/bill/total").decimalValue()).isEqualByComparingTo("190");
        assertThat(visit.at("/bill/number").asString()).isNotEmpty();
        visit = act(visit, "REVERSE", "");
        visit = act(visit, "SETTLE", "");
        visit = act(visit, "CANCEL", "");
        assertThat(visit.at("/state").asString()).isEqualTo("已撤销结算");
        act(visit, "SETTLE", "");
        JsonNode compared = post("/reconciliations", "{'institution': '%s'}".formatted(hospital), HttpStatus.OK);
        assertThat(compared.valueStream().map(each -> each.at("/same").asBoolean()))
                .isNotEmpty()
                .containsOnly(true);
        assertThat(get("/visits").at("/0/id").asLong()).isEqualTo(id);
        assertThat(number("select count(*) from training.exchange where request like '%" + idNumber(person) + "%'"))
                .isZero();
    }

    @Test
    void aStayAndAPurchaseAndWhatIsRefused() {
        String hospital = sample.providers().stream()
                .filter(each -> each.kind().equals("医院"))
                .findFirst()
                .orElseThrow()
                .code();
        String pharmacy = sample.providers().stream()
                .filter(each -> each.kind().equals("零售药店"))
                .findFirst()
                .orElseThrow()
                .code();
        int person = free();
        JsonNode stay = post("/visits", """
                {'institution': '%s', 'person': %d, 'use': 'stay'}""".formatted(hospital, person), HttpStatus.CREATED);
        JsonNode twice = post("/visits", """
                {'institution': '%s', 'person': %d, 'use': 'stay'}""".formatted(hospital, person), HttpStatus.CREATED);
        assertThat(twice.at("/state").asString()).isEqualTo("未登记");
        assertThat(twice.at("/calls/1/fault").asString()).startsWith("[E-SET-003]");
        stay = act(
                stay,
                "CHARGE",
                ", 'items': [{'code': '001102016010000', 'name': '样例阑尾切除', 'price': 1800, 'pieces': 1}]");
        stay = act(stay, "DISCHARGE", "");
        stay = act(stay, "SETTLE", "");
        assertThat(stay.at("/bill/fund").decimalValue()).isPositive();
        refused("/visits", """
                {'institution': '%s', 'person': %d, 'use': 'stay'}""".formatted(pharmacy, person), "E-TRN-005");
        JsonNode purchase = post("/visits", """
                {'institution': '%s', 'person': %d, 'use': 'pharmacy'}""".formatted(pharmacy, person), HttpStatus.CREATED);
        purchase = act(
                purchase,
                "CHARGE",
                ", 'items': [{'code': 'XA02BCA112A001010110012', 'name': '样例片丙2号', 'price': 15.2, 'pieces': 2}]");
        purchase = act(purchase, "SETTLE", "");
        assertThat(purchase.at("/bill/total").decimalValue()).isEqualByComparingTo("30.40");
        assertThat(act(purchase, "CANCEL", "").at("/acts")).isEmpty();
    }

    /** Somebody who did not come on the day. */
    private int free() {
        List<String> came = database.sql("select distinct person_number from settlement.visit")
                .query(String.class)
                .list();
        return sample.people().stream()
                .filter(person -> person.scheme().equals("resident"))
                .filter(person ->
                        !came.contains(database.sql("select number from enrolment.person where name = :name limit 1")
                                .param("name", person.name())
                                .query(String.class)
                                .single()))
                .findFirst()
                .orElseThrow()
                .place();
    }

    private String idNumber(int place) {
        return sample.people().stream()
                .filter(each -> each.place() == place)
                .findFirst()
                .orElseThrow()
                .idNumber();
    }

    private JsonNode act(JsonNode visit, String act, String more) {
        JsonNode after = post(
                "/visits/" + visit.at("/id").asLong() + "/acts",
                "{'act': '%s', 'version': %d%s}"
                        .formatted(act, visit.at("/version").asInt(), more),
                HttpStatus.OK);
        JsonNode calls = after.at("/calls");
        assertThat(calls.path(calls.size() - 1).at("/fault").asString()).isEmpty();
        return after;
    }

    private JsonNode get(String path) {
        MvcTestResult result = send(HttpMethod.GET, path, "");
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private JsonNode post(String path, String body, HttpStatus status) {
        MvcTestResult result = send(HttpMethod.POST, path, body);
        assertThat(result).hasStatus(status);
        return body(result);
    }

    private void refused(String path, String body, String code) {
        assertThat(body(send(HttpMethod.POST, path, body)).at("/code").asString())
                .isEqualTo(code);
    }

    private static JsonNode body(MvcTestResult result) {
        return JSON.readTree(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return http.method(method)
                .uri("/api/training" + path)
                .with(TestActors.as(CLERK))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }
}
