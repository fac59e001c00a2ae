package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.gateway.CrossregionDesk.good;
import static org.tongchou.platform.gateway.CrossregionDesk.guest;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Node;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;

/** People insured elsewhere at the hospital here, over the national interface. */
@PlatformTest
@Import({EverybodyPaid.class, MovableClock.class, CrossregionGuestTest.Lossy.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossregionGuestTest {
    private static final String GUEST = guest(1);
    private static final AtomicBoolean LOSES = new AtomicBoolean();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private CrossregionDesk desk;

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

    @BeforeAll
    void open(@Autowired ApplicationContext context) {
        MovableClock.release();
        desk = CrossregionDesk.open(context, port);
    }

    @AfterAll
    void release() {
        MovableClock.release();
    }

    @Test
    void aGuestIsSettledByTheHomeRegionAndTakenBack() {
        long before = desk.receivable();
        long due = desk.due();
        long there = desk.simulated("pay_fen");
        String person = desk.guestNumber(GUEST);
        String visit = desk.visit(person);
        desk.good("2204", desk.counter.charge(visit, person, "1", "300.00"));
        JsonNode preview = desk.good("2206", OutpatientDesk.request(visit, person, "300.00"));
        assertThat(preview.at("/setlinfo/fund_pay_sumamt").decimalValue()).isEqualByComparingTo("180");
        String msgid = desk.counter.hospital.msgid();
        JsonNode settled = good(desk.call("2207", msgid, OutpatientDesk.request(visit, person, "300.00")));
        assertThat(settled.at("/setlinfo/fund_pay_sumamt").decimalValue()).isEqualByComparingTo("180");
        assertThat(settled.at("/setlinfo/psn_cash_pay").decimalValue()).isEqualByComparingTo("120");
        assertThat(good(desk.call("2207", msgid, OutpatientDesk.request(visit, person, "300.00"))))
                .as("replayed")
                .isEqualTo(settled);
        assertThat(settled.at("/setlinfo/hifp_pay").decimalValue()).isEqualByComparingTo("180");
        assertThat(desk.receivable() - before).isEqualTo(180_00);
        assertThat(desk.due() - due).isEqualTo(180_00);
        JsonNode mirror =
                desk.good("2208", """
                {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(settled.at("/setlinfo/setl_id").asString(), visit, person));
        assertThat(mirror.at("/setlinfo/medfee_sumamt").decimalValue()).isEqualByComparingTo("-300");
        assertThat(desk.receivable()).isEqualTo(before);
        assertThat(desk.simulated("pay_fen")).isEqualTo(there);
    }

    @Test
    void aStayOfAGuestIsSettledAfterDischarge() {
        String person = desk.guestNumber(guest(3));
        String visit = desk.good("2401", """
                {"mdtrtinfo": {"psn_no": "%s", "insutype": "390", "begntime": "%s 00:01:00", "mdtrt_cert_type": "02",
                "med_type": "21", "ipt_no": "ZY1", "atddr_no": "D1", "chfpdr_name": "样例医生", "adm_diag_dscr": "肺炎",
                "adm_dept_codg": "01", "adm_dept_name": "样例科", "adm_bed": "1", "dscg_maindiag_code": "J18.900",
                "dscg_maindiag_name": "肺炎", "insuplc_admdvs": "360100", "mdtrtarea_admvs": "359900"},
                "diseinfo": [{"psn_no": "%s", "diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1, "diag_code": "J18.900",
                "diag_name": "肺炎", "diag_dept": "01", "dise_dor_no": "D1", "dise_dor_name": "样例医生",
                "diag_time": "%s 00:02:00"}]}""".formatted(person, desk.counter.today, person, desk.counter.today))
                .at("/result/mdtrt_id")
                .asString();
        desk.good(
                "2301",
                desk.counter
                        .charge(visit, person, "1", "50000.00")
                        .replace("\"rx_circ_flag\": \"0\"", "\"med_type\": \"21\""));
        desk.good("2402", """
                {"dscginfo": {"mdtrt_id": "%s", "psn_no": "%s", "insutype": "390", "endtime": "%s 00:05:00",
                "dscg_dept_codg": "01", "dscg_dept_name": "样例科", "dscg_way": "1"},
                "diseinfo": [{"mdtrt_id": "%s", "psn_no": "%s", "diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1,
                "diag_code": "J18.900", "diag_name": "肺炎", "diag_dept": "01", "dise_dor_no": "D1",
                "dise_dor_name": "样例医生", "diag_time": "%s 00:02:00"}]}""".formatted(visit, person, desk.counter.today, visit, person, desk.counter.today));
        JsonNode settled = desk.good("2304", """
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
        desk.good("2305", """
                {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(settled.at("/setlinfo/setl_id").asString(), visit, person));
    }

    @Test
    void aLostAnswerHasOneEffect() {
        long before = desk.receivable();
        long there = desk.simulated("pay_fen");
        String person = desk.guestNumber(guest(5));
        String visit = desk.visit(person);
        desk.good("2204", desk.counter.charge(visit, person, "1", "100.00"));
        String msgid = desk.counter.hospital.msgid();
        String request = OutpatientDesk.request(visit, person, "100.00");
        LOSES.set(true);
        assertThat(OutpatientDesk.fault(desk.call("2207", msgid, request))).startsWith("[E-CRS-011]");
        assertThat(desk.receivable()).as("nothing here").isEqualTo(before);
        assertThat(desk.simulated("pay_fen") - there).as("settled there").isEqualTo(60_00);
        good(desk.call("2207", msgid, request));
        assertThat(desk.receivable() - before).isEqualTo(60_00);
        assertThat(desk.simulated("pay_fen") - there).as("once").isEqualTo(60_00);
        desk.good(
                "2601",
                "{\"data\": {\"psn_no\": \"%s\", \"omsgid\": \"%s\", \"oinfno\": \"2207\"}}".formatted(person, msgid));
        assertThat(desk.receivable()).isEqualTo(before);
        assertThat(desk.simulated("pay_fen")).isEqualTo(there);

        String lost = desk.counter.hospital.msgid();
        LOSES.set(true);
        assertThat(OutpatientDesk.fault(desk.call("2207", lost, request))).startsWith("[E-CRS-011]");
        desk.good(
                "2601",
                "{\"data\": {\"psn_no\": \"%s\", \"omsgid\": \"%s\", \"oinfno\": \"2207\"}}".formatted(person, lost));
        assertThat(desk.simulated("pay_fen"))
                .as("taken back there, though never known here")
                .isEqualTo(there);
        assertThat(OutpatientDesk.fault(desk.call("2207", lost, request))).startsWith("[E-GWY-031]");
    }

    @Test
    void whoIsNotKnownThereIsNotKnownHere() {
        assertThat(OutpatientDesk.fault(desk.call("1101", desk.counter.hospital.msgid(), """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s"}}""".formatted(
                                Villagers.idNumber(OutpatientDesk.BORN, 77)))))
                .startsWith("[E-SIM-001]");
        assertThat(OutpatientDesk.fault(desk.call(
                        "2201", desk.counter.hospital.msgid(), desk.counter.registration("3601000000000000"))))
                .startsWith("[E-CRS-020]");
        assertThat(database.sql("select count(*) from crossregion.guest where certificate_shown like '%19800101%'")
                        .query(Long.class)
                        .single())
                .as("no identity number in clear")
                .isZero();
    }
}
