package org.tongchou.platform.settlement.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.Bank;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An institution settles a visit at its counter after the bureau accepted the same bill by hand: no step lets both be paid. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class, Bank.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaterBillTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Actor ACCEPTS = person(821);
    private static final Actor REVIEWS = person(822);
    private static final Actor APPROVES = person(823);

    @Autowired
    private Counter counter;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient database;

    private static Actor person(long id) {
        return new Actor(
                id,
                "later" + id,
                "样例人员" + id,
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of(
                        "settlement.manual.view",
                        "settlement.manual.accept",
                        "settlement.manual.review",
                        "settlement.manual.approve",
                        "fund.payment.edit",
                        "fund.payment.review"));
    }

    @BeforeAll
    void fill(@Autowired Bank bank) {
        counter.fill();
        bank.fill(Funds.RESIDENT, 100_000_000, counter.today);
    }

    private JsonNode answer(Actor who, String uri, String json, int status) {
        MvcTestResult answer = http.post()
                .uri(uri)
                .with(TestActors.as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace('\'', '"'))
                .exchange();
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getResponse().getStatus()).as(body).isEqualTo(status);
        return JSON.readTree(body);
    }

    /** The bill of the counter comes and is named in the refusal; then it goes again. */
    private void whileSettledAtTheCounter(Visit visit, Actor who, String uri, String json, String code) {
        Settled bill = counter.settle(visit);
        JsonNode refused = answer(who, uri, json, 409);
        assertThat(refused.get("code").asString()).isEqualTo(code);
        assertThat(refused.get("message").asString())
                .contains(bill.number())
                .contains("18,000.00 元")
                .contains(Counter.HOSPITAL);
        counter.cancel(visit, bill.id());
    }

    @Test
    void noStepPaysWhatTheCounterPaidMeanwhile() {
        long person = counter.person("resident", "成年居民");
        Visit visit = counter.visit(person, "resident", "inpatient", "18000.00");
        String base = "/api/settlement/manual/applications";
        JsonNode accepted = answer(
                ACCEPTS,
                base,
                """
                {'person': '%s', 'kind': 'network', 'scheme': 'resident', 'care': 'inpatient', 'place': 'local',
                'filing': 'none', 'hospitalCode': '%s', 'hospitalName': '样例医院', 'begun': '%s', 'ended': '%4$s',
                'diagnosisCode': 'J18.900', 'diagnosisName': '肺炎', 'invoices': [{'number': 'LB1', 'fen': 1800000}],
                'materials': %5$s, 'useAccount': false, 'holder': '样例人', 'bank': '样例银行', 'account': '6200000000000001'}""".formatted(
                        persons.find(person).orElseThrow().number(),
                        Counter.HOSPITAL,
                        counter.today,
                        counter.today,
                        JSON.writeValueAsString(DeskRules.rules().materials().keySet())),
                201);
        String one = base + "/" + accepted.at("/application/id").asLong();
        answer(
                ACCEPTS,
                one + "/charges",
                "{'lines': [{'code': '%s', 'name': '样例药', 'price': 18000.00, 'pieces': 1}]}".formatted(Counter.CLASS_A),
                200);
        String pass = "{'version': %d, 'outcome': 'pass'}";
        int version = accepted.at("/application/version").asInt();
        whileSettledAtTheCounter(visit, REVIEWS, one + "/review", pass.formatted(version), "E-SET-116");
        version = answer(REVIEWS, one + "/review", pass.formatted(version), 200)
                .at("/application/version")
                .asInt();
        whileSettledAtTheCounter(visit, APPROVES, one + "/approval", pass.formatted(version), "E-SET-116");
        JsonNode settled = answer(APPROVES, one + "/approval", pass.formatted(version), 200);
        assertThat(settled.at("/application/dueFen").asLong()).isPositive();

        String batches = "/api/fund/payments/batches";
        String batch = "{'fund': 'resident', 'payDate': '%s', 'orders': [%d]}"
                .formatted(
                        counter.today,
                        database.sql("select id from fund.payment_order where cause_id = :number")
                                .param(
                                        "number",
                                        settled.at("/application/number").asString())
                                .query(Long.class)
                                .single());
        whileSettledAtTheCounter(visit, ACCEPTS, batches, batch, "E-SET-124");
        long id = answer(ACCEPTS, batches, batch, 201).get("id").asLong();
        String review = batches + "/" + id + "/review";
        whileSettledAtTheCounter(visit, REVIEWS, review, "{'accept': true, 'version': 1}", "E-SET-124");

        Settled bill = counter.settle(visit);
        answer(REVIEWS, review, "{'accept': false, 'version': 1, 'reason': '已经联网结算'}", 200);
        version = settled.at("/application/version").asInt();
        JsonNode asked =
                answer(REVIEWS, one + "/cancellation", "{'version': %d, 'reason': '已经联网结算'}".formatted(version), 200);
        JsonNode cancelled = answer(
                APPROVES,
                one + "/cancellation/decision",
                "{'version': %d, 'accept': true}"
                        .formatted(asked.at("/application/version").asInt()),
                200);
        assertThat(cancelled.at("/application/state").asString()).isEqualTo(Application.CANCELLED);
        assertThat(bill.amounts().fund()).as("only the counter pays").isPositive();
    }
}
