package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.gateway.OutpatientDesk.HOSPITAL;
import static org.tongchou.platform.gateway.OutpatientDesk.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;

/** What institutions report besides care, and what they ask of it. */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayReportsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private OutpatientDesk counter;

    @BeforeAll
    void fill(@Autowired ApplicationContext context) {
        counter = OutpatientDesk.open(context, port);
    }

    static Stream<String> required() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                GatewayReportsTest.class.getResourceAsStream("/gateway/required-transactions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(line -> Stream.of(line.strip().split(" +")))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("required")
    void everyRequiredTransactionIsAnswered(String number) {
        JsonNode answer = counter.hospital.call(number, "{}");
        assertThat(answer.get("err_msg").asString()).doesNotContain("E-GWY-003", "E-GWY-500");
    }

    private record Case(String person, String visit, JsonNode settled) {
        String id() {
            return settled.at("/setlinfo/setl_id").asString();
        }
    }

    private Case settled() {
        String person = counter.person();
        String visit = counter.visit(person);
        counter.good("2204", counter.charge(visit, person, "1", "90.00"));
        return new Case(person, visit, counter.good("2207", request(visit, person, "90.00")));
    }

    private String list(Case one, String more) {
        return """
                {"setlinfo": {"psn_no": "%s", "mdtrt_id": "%s", "setl_id": "%s", "medcasno": "B1", "ntly": "CHN", "prfs": "17",
                "coner_name": "样例联系人", "patn_rlts": "1", "coner_addr": "样例路 1 号", "coner_tel": "13900000000",
                "adm_caty": "A03", "dscg_caty": "A03", "bill_code": "P", "bill_no": "1", "biz_sn": "1",
                "setl_begn_date": "%s", "setl_end_date": "%s", "medins_fill_dept": "医保科", "medins_fill_psn": "样例",
                %s"hi_paymtd": "1"},
                "diseinfo": [{"diag_type": "1", "diag_code": "J06.900", "diag_name": "急性上呼吸道感染", "maindiag_flag": "1"}]}""".formatted(one.person(), one.visit(), one.id(), counter.today, counter.today, more);
    }

    @Test
    void aSettlementListIsCompletedControlledAndSubmitted() {
        Case one = settled();
        String number = counter.good("4101A", list(one, "\"vent_used_dura\": \"一天\", "))
                .at("/data/setl_list_id")
                .asString();
        assertThat(number).matches("[0-9]{9}");
        String month = counter.today.toString().substring(0, 7).replace("-", "");
        JsonNode control = counter.good("4104", "{\"data\": {\"setl_id\": \"%s\"}}".formatted(one.id()));
        assertThat(control.at("/data/0/qltctrl_rslt").asString()).isEqualTo("0");
        assertThat(control.at("/detailinfo/0/exam_data_fld").asString()).isEqualTo("vent_used_dura");
        String mark = "{\"data\": {\"psn_no\": \"%s\", \"setl_id\": \"%s\", \"stas_type\": \"%s\"}}";
        assertThat(counter.fault("4102", mark.formatted(one.person(), one.id(), "1")))
                .startsWith("[E-SET-304]");
        assertThat(counter.good("4101A", list(one, "\"vent_used_dura\": \"1/2/3\", "))
                        .at("/data/setl_list_id")
                        .asString())
                .as("the same list again")
                .isEqualTo(number);
        counter.good("4102", mark.formatted(one.person(), one.id(), "1"));
        assertThat(counter.fault("4101A", list(one, ""))).startsWith("[E-SET-302]");
        JsonNode details = counter.good(
                "4103", "{\"data\": {\"psn_no\": \"%s\", \"setl_id\": \"%s\"}}".formatted(one.person(), one.id()));
        assertThat(details.at("/setlinfo/coner_name").asString()).isEqualTo("样例联系人");
        assertThat(details.at("/setlinfo/psn_name").asString()).startsWith("样例人");
        assertThat(details.at("/iteminfo/0/amt").decimalValue()).isEqualByComparingTo("90");
        assertThat(details.at("/diseinfo/0/diag_code").asString()).isEqualTo("J06.900");
        JsonNode counts = counter.good("4105", "{\"data\": {\"setl_ym\": \"%s\"}}".formatted(month));
        assertThat(counts.at("/data/cmt_cnt").asInt()).isEqualTo(1);
        assertThat(counts.at("/data/setl_cnt").asInt()).isPositive();
        assertThat(counter.good("3607", """
                {"data": {"setl_ym": "%s", "page_num": 1, "page_size": 10}}""".formatted(month))
                        .at("/data/0/qltctrl_rslt")
                        .asString())
                .isEqualTo("1");
        assertThat(database.sql("select count(*) from settlement.list where head::text like '%样例联系人%'")
                        .query(Long.class)
                        .single())
                .as("who is called stands sealed")
                .isZero();
        counter.good("4102", mark.formatted(one.person(), one.id(), "0"));
    }

    @Test
    void aListIsOfOneSettlementThatStands() {
        Case one = settled();
        counter.good(
                "2208",
                "{\"data\": {\"setl_id\": \"%s\", \"mdtrt_id\": \"%s\", \"psn_no\": \"%s\"}}"
                        .formatted(one.id(), one.visit(), one.person()));
        assertThat(counter.fault("4101A", list(one, ""))).startsWith("[E-SET-301]");
        assertThat(OutpatientDesk.fault(counter.other.call("4101A", list(settled(), ""))))
                .startsWith("[E-SET-004]");
    }

    @Test
    void settledChargesAreTold() {
        Case one = settled();
        String asked = "{\"data\": {\"psn_no\": \"%s\", \"setl_id\": \"%s\", \"mdtrt_id\": \"%s\"}}"
                .formatted(one.person(), one.id(), one.visit());
        JsonNode lines = counter.good("5204", asked);
        assertThat(lines.isArray()).isTrue();
        assertThat(lines.at("/0/det_item_fee_sumamt").decimalValue()).isEqualByComparingTo("90");
        assertThat(lines.at("/0/hilist_code").asString()).isEqualTo(OutpatientDesk.DRUG);
        assertThat(lines.at("/0/list_type").asString()).isEqualTo("101");
        assertThat(lines.at("/0/bilg_dr_name").asString()).isEqualTo("样例医生");
        assertThat(counter.good(
                                "5205",
                                "{\"data\": {\"psn_no\": \"%s\", \"begntime\": \"%s\"}}"
                                        .formatted(one.person(), counter.today))
                        .at("/feedetail")
                        .isArray())
                .isTrue();
    }

    @Test
    void anAccidentIsFiledWithoutKeepingWhoFiled() {
        String person = counter.person();
        String number = counter.good("2507", """
                {"data": {"dcla_souc": "01", "psn_no": "%s", "psn_cert_type": "01", "certno": "359900197505050077",
                "psn_name": "样例", "insu_admdvs": "359900", "chk_pay_flag": "0", "trum_time": "%s", "trum_rea": "跌倒",
                "agnter_certno": "359900197505050077", "begndate": "%s"}}""".formatted(person, counter.today, counter.today))
                .at("/result/trt_dcla_detl_sn")
                .asString();
        assertThat(database.sql("select details::text from settlement.filing where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .contains("跌倒")
                .doesNotContain("359900197505050077");
    }

    @Test
    void stockComesAndGoes() {
        String purchase = """
                {"purcinfo": {"med_list_codg": "%s", "fixmedins_hilist_id": "Y1", "fixmedins_hilist_name": "样例片",
                "fixmedins_bchno": "P1", "spler_name": "样例公司", "manu_lotnum": "L1", "prdr_name": "样例药厂", "aprvno": "A1",
                "manu_date": "2026-01-01", "expy_end": "2028-01-01", "purc_retn_cnt": 100, "rx_flag": "1",
                "purc_invo_no": "1", "purc_retn_stoin_time": "%s 08:00:00", "purc_retn_opter_name": "样例"}}""".formatted(OutpatientDesk.DRUG, counter.today);
        counter.good("3503", purchase);
        counter.good("3504", purchase.replace("100", "40"));
        assertThat(counter.fault("3504", purchase.replace("100", "61"))).startsWith("[E-GWY-121]");
        assertThat(counter.fault("3503", purchase.replace("100", "0"))).startsWith("[E-GWY-120]");
        counter.good("3507", "{\"data\": {\"fixmedins_bchno\": \"P1\", \"inv_data_type\": \"3\"}}");
        assertThat(counter.fault("3507", "{\"data\": {\"fixmedins_bchno\": \"P1\", \"inv_data_type\": \"3\"}}"))
                .startsWith("[E-GWY-123]");
        counter.good("3501", """
                {"invinfo": [{"med_list_codg": "%s", "fixmedins_hilist_id": "Y1", "fixmedins_hilist_name": "样例片",
                "rx_flag": "1", "invdate": "%s", "inv_cnt": 0, "fixmedins_bchno": "P2", "manu_date": "2026-01-01",
                "expy_end": "2028-01-01"}]}""".formatted(OutpatientDesk.DRUG, counter.today));
    }

    @Test
    void departmentsAndMatchings() {
        counter.good("3401", """
                {"deptinfo": {"hosp_dept_codg": "01", "caty": "A03", "hosp_dept_name": "样例内科", "begntime": "2020-01-01 00:00:00",
                "itro": "样例", "dept_resper_name": "样例", "dept_resper_tel": "1", "dept_estbdat": "2020-01-01 00:00:00",
                "aprv_bed_cnt": 40, "poolarea_no": "359900", "dr_psncnt": 5, "phar_psncnt": 1, "nurs_psncnt": 9,
                "tecn_psncnt": 2}}""");
        JsonNode departments = counter.good("5101", "{}");
        assertThat(departments.at("/feedetail/0/hosp_dept_name").asString()).isEqualTo("样例内科");
        assertThat(departments.at("/feedetail/0/aprv_bed_cnt").asInt()).isEqualTo(40);
        counter.good("3403", "{\"data\": {\"hosp_dept_codg\": \"01\"}}");
        assertThat(counter.good("5101", "{}").at("/feedetail").size()).isZero();
        assertThat(counter.good("5102", "{\"data\": {\"prac_psn_type\": \"1\"}}")
                        .at("/feedetail")
                        .isArray())
                .isTrue();
        String matching = """
                {"data": {"fixmedins_hilist_id": "Y9", "fixmedins_hilist_name": "样例片", "list_type": "101",
                "med_list_codg": "%s", "begndate": "%s", "enddate": "2099-12-31"}}""".formatted(OutpatientDesk.DRUG, counter.today);
        counter.good("3301", matching);
        counter.good("3301A", matching.replace("{\"fixmedins", "[{\"fixmedins").replace("\"}}", "\"}]}"));
        assertThat(database.sql("select count(*) from catalogue.matching where provider = :provider and state = '待审核'")
                        .param("provider", HOSPITAL)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        String withdrawal = """
                {"data": {"fixmedins_code": "%s", "fixmedins_hilist_id": "Y9", "list_type": "101", "med_list_codg": "%s"}}""";
        assertThat(counter.fault("3302", withdrawal.formatted("H35990100002", OutpatientDesk.DRUG)))
                .startsWith("[E-GWY-091]");
        counter.good("3302", withdrawal.formatted(HOSPITAL, OutpatientDesk.DRUG));
    }

    @Test
    void ordersAreCheckedAndTheAnswerNoted() {
        String order = """
                {"rx_id": "R%s", "rxno": "1", "long_drord_flag": "0", "hilist_type": "101", "chrg_type": "09", "drord_bhvr": "0",
                "hilist_code": "%s", "hilist_name": "样例片", "hilist_lv": "01", "hilist_pric": 1, "hosplist_code": "Y1",
                "hosplist_name": "样例片", "cnt": %s, "pric": 10, "sumamt": 10, "ownpay_amt": 0, "selfpay_amt": 0, "spec": "1",
                "spec_unt": "盒", "drord_begn_date": "%s", "drord_dept_codg": "01", "drord_dept_name": "样例科",
                "drord_dr_codg": "D1", "drord_dr_name": "样例", "drord_dr_profttl": "234", "curr_drord_flag": "1"}""";
        String today = counter.today.toString();
        String orders = order.formatted("1", OutpatientDesk.DRUG, "1", today) + ","
                + order.formatted("2", OutpatientDesk.DRUG, "2", today) + ","
                + order.formatted("3", "XZ99ZZZ999Z999990199999", "1", "2020-01-01");
        JsonNode answer = counter.good("3101", """
                {"data": {"syscode": "HIS", "task_id": "T1", "trig_scen": "1", "patient_dtos": [{"patn_id": "1", "patn_name": "样例",
                "gend": "1", "brdy": "1980-01-01", "poolarea": "359900", "curr_mdtrt_id": "V1", "fsi_encounter_dtos": [{
                "mdtrt_id": "V1", "medins_id": "%s", "medins_name": "样例医院", "medins_admdvs": "359900", "medins_type": "1",
                "medins_lv": "3", "adm_date": "%s", "dscg_date": "%s", "dscg_main_dise_codg": "J06.900",
                "dscg_main_dise_name": "感染", "dr_codg": "D1", "adm_dept_codg": "01", "adm_dept_name": "样例科",
                "dscg_dept_codg": "01", "dscg_dept_name": "样例科", "med_mdtrt_type": "1", "med_type": "11", "matn_stas": "0",
                "medfee_sumamt": 30, "ownpay_amt": 0, "selfpay_amt": 0, "setl_totlnum": 0, "insutype": "390", "reim_flag": "0",
                "out_setl_flag": "0", "fsi_diagnose_dtos": [], "fsi_order_dtos": [%s]}]}]}}""".formatted(HOSPITAL, today, today, orders));
        assertThat(answer.at("/result")
                        .valueStream()
                        .map(row -> row.get("rule_id").asString()))
                .containsExactlyInAnyOrder("PC-02", "PC-03", "PC-04", "PC-05");
        JsonNode first = answer.at("/result/0");
        assertThat(first.at("/judge_result_detail_dtos/0/rx_id").asString()).startsWith("R");
        assertThat(first.get("task_id").asString()).isEqualTo("T1");
        String feedback = """
                {"data": {"warn_type": "1", "warns": [{"warn_rslt_id": "%s", "dspo_way": "1", "dspo_way_rea": "病情需要"}]}}""";
        counter.good("3103", feedback.formatted(first.get("jr_id").asString()));
        assertThat(database.sql("select reason from gateway.precheck where handled = '1'")
                        .query(String.class)
                        .single())
                .isEqualTo("病情需要");
        assertThat(counter.fault("3103", feedback.formatted("0"))).startsWith("[E-GWY-124]");
    }
}
