package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.gateway.OutpatientDesk.fault;
import static org.tongchou.platform.gateway.OutpatientDesk.request;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;

/** What must not work at the counter, and that it leaves nothing behind and tells nothing. */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayAttacksTest {
    private static final String PATH = "/fsi/api/rsfComIfsService/callService";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private OutpatientDesk counter;

    @BeforeAll
    void fill(@Autowired ApplicationContext context) {
        counter = OutpatientDesk.open(context, port);
    }

    private long rows() {
        return database.sql("""
                        select (select count(*) from settlement.visit) + (select count(*) from settlement.charge)
                            + (select count(*) from settlement.settlement) + (select count(*) from settlement.payment)
                            + (select count(*) from settlement.line) + (select count(*) from settlement.filing)
                            + (select count(*) from fund.voucher) + (select count(*) from gateway.call)""").query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E-GWY-001 | {\"infno\": ",
                "E-GWY-001 | \"1101\"",
                "E-GWY-001 | ''",
                "E-GWY-020 | {\"infno\": \"1101\"}",
                "E-GWY-020 | {\"infno\": \"1101\", \"fixmedins_code\": {\"$ne\": null}}",
                "E-GWY-020 | {\"infno\": \"1101\", \"fixmedins_code\": \"' or '1'='1\"}",
            })
    void whatIsNoCallIsNamed(String code, String body) {
        long before = rows();
        assertThat(fault(counter.hospital.send(PATH, body))).startsWith("[" + code + "]");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aDeepOrLongBodyIsRefused() {
        String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
        assertThat(fault(counter.hospital.send(PATH, deep))).startsWith("[E-GWY-001]");
        String long6 = "{\"infno\": \"1101\", \"input\": \"" + "x".repeat(6 * 1024 * 1024) + "\"}";
        assertThat(fault(counter.hospital.send(PATH, long6))).startsWith("[E-GWY-006]");
    }

    @Test
    void wrongTypesAndUnknownTransactionsAreNamed() {
        String person = counter.person();
        long before = rows();
        assertThat(counter.fault("9999", "{}")).startsWith("[E-GWY-003]");
        assertThat(counter.fault("2201", "{\"data\": 5}")).startsWith("[E-GWY-011]");
        assertThat(counter.fault("2201", "{}")).startsWith("[E-GWY-010]");
        assertThat(counter.fault("2201", counter.registration(person).replace("\"390\"", "{\"a\": 1}")))
                .startsWith("[E-GWY-012]");
        assertThat(counter.fault("2201", counter.registration("9".repeat(31)))).startsWith("[E-GWY-014]");
        assertThat(counter.fault("2201", counter.registration(person).replace("00:01:00", "25:61:00")))
                .startsWith("[E-GWY-014]");
        assertThat(counter.fault("2201", counter.registration(person).replace("\"390\"", "\"380\"")))
                .startsWith("[E-GWY-040]");
        assertThat(counter.fault("5206", "{\"data\": {\"psn_no\": \"%s\", \"cum_ym\": \"二〇二六年\"}}".formatted(person)))
                .startsWith("[E-GWY-014]");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void sqlAndScriptAreOnlyText() {
        String person = counter.person();
        String evil = "');drop table x;--<script>alert(1)</script>";
        String visit = counter.good("2201", counter.registration(person).replace("样例医生", evil))
                .at("/data/mdtrt_id")
                .asString();
        assertThat(database.sql("select details ->> 'dr_name' from settlement.visit where number = :number")
                        .param("number", visit)
                        .query(String.class)
                        .single())
                .isEqualTo(evil);
        assertThat(counter.fault("2201", counter.registration("' or 1=1 --"))).startsWith("[E-GWY-050]");
        assertThat(counter.fault("2202", """
                {"data": {"psn_no": "%s", "mdtrt_id": "%s' or '1'='1", "ipt_otp_no": "1"}}""".formatted(person, visit))).doesNotContain("syntax", "SQL");
    }

    @Test
    void nothingPersonalIsToldOfAStranger() {
        String id = counter.identity();
        String stranger = id.substring(0, 17) + (id.endsWith("1") ? "2" : "1");
        String told = counter.fault("1101", """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s"}}""".formatted(stranger));
        assertThat(told).startsWith("[E-GWY-050]").doesNotContain(stranger);
        String wrongName = counter.fault("1101", """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s", "psn_name": "别人"}}""".formatted(id));
        assertThat(wrongName).startsWith("[E-GWY-051]").doesNotContain(id, "样例人");
        counter.person();
        assertThat(database.sql("""
                                select count(*) from gateway.call where answer ~ '[0-9]{17}[0-9X]"'""").query(Long.class).single())
                .as("no identity number in what is kept")
                .isZero();
        assertThat(database.sql("select count(*) from gateway.log where fault like '%' || :id || '%'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anInstitutionSeesItsOwnVisitsOnly() {
        String person = counter.person();
        String visit = counter.visit(person);
        counter.good("2204", counter.charge(visit, person, "1", "30.00"));
        long before = rows();
        for (String[] call : new String[][] {
            {"2204", counter.charge(visit, person, "2", "30.00")},
            {"2206", request(visit, person, "30.00")},
            {"2207", request(visit, person, "30.00")},
            {
                "2205",
                "{\"data\": {\"mdtrt_id\": \"%s\", \"chrg_bchno\": \"0000\", \"psn_no\": \"%s\"}}"
                        .formatted(visit, person)
            },
            {"5202", "{\"data\": {\"mdtrt_id\": \"%s\", \"psn_no\": \"%s\"}}".formatted(visit, person)},
        }) {
            assertThat(fault(counter.other.call(call[0], call[1]))).as(call[0]).startsWith("[E-SET-004]");
        }
        String another = counter.person();
        assertThat(counter.fault("2207", request(visit, another, "30.00"))).startsWith("[E-GWY-042]");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoIsNotCoveredPaysAlone() {
        long stranger = counter.villagers.person("样例未参保人", LocalDate.of(1980, 1, 1), 777, "359901");
        String number = database.sql("select number from enrolment.person where id = :id")
                .param("id", stranger)
                .query(String.class)
                .single();
        String visit = counter.visit(number);
        counter.good("2204", counter.charge(visit, number, "1", "40.00"));
        long before = rows();
        JsonNode answer = counter.hospital.call("2207", request(visit, number, "40.00"));
        if (answer.get("infcode").asInt() == 0) {
            assertThat(answer.at("/output/setlinfo/fund_pay_sumamt").decimalValue())
                    .as(answer.toString())
                    .isEqualByComparingTo("0");
        } else {
            assertThat(rows()).isEqualTo(before);
        }
    }

    @Test
    void settledLinesStayAndACallIsDoneOnce() {
        String person = counter.person();
        String visit = counter.visit(person);
        counter.good("2204", counter.charge(visit, person, "1", "50.00"));
        assertThat(counter.fault("2207", request(visit, person, "49.00"))).startsWith("[E-SET-032]");
        String msgid = counter.hospital.msgid();
        JsonNode settled = counter.hospital.call("2207", msgid, request(visit, person, "50.00"));
        long after = rows();
        assertThat(counter.hospital.call("2207", msgid, request(visit, person, "50.00")))
                .isEqualTo(settled);
        assertThat(fault(counter.hospital.call("2206", msgid, request(visit, person, "50.00"))))
                .startsWith("[E-SET-");
        assertThat(fault(counter.hospital.call("2207", msgid, request(visit, person, "50.01"))))
                .startsWith("[E-GWY-030]");
        assertThat(counter.fault("2207", request(visit, person, "50.00"))).startsWith("[E-SET-007]");
        assertThat(counter.fault("2205", """
                {"data": {"mdtrt_id": "%s", "chrg_bchno": "1", "psn_no": "%s"}}""".formatted(visit, person))).startsWith("[E-SET-");
        assertThat(counter.fault("2204", counter.charge(visit, person, "2", "1.00")))
                .startsWith("[E-SET-007]");
        assertThat(rows()).isEqualTo(after);
    }

    @Test
    void aReversalIsOfTheSameTransactionAndPersonAndOnce() {
        String person = counter.person();
        String visit = counter.visit(person);
        counter.good("2204", counter.charge(visit, person, "1", "60.00"));
        String msgid = counter.hospital.msgid();
        assertThat(counter.hospital
                        .call("2207A", msgid, request(visit, person, "60.00"))
                        .get("infcode")
                        .asInt())
                .isZero();
        String undo = """
                {"data": {"psn_no": "%s", "omsgid": "%s", "oinfno": "%s"}}""";
        long before = rows();
        assertThat(counter.fault("2601", undo.formatted(person, msgid, "2401"))).startsWith("[E-GWY-075]");
        assertThat(counter.fault("2601", undo.formatted(person, msgid, "9001"))).startsWith("[E-GWY-072]");
        assertThat(counter.fault("2601", undo.formatted(counter.person(), msgid, "2207")))
                .startsWith("[E-GWY-042]");
        assertThat(rows()).isEqualTo(before);
        counter.good("2601", undo.formatted(person, msgid, "2207"));
        counter.good("2601", undo.formatted(person, msgid, "2207"));
        assertThat(database.sql("""
                                select count(*) from settlement.settlement s join settlement.visit v on v.id = s.visit_id
                                where v.number = :visit""").param("visit", visit).query(Long.class).single())
                .as("the settlement and one mirror")
                .isEqualTo(2);
    }

    @Test
    void twoOfTheSameCallAtOnceHaveOneEffect() {
        String person = counter.person();
        String visit = counter.visit(person);
        counter.good("2204", counter.charge(visit, person, "1", "70.00"));
        String msgid = counter.hospital.msgid();
        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> counter.hospital.call("2207", msgid, request(visit, person, "70.00"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).get("infcode").asInt()).isZero();
    }

    @Test
    void settlingAndCancellingAtOnceEndsWell() {
        String person = counter.person();
        String visit = counter.visit(person);
        counter.good("2204", counter.charge(visit, person, "1", "80.00"));
        JsonNode settled = counter.good("2207", request(visit, person, "80.00"));
        String cancel = """
                {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(settled.at("/setlinfo/setl_id").asString(), visit, person);
        IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> i % 2 == 0
                        ? counter.hospital.call("2208", cancel)
                        : counter.hospital.call("2207", request(visit, person, "80.00"))))
                .toList()
                .forEach(CompletableFuture::join);
        long sum = database.sql("""
                        select sum(s.total_fen) from settlement.settlement s join settlement.visit v on v.id = s.visit_id
                        where v.number = :visit""").param("visit", visit).query(Long.class).single();
        String state = database.sql("select state from settlement.visit where number = :visit")
                .param("visit", visit)
                .query(String.class)
                .single();
        assertThat(sum).isEqualTo(state.equals("已结算") ? 8000L : 0L);
    }

    @Test
    void aClosedMonthTakesNothingMore() {
        String person = counter.person();
        counter.good("2503", """
                {"data": {"psn_no": "%s", "insutype": "390", "opsp_dise_code": "M03900", "opsp_dise_name": "高血压",
                "ide_fixmedins_no": "H35990100001", "ide_fixmedins_name": "样例医院", "hosp_ide_date": "%s",
                "diag_dr_codg": "D1", "diag_dr_name": "样例医生", "begndate": "%s"}}""".formatted(person, counter.today, counter.today));
        String visit = counter.visit(person, "14", "\"dise_codg\": \"M03900\", \"dise_name\": \"高血压\", ");
        counter.good("2204", counter.charge(visit, person, "1", "400.00"));
        LocalDate today = counter.today;
        database.sql("""
                        insert into fund.period (fund, year, month, state, closed_by, closed_name)
                        select code, :year, :month, 'closed', 1, '测试' from fund.fund on conflict do nothing""")
                .param("year", today.getYear())
                .param("month", today.getMonthValue())
                .update();
        try {
            long before = rows();
            assertThat(counter.fault("2207", request(visit, person, "400.00"))).startsWith("[E-FUN-011]");
            assertThat(rows()).isEqualTo(before);
        } finally {
            database.sql("update fund.period set state = 'open', reopened_by = 2, reopened_name = '测试', reason = '测试'")
                    .update();
        }
        counter.good("2207", request(visit, person, "400.00"));
    }

    @Test
    void approvalByTheHospitalIsKept() {
        String person = counter.person();
        String visit = counter.visit(person);
        counter.good(
                "2204", counter.charge(visit, person, "1", "5.00").replace("appr_flag\": \"0", "appr_flag\": \"2"));
        assertThat(database.sql("""
                                select approval from settlement.charge c join settlement.visit v on v.id = c.visit_id
                                where v.number = :visit""").param("visit", visit).query(Integer.class).single())
                .isEqualTo(2);
        assertThat(counter.fault(
                        "2204",
                        counter.charge(visit, person, "2", "5.00").replace("appr_flag\": \"0", "appr_flag\": \"9")))
                .contains("[E-GWY-015]");
    }
}
