package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Node;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.crossregion.simulated.Simulation;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.Filings;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Care outside the region in both roles: over the national interface as place of care, by messages as place of insurance. */
@PlatformTest
@Import({EverybodyPaid.class, MovableClock.class, CrossregionTest.Lossy.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossregionTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String AREA = "360100";
    private static final String GUEST = guest(1);
    private static final Actor CLERK = person(811);
    private static final Actor REVIEWER = person(812);
    private static final AtomicBoolean LOSES = new AtomicBoolean();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Simulation simulation;

    @Autowired
    private Persons persons;

    @Autowired
    private MockMvcTester http;

    private OutpatientDesk counter;

    /** A way to the simulated region that loses answers when it is told to. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Lossy {
        @Bean
        @Order(0)
        Node lossyNode(@Qualifier("crossregionSimulatedNode") Node simulated) {
            return new Node() {
                @Override
                public boolean reaches(String area) {
                    return simulated.reaches(area);
                }

                @Override
                public String send(Envelope message) {
                    String answer = simulated.send(message);
                    if (LOSES.getAndSet(false)) {
                        throw new Unreachable("lost");
                    }
                    return answer;
                }
            };
        }
    }

    private static String guest(int order) {
        return "36010019800101" + String.format("%03d", order) + "X";
    }

    private static Actor person(long id) {
        return new Actor(
                id,
                "crossregion" + id,
                "样例人员" + id,
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of(
                        "crossregion.bill.view",
                        "crossregion.bill.export",
                        "crossregion.partner.edit",
                        "crossregion.month.edit",
                        "crossregion.month.review",
                        "crossregion.simulation.run"));
    }

    @BeforeAll
    void open(@Autowired Partners partners) {
        MovableClock.release();
        counter = OutpatientDesk.open(context, port);
        partners.save(
                CLERK,
                new Partner.Request(
                        AREA, "样例邻市", false, true, new BigDecimal("0.6"), "样例邻市医保中心", "样例银行", "6200000000009999"));
    }

    @AfterAll
    void release() {
        MovableClock.release();
    }

    private JsonNode call(String infno, String msgid, String input) {
        return counter.hospital.call(infno, msgid, AREA, input);
    }

    private JsonNode good(String infno, String input) {
        return good(call(infno, counter.hospital.msgid(), input));
    }

    private static JsonNode good(JsonNode answer) {
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        return answer.get("output");
    }

    private long ledger(String fund, String account, String party) {
        return ledger.balance(fund, account, party, counter.today.plusYears(1));
    }

    private String guestNumber(String identity) {
        JsonNode told = good("1101", """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s"}}""".formatted(identity));
        assertThat(told.at("/insuinfo/0/insuplc_admdvs").asString()).isEqualTo(AREA);
        assertThat(told.at("/insuinfo/0/insutype").asString()).isEqualTo("390");
        return told.at("/baseinfo/psn_no").asString();
    }

    private String visit(String person) {
        return good("2201", counter.registration(person)).at("/data/mdtrt_id").asString();
    }

    private long receivable() {
        return ledger("resident", FundAccounts.REMOTE_RECEIVABLE, AREA);
    }

    @Test
    void aGuestIsSettledByTheHomeRegionAndTakenBack() {
        long before = receivable();
        long due = due();
        long there = simulated("pay_fen");
        String person = guestNumber(GUEST);
        String visit = visit(person);
        good("2204", counter.charge(visit, person, "1", "300.00"));
        JsonNode preview = good("2206", OutpatientDesk.request(visit, person, "300.00"));
        assertThat(preview.at("/setlinfo/fund_pay_sumamt").decimalValue()).isEqualByComparingTo("180");
        String msgid = counter.hospital.msgid();
        JsonNode settled = good(call("2207", msgid, OutpatientDesk.request(visit, person, "300.00")));
        assertThat(settled.at("/setlinfo/fund_pay_sumamt").decimalValue()).isEqualByComparingTo("180");
        assertThat(settled.at("/setlinfo/psn_cash_pay").decimalValue()).isEqualByComparingTo("120");
        assertThat(good(call("2207", msgid, OutpatientDesk.request(visit, person, "300.00"))))
                .as("replayed")
                .isEqualTo(settled);
        assertThat(settled.at("/setlinfo/hifp_pay").decimalValue()).isEqualByComparingTo("180");
        assertThat(receivable() - before).isEqualTo(180_00);
        assertThat(due() - due).isEqualTo(180_00);
        JsonNode mirror =
                good("2208", """
                {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(settled.at("/setlinfo/setl_id").asString(), visit, person));
        assertThat(mirror.at("/setlinfo/medfee_sumamt").decimalValue()).isEqualByComparingTo("-300");
        assertThat(receivable()).isEqualTo(before);
        assertThat(simulated("pay_fen")).isEqualTo(there);
    }

    private long due() {
        return -ledger("resident", FundAccounts.DUE_TO_PROVIDERS, OutpatientDesk.HOSPITAL);
    }

    private long simulated(String column) {
        return database.sql(
                        "select coalesce(sum(" + column + "), 0) from crossregion.simulated_bill where role = '参保地'")
                .query(Long.class)
                .single();
    }

    @Test
    void aStayOfAGuestIsSettledAfterDischarge() {
        String person = guestNumber(guest(3));
        String visit = good("2401", """
                {"mdtrtinfo": {"psn_no": "%s", "insutype": "390", "begntime": "%s 00:01:00", "mdtrt_cert_type": "02",
                "med_type": "21", "ipt_no": "ZY1", "atddr_no": "D1", "chfpdr_name": "样例医生", "adm_diag_dscr": "肺炎",
                "adm_dept_codg": "01", "adm_dept_name": "样例科", "adm_bed": "1", "dscg_maindiag_code": "J18.900",
                "dscg_maindiag_name": "肺炎", "insuplc_admdvs": "360100", "mdtrtarea_admvs": "359900"},
                "diseinfo": [{"psn_no": "%s", "diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1, "diag_code": "J18.900",
                "diag_name": "肺炎", "diag_dept": "01", "dise_dor_no": "D1", "dise_dor_name": "样例医生",
                "diag_time": "%s 00:02:00"}]}""".formatted(person, counter.today, person, counter.today))
                .at("/result/mdtrt_id")
                .asString();
        good(
                "2301",
                counter.charge(visit, person, "1", "50000.00")
                        .replace("\"rx_circ_flag\": \"0\"", "\"med_type\": \"21\""));
        good("2402", """
                {"dscginfo": {"mdtrt_id": "%s", "psn_no": "%s", "insutype": "390", "endtime": "%s 00:05:00",
                "dscg_dept_codg": "01", "dscg_dept_name": "样例科", "dscg_way": "1"},
                "diseinfo": [{"mdtrt_id": "%s", "psn_no": "%s", "diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1,
                "diag_code": "J18.900", "diag_name": "肺炎", "diag_dept": "01", "dise_dor_no": "D1",
                "dise_dor_name": "样例医生", "diag_time": "%s 00:02:00"}]}""".formatted(visit, person, counter.today, visit, person, counter.today));
        JsonNode settled = good("2304", """
                {"data": {"psn_no": "%s", "mdtrt_cert_type": "02", "medfee_sumamt": 50000.00, "psn_setlway": "01",
                "mdtrt_id": "%s", "insutype": "390", "acct_used_flag": "0", "mid_setl_flag": "0", "insuplc_admdvs": "360100",
                "mdtrtarea_admvs": "359900"}}""".formatted(person, visit));
        assertThat(settled.at("/setlinfo/fund_pay_sumamt").decimalValue()).isEqualByComparingTo("30000");
        assertThat(settled.at("/setlinfo/hifp_pay").decimalValue())
                .as("basic fund")
                .isEqualByComparingTo("12000");
        assertThat(settled.at("/setlinfo/hifmi_pay").decimalValue())
                .as("critical-illness insurance")
                .isEqualByComparingTo("18000");
        assertThat(settled.at("/setlinfo/oth_pay").decimalValue()).isZero();
        assertThat(settled.get("setldetail")
                        .valueStream()
                        .map(row -> row.get("fund_pay_type").asString() + " "
                                + row.get("fund_pay_type_name").asString()))
                .containsExactly("390100 城乡居民基本医疗保险基金", "390200 城乡居民大病医疗保险基金");
        assertThat(settled.at("/setlinfo/clr_type").asString()).isEqualTo("21");
        good("2305", """
                {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(settled.at("/setlinfo/setl_id").asString(), visit, person));
    }

    @Test
    void aLostAnswerHasOneEffect() {
        long before = receivable();
        long there = simulated("pay_fen");
        String person = guestNumber(guest(5));
        String visit = visit(person);
        good("2204", counter.charge(visit, person, "1", "100.00"));
        String msgid = counter.hospital.msgid();
        String request = OutpatientDesk.request(visit, person, "100.00");
        LOSES.set(true);
        assertThat(OutpatientDesk.fault(call("2207", msgid, request))).startsWith("[E-CRS-011]");
        assertThat(receivable()).as("nothing here").isEqualTo(before);
        assertThat(simulated("pay_fen") - there).as("settled there").isEqualTo(60_00);
        good(call("2207", msgid, request));
        assertThat(receivable() - before).isEqualTo(60_00);
        assertThat(simulated("pay_fen") - there).as("once").isEqualTo(60_00);
        good(
                "2601",
                "{\"data\": {\"psn_no\": \"%s\", \"omsgid\": \"%s\", \"oinfno\": \"2207\"}}".formatted(person, msgid));
        assertThat(receivable()).isEqualTo(before);
        assertThat(simulated("pay_fen")).isEqualTo(there);

        String lost = counter.hospital.msgid();
        LOSES.set(true);
        assertThat(OutpatientDesk.fault(call("2207", lost, request))).startsWith("[E-CRS-011]");
        good(
                "2601",
                "{\"data\": {\"psn_no\": \"%s\", \"omsgid\": \"%s\", \"oinfno\": \"2207\"}}".formatted(person, lost));
        assertThat(simulated("pay_fen"))
                .as("taken back there, though never known here")
                .isEqualTo(there);
        assertThat(OutpatientDesk.fault(call("2207", lost, request))).startsWith("[E-GWY-031]");
    }

    private Simulation.Request bill(String message, String person, boolean inpatient, long scope) {
        return new Simulation.Request(
                AREA, message, person, "resident", inpatient, 100_00L, 50_00L, 200_00L, scope, false);
    }

    private String ours() {
        return counter.person();
    }

    private long payable() {
        return -database.sql("""
                        select coalesce(sum(fen), 0) from fund.entry where account = 'L0110' and party = :area""").param("area", AREA).query(Long.class).single();
    }

    @Test
    void ourPersonIsSettledByOurPolicyAndTheFilingDecidesTheRatio(
            @Autowired Filings filings, @Autowired TransactionTemplate transaction, @Autowired List<Verification> all) {
        long before = payable();
        String unfiled = ours();
        Simulation.Answer first = simulation.send(CLERK, bill("H1", unfiled, true, 20_000_00));
        assertThat(first.decided().own() + first.decided().over()).isEqualTo(150_00);
        assertThat(first.decided().fund()).isPositive();
        assertThat(payable() - before).isEqualTo(first.decided().fund());
        Simulation.Answer again = simulation.send(CLERK, bill("H1", unfiled, true, 20_000_00));
        assertThat(again).as("the same message again").isEqualTo(first);
        assertThat(payable() - before).isEqualTo(first.decided().fund());
        assertThatThrownBy(() -> simulation.send(CLERK, bill("H1", unfiled, true, 30_000_00)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("E-CRS-032"));

        String filed = ours();
        transaction.executeWithoutResult(status -> filings.file(
                CLERK,
                new Filings.NewFiling(
                        persons.byNumber(filed).orElseThrow().id(),
                        Filings.Kind.REFERRAL,
                        "referred",
                        "H36010100001",
                        OutpatientDesk.HOSPITAL,
                        counter.today,
                        null,
                        "F1",
                        Map.of("mdtrtarea_admdvs", AREA))));
        Simulation.Answer second = simulation.send(CLERK, bill("H2", filed, true, 20_000_00));
        assertThat(second.decided().fund())
                .as("referred: more than unfiled")
                .isGreaterThan(first.decided().fund());

        long with = payable();
        simulation.cancel(CLERK, AREA, "H2", false);
        assertThat(with - payable()).isEqualTo(second.decided().fund());
        simulation.cancel(CLERK, AREA, "H1", true);
        assertThat(payable()).isEqualTo(before);
        assertThatThrownBy(() -> simulation.send(CLERK, bill("H1", unfiled, true, 20_000_00)))
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

    private JsonNode post(Actor who, String uri, String json) {
        return read(http.post()
                .uri(uri)
                .with(TestActors.as(who))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange());
    }

    private JsonNode get(String uri) {
        return read(http.get().uri(uri).with(TestActors.as(CLERK)).exchange());
    }

    private static JsonNode read(MvcTestResult answer) {
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getResponse().getStatus()).as(body).isLessThan(500);
        return JSON.readTree(body.isEmpty() ? "{}" : body);
    }

    @Test
    void monthsAreComparedBothWaysAndPaid() {
        String person = guestNumber(guest(7));
        String visit = visit(person);
        good("2204", counter.charge(visit, person, "1", "200.00"));
        good("2207", OutpatientDesk.request(visit, person, "200.00"));
        simulation.send(CLERK, bill("K1", ours(), true, 20_000_00));
        simulation.send(CLERK, bill("K2", ours(), true, 30_000_00));
        YearMonth month = YearMonth.from(counter.today);
        LocalDate later = month.plusMonths(1).atDay(6);
        MovableClock.move(later);
        database.sql("update crossregion.simulated_bill set pay_fen = pay_fen + 100 where message = 'K2'")
                .update();
        long payable = payable();
        JsonNode home = post(
                CLERK,
                "/api/crossregion/months",
                "{\"role\": \"参保地\", \"area\": \"%s\", \"month\": \"%s\"}".formatted(AREA, month));
        long id = home.get("id").asLong();
        JsonNode view = get("/api/crossregion/months/" + id);
        assertThat(view.at("/differences").size()).as(view.toString()).isEqualTo(1);
        assertThat(view.at("/differences/0/message").asString()).isEqualTo("K2");
        assertThat(view.at("/differences/0/kind").asString()).isEqualTo("金额不符");
        String review = "{\"accept\": true, \"version\": 1}";
        assertThat(post(CLERK, "/api/crossregion/months/" + id + "/review", review)
                        .get("code")
                        .asString())
                .isEqualTo("E-CRS-054");
        assertThat(post(REVIEWER, "/api/crossregion/months/" + id + "/review", review)
                        .get("code")
                        .asString())
                .isEqualTo("E-CRS-055");
        post(CLERK, "/api/crossregion/months/" + id + "/differences/1/note", "{\"note\": \"对方多记一元，按本地付款\"}");
        assertThat(post(REVIEWER, "/api/crossregion/months/" + id + "/review", review)
                        .get("state")
                        .asString())
                .isEqualTo("已确认");
        assertThat(database.sql(
                                "select coalesce(sum(fen), 0) from fund.payment_order where cause_module = 'crossregion'")
                        .query(Long.class)
                        .single())
                .as("what the ledger owes the region is what is paid")
                .isEqualTo(payable);

        long receivable = receivable();
        JsonNode care = post(
                CLERK,
                "/api/crossregion/months",
                "{\"role\": \"就医地\", \"area\": \"%s\", \"month\": \"%s\"}".formatted(AREA, month));
        id = care.get("id").asLong();
        assertThat(get("/api/crossregion/months/" + id).at("/funds/0/payFen").asLong())
                .isEqualTo(receivable);
        for (JsonNode line : get("/api/crossregion/months/" + id).at("/differences")) {
            post(
                    CLERK,
                    "/api/crossregion/months/" + id + "/differences/"
                            + line.get("line").asInt() + "/note",
                    "{\"note\": \"已核\"}");
        }
        post(REVIEWER, "/api/crossregion/months/" + id + "/review", review);
        assertThat(post(REVIEWER, "/api/crossregion/months/" + id + "/receipt", "{\"day\": \"%s\"}".formatted(later))
                        .get("state")
                        .asString())
                .isEqualTo("已到账");
        assertThat(receivable()).isZero();
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
        JsonNode drawn =
                read(http.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(
                                "/api/crossregion/months/file")
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

    @Test
    void whoIsNotKnownThereIsNotKnownHere() {
        assertThat(OutpatientDesk.fault(call(
                        "1101", counter.hospital.msgid(), """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s"}}""".formatted(Villagers.idNumber(OutpatientDesk.BORN, 77)))))
                .startsWith("[E-SIM-001]");
        assertThat(OutpatientDesk.fault(
                        call("2201", counter.hospital.msgid(), counter.registration("3601000000000000"))))
                .startsWith("[E-CRS-020]");
        assertThat(database.sql("select count(*) from crossregion.guest where certificate_shown like '%19800101%'")
                        .query(Long.class)
                        .single())
                .as("no identity number in clear")
                .isZero();
    }
}
