package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.gateway.CrossregionDesk.AREA;
import static org.tongchou.platform.gateway.CrossregionDesk.CLERK;
import static org.tongchou.platform.gateway.CrossregionDesk.REVIEWER;
import static org.tongchou.platform.gateway.CrossregionDesk.guest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.JsonApi;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.crossregion.simulated.Simulation;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.Filings;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.JsonNode;

/** People insured here who were treated elsewhere, by messages; and the months of both roles. */
@PlatformTest
@Import({EverybodyPaid.class, MovableClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossregionHomeTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Simulation simulation;

    @Autowired
    private Persons persons;

    @Autowired
    private MockMvcTester http;

    private JsonApi api;
    private CrossregionDesk desk;

    @BeforeAll
    void open(@Autowired ApplicationContext context) {
        MovableClock.release();
        desk = CrossregionDesk.open(context, port);
        api = new JsonApi(http);
    }

    @AfterAll
    void release() {
        MovableClock.release();
    }

    @Test
    void ourPersonIsSettledByOurPolicyAndTheFilingDecidesTheRatio(
            @Autowired Filings filings, @Autowired TransactionTemplate transaction, @Autowired List<Verification> all) {
        long before = desk.payable();
        String unfiled = desk.counter.person();
        Simulation.Answer first = desk.send("H1", unfiled, true, 20_000_00);
        assertThat(first.decided().own() + first.decided().over()).isEqualTo(150_00);
        assertThat(first.decided().fund()).isPositive();
        assertThat(desk.payable() - before).isEqualTo(first.decided().fund());
        Simulation.Answer again = desk.send("H1", unfiled, true, 20_000_00);
        assertThat(again).as("the same message again").isEqualTo(first);
        assertThat(desk.payable() - before).isEqualTo(first.decided().fund());
        assertThatThrownBy(() -> desk.send("H1", unfiled, true, 30_000_00))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("E-CRS-032"));

        String filed = desk.counter.person();
        transaction.executeWithoutResult(status -> filings.file(
                CLERK,
                new Filings.NewFiling(
                        persons.byNumber(filed).orElseThrow().id(),
                        Filings.Kind.REFERRAL,
                        "referred",
                        "H36010100001",
                        OutpatientDesk.HOSPITAL,
                        desk.counter.today,
                        null,
                        "F1",
                        Map.of("mdtrtarea_admdvs", AREA))));
        Simulation.Answer second = desk.send("H2", filed, true, 20_000_00);
        assertThat(second.decided().fund())
                .as("referred: more than unfiled")
                .isGreaterThan(first.decided().fund());

        long with = desk.payable();
        simulation.cancel(CLERK, AREA, "H2", false);
        assertThat(with - desk.payable()).isEqualTo(second.decided().fund());
        simulation.cancel(CLERK, AREA, "H1", true);
        assertThat(desk.payable()).isEqualTo(before);
        assertThatThrownBy(() -> desk.send("H1", unfiled, true, 20_000_00))
                .as("undone")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("E-CRS-031"));
        assertThat(database.sql(
                                "select sum(c) from settlement.year_state, unnest(cells) c where person_id in (:persons)")
                        .param(
                                "persons",
                                List.of(unfiled, filed).stream()
                                        .map(one -> persons.byNumber(one)
                                                .orElseThrow()
                                                .id())
                                        .toList())
                        .query(Long.class)
                        .single())
                .as("accumulators as if nothing had been")
                .isZero();
        assertThat(all.stream().flatMap(one -> one.problems().stream())).isEmpty();
    }

    /** 异地安置登记 by 2505 holds for the region of the chosen institution, and is taken back by 2506. */
    @Test
    void whoLivesInAnotherRegionIsPaidAsAtHomeThere() {
        long without = fund("R1", desk.counter.person());
        String person = desk.counter.person();
        String filing = """
                {"data": {"psn_no": "%s", "biz_appy_type": "08", "begndate": "%s", "fix_srt_no": "1", "fixmedins_code": "%s",
                "fixmedins_name": "样例邻市医院"}}""";
        assertThat(OutpatientDesk.fault(desk.counter.hospital.call(
                        "2505", filing.formatted(person, desk.counter.today, OutpatientDesk.HOSPITAL))))
                .as("an institution of this region")
                .startsWith("[E-GWY-086]");
        ours("2505", filing.formatted(person, desk.counter.today, "H36020100001"));
        assertThat(fund("R2", person)).as("filed for another region").isEqualTo(without);
        String number = ours("2505", filing.formatted(person, desk.counter.today, "H36010100001"))
                .at("/result/trt_dcla_detl_sn")
                .asString();
        assertThat(ours("5302", "{\"data\": {\"psn_no\": \"%s\", \"biz_appy_type\": \"08\"}}".formatted(person))
                        .get("psnfixmedin")
                        .valueStream()
                        .map(row -> row.get("fixmedins_code").asString()))
                .containsExactlyInAnyOrder("H36020100001", "H36010100001");
        assertThat(fund("R3", person)).as("as at home").isGreaterThan(without);
        ours(
                "2506",
                "{\"data\": {\"trt_dcla_detl_sn\": \"%s\", \"psn_no\": \"%s\", \"memo\": \"迁回\"}}"
                        .formatted(number, person));
        assertThat(fund("R4", person)).isEqualTo(without);
    }

    /** What funds pay of a stay there, which is undone at once. */
    private long fund(String message, String person) {
        long fund = desk.send(message, person, true, 20_000_00).decided().fund();
        simulation.cancel(CLERK, AREA, message, true);
        return fund;
    }

    /** What the hospital is answered about one of ours. */
    private JsonNode ours(String infno, String input) {
        return CrossregionDesk.good(desk.counter.hospital.call(infno, input));
    }

    @Test
    void monthsAreComparedBothWaysAndPaid() {
        desk.pay(desk.guestNumber(guest(7)), "200.00");
        desk.send("K1", desk.counter.person(), true, 20_000_00);
        desk.send("K2", desk.counter.person(), true, 30_000_00);
        YearMonth month = YearMonth.from(desk.counter.today);
        LocalDate later = month.plusMonths(1).atDay(6);
        MovableClock.move(later);
        database.sql("update crossregion.simulated_bill set pay_fen = pay_fen + 100 where message = 'K2'")
                .update();
        long payable = desk.payable();
        JsonNode home = api.post(
                CLERK,
                "/api/crossregion/months",
                "{\"role\": \"参保地\", \"area\": \"%s\", \"month\": \"%s\"}".formatted(AREA, month));
        long id = home.get("id").asLong();
        JsonNode view = api.get(CLERK, "/api/crossregion/months/" + id);
        assertThat(view.at("/differences").size()).as(view.toString()).isEqualTo(1);
        assertThat(view.at("/differences/0/message").asString()).isEqualTo("K2");
        assertThat(view.at("/differences/0/kind").asString()).isEqualTo("金额不符");
        String review = "{\"accept\": true, \"version\": 1}";
        assertThat(api.refused(CLERK, "/api/crossregion/months/" + id + "/review", review))
                .isEqualTo("E-CRS-054");
        assertThat(api.refused(REVIEWER, "/api/crossregion/months/" + id + "/review", review))
                .isEqualTo("E-CRS-055");
        api.post(CLERK, "/api/crossregion/months/" + id + "/differences/1/note", "{\"note\": \"对方多记一元，按本地付款\"}");
        assertThat(api.post(REVIEWER, "/api/crossregion/months/" + id + "/review", review)
                        .get("state")
                        .asString())
                .isEqualTo("已确认");
        assertThat(database.sql(
                                "select coalesce(sum(fen), 0) from fund.payment_order where cause_module = 'crossregion'")
                        .query(Long.class)
                        .single())
                .as("what the ledger owes the region is what is paid")
                .isEqualTo(payable);

        long receivable = desk.receivable();
        JsonNode care = api.post(
                CLERK,
                "/api/crossregion/months",
                "{\"role\": \"就医地\", \"area\": \"%s\", \"month\": \"%s\"}".formatted(AREA, month));
        id = care.get("id").asLong();
        assertThat(api.get(CLERK, "/api/crossregion/months/" + id)
                        .at("/funds/0/payFen")
                        .asLong())
                .isEqualTo(receivable);
        for (JsonNode line : api.get(CLERK, "/api/crossregion/months/" + id).at("/differences")) {
            api.post(
                    CLERK,
                    "/api/crossregion/months/" + id + "/differences/"
                            + line.get("line").asInt() + "/note",
                    "{\"note\": \"已核\"}");
        }
        api.post(REVIEWER, "/api/crossregion/months/" + id + "/review", review);
        assertThat(api.post(
                                REVIEWER,
                                "/api/crossregion/months/" + id + "/receipt",
                                "{\"day\": \"%s\"}".formatted(later))
                        .get("state")
                        .asString())
                .isEqualTo("已到账");
        assertThat(desk.receivable()).isZero();
        byFile(id, month);
    }

    /** The list goes out as a file and comes back as one. */
    private void byFile(long id, YearMonth month) {
        MvcTestResult file = http.get()
                .uri("/api/crossregion/months/" + id + "/file")
                .with(TestActors.as(CLERK))
                .exchange();
        byte[] content = file.getResponse().getContentAsByteArray();
        assertThat(new String(content, StandardCharsets.UTF_8))
                .startsWith("mdtrt_id\tsetl_sn\tmedfee_sumamt\toptins_pay_sumamt");
        MovableClock.move(month.plusMonths(2).atDay(6));
        JsonNode drawn = JsonApi.given(http.perform(MockMvcRequestBuilders.multipart("/api/crossregion/months/file")
                .file(new MockMultipartFile("file", "qd.txt", "text/plain", content))
                .param("role", "就医地")
                .param("area", AREA)
                .param("month", month.plusMonths(1).toString())
                .with(TestActors.as(CLERK))
                .with(SecurityMockMvcRequestPostProcessors.csrf())));
        assertThat(drawn.get("differences").asLong())
                .as("a list of the wrong month: every row is only there")
                .isEqualTo(drawn.get("theirCount").asLong());
    }
}
