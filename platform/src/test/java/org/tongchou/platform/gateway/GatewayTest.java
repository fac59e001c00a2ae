package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.CatalogueFixture;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.gateway.access.Access;
import org.tongchou.platform.gateway.access.Accesses;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;

/** The counter as a hospital's system sees it: over HTTP, from the public lists of fields alone. */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {
    private static final String HOSPITAL = "H35990100001";
    private static final String OTHER = "H35990100002";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate BORN = LocalDate.of(1975, 5, 5);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private Villagers villagers;
    private Hospital hospital;
    private int order;

    @BeforeAll
    void fill(
            @Autowired Institutions institutions,
            @Autowired Agreements agreements,
            @Autowired Acts acts,
            @Autowired Region region,
            @Autowired Units units,
            @Autowired CatalogueSample sample,
            @Autowired Registry registry,
            @Autowired TransactionTemplate transaction,
            @Autowired Accesses accesses) {
        ProviderFixture providers = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        for (String code : new String[] {HOSPITAL, OTHER}) {
            providers.hospital(code);
            providers.signed(code, LocalDate.of(today.getYear() - 1, 12, 1), "XY-" + code);
        }
        sample.load(CatalogueFixture.CLERK, CatalogueFixture.SECOND, LocalDate.of(2020, 1, 1));
        String secret = UUID.randomUUID().toString();
        accesses.grant(TestActors.actor(), new Access(HOSPITAL, "apikey", "", secret, "", "", false, true));
        accesses.grant(TestActors.actor(), new Access(OTHER, "apikey", "", secret + "2", "", "", true, true));
        hospital = new Hospital(port, HOSPITAL, Map.of("apikey", secret));
        villagers = new Villagers(registry, transaction);
    }

    private String person() {
        long person = villagers.person("样例人" + ++order, BORN, order, "359901");
        villagers.enrol(person, "resident", "成年居民", LocalDate.of(today.getYear() - 1, 1, 1), "359901");
        JsonNode answer = hospital.call("1101", """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s", "psn_name": "样例人%d"}}""".formatted(Villagers.idNumber(BORN, order), order));
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        assertThat(answer.at("/output/insuinfo/0/insutype").asString()).isEqualTo("390");
        return answer.at("/output/baseinfo/psn_no").asString();
    }

    private JsonNode good(String infno, String input) {
        JsonNode answer = hospital.call(infno, input);
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        return answer.get("output");
    }

    private static String fault(JsonNode answer) {
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isEqualTo(-1);
        return answer.get("err_msg").asString();
    }

    private String visit(String person) {
        return visit(person, "11", "");
    }

    private String visit(String person, String kind, String more) {
        String visit =
                good("2201", """
                {"data": {"psn_no": "%s", "insutype": "390", "begntime": "%s 00:01:00", "mdtrt_cert_type": "02",
                "mdtrt_cert_no": "1", "ipt_otp_no": "MZ1", "atddr_no": "D1", "dr_name": "样例医生", "dept_code": "01",
                "dept_name": "样例科", "caty": "A01"}}""".formatted(person, today)).at("/data/mdtrt_id").asString();
        good("2203", """
                {"mdtrtinfo": {"mdtrt_id": "%s", "psn_no": "%s", %s"med_type": "%s", "begntime": "%s 00:01:00"},
                "diseinfo": [{"diag_type": "1", "diag_srt_no": 1, "diag_code": "J06.900", "diag_name": "急性上呼吸道感染",
                "diag_dept": "01", "dise_dor_no": "D1", "dise_dor_name": "样例医生", "diag_time": "%s 00:02:00",
                "vali_flag": "1", "maindiag_flag": "1"}]}""".formatted(visit, person, more, kind, today, today));
        return visit;
    }

    private JsonNode charge(String visit, String person, String sn, String price) {
        return good("2204", """
                {"feedetail": [{"feedetl_sn": "%s", "mdtrt_id": "%s", "psn_no": "%s", "chrg_bchno": "1",
                "fee_ocur_time": "%s 00:03:00", "med_list_codg": "XA02BCA100A001010110000", "medins_list_codg": "Y1",
                "det_item_fee_sumamt": %s, "cnt": 1, "pric": %s, "bilg_dept_codg": "01", "bilg_dept_name": "样例科",
                "bilg_dr_codg": "D1", "bilg_dr_name": "样例医生", "rx_circ_flag": "0", "hosp_appr_flag": "0"}]}""".formatted(sn, visit, person, today, price, price));
    }

    private static String request(String visit, String person, String total) {
        return """
                {"data": {"psn_no": "%s", "mdtrt_cert_type": "02", "mdtrt_cert_no": "1", "med_type": "11",
                "medfee_sumamt": %s, "psn_setlway": "01", "mdtrt_id": "%s", "chrg_bchno": "1", "insutype": "390",
                "acct_used_flag": "0", "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0, "preselfpay_amt": 0,
                "inscp_scp_amt": %s}}""".formatted(person, total, visit, total);
    }

    @Test
    void anOutpatientIsSettledCancelledAndReversed() {
        assertThat(good("9001", "{\"signIn\": {\"opter_no\": \"0001\", \"mac\": \"00\", \"ip\": \"127.0.0.1\"}}")
                        .at("/signinoutb/sign_no")
                        .asString())
                .isNotEmpty();
        String person = person();
        String visit = visit(person);
        JsonNode split = charge(visit, person, "1", "300.00");
        assertThat(split.at("/result/0/inscp_scp_amt").decimalValue()).isEqualByComparingTo("300");
        JsonNode preview = good("2206", request(visit, person, "300.00"));
        String msgid = hospital.msgid();
        JsonNode settled = hospital.call("2207", msgid, request(visit, person, "300.00"));
        assertThat(settled.get("infcode").asInt()).as(settled.toString()).isZero();
        JsonNode info = settled.at("/output/setlinfo");
        assertThat(info.get("fund_pay_sumamt")).isEqualTo(preview.at("/setlinfo/fund_pay_sumamt"));
        assertThat(info.get("medins_setl_id").asString()).isEqualTo(msgid);
        assertThat(info.get("fund_pay_sumamt")
                        .decimalValue()
                        .add(info.get("psn_part_amt").decimalValue()))
                .isEqualByComparingTo("300");
        assertThat(hospital.call("2207", msgid, request(visit, person, "300.00")))
                .isEqualTo(settled);
        assertThat(fault(hospital.call("2207", msgid, request(visit, person, "301.00"))))
                .startsWith("[E-GWY-030]");
        JsonNode mirror = good("2208", """
                {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(info.get("setl_id").asString(), visit, person));
        assertThat(mirror.at("/setlinfo/medfee_sumamt").decimalValue()).isEqualByComparingTo("-300");

        String second = hospital.msgid();
        assertThat(hospital.call("2207", second, request(visit, person, "300.00"))
                        .get("infcode")
                        .asInt())
                .isZero();
        String undo = """
                {"data": {"psn_no": "%s", "omsgid": "%s", "oinfno": "2207"}}""".formatted(person, second);
        good("2601", undo);
        good("2601", undo);
        assertThat(fault(hospital.call("2207", second, request(visit, person, "300.00"))))
                .startsWith("[E-GWY-031]");
        assertThat(database.sql(
                                "select coalesce(sum(total_fen), 0) from settlement.settlement where person_id = (select id from enrolment.person where number = :number)")
                        .param("number", person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasNoPeriodOnTheDayReadsWhy() {
        String number = "样例人" + ++order;
        long person = villagers.person(number, BORN, order, "359901");
        villagers.enrol(person, "resident", "成年居民", today.plusDays(1), "359901");
        String id = database.sql("select number from enrolment.person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
        String visit = visit(id);
        charge(visit, id, "1", "20.00");
        assertThat(fault(hospital.call("2207", request(visit, id, "20.00"))))
                .startsWith("[E-SET-029] 本人 " + today + " 不享受就诊险种的待遇：")
                .doesNotContain("person.enrolments");
    }

    @Test
    void aCallThatWasUndoneBeforeItCameIsRefused() {
        String person = person();
        String visit = visit(person);
        charge(visit, person, "1", "20.00");
        String late = hospital.msgid();
        good(
                "2601",
                "{\"data\": {\"psn_no\": \"%s\", \"omsgid\": \"%s\", \"oinfno\": \"2207\"}}".formatted(person, late));
        assertThat(fault(hospital.call("2207", late, request(visit, person, "20.00"))))
                .startsWith("[E-GWY-031]");
    }

    @Test
    void aStayIsSettledInBetweenAndAtItsEnd() {
        String person = person();
        String admission = """
                {"mdtrtinfo": {"psn_no": "%s", "insutype": "390", "begntime": "%s 00:01:00", "mdtrt_cert_type": "02",
                "med_type": "21", "ipt_no": "ZY1", "atddr_no": "D1", "chfpdr_name": "样例医生", "adm_diag_dscr": "肺炎",
                "adm_dept_codg": "01", "adm_dept_name": "样例科", "adm_bed": "1", "dscg_maindiag_code": "J18.900",
                "dscg_maindiag_name": "肺炎", "insuplc_admdvs": "359900", "mdtrtarea_admvs": "359900"},
                "diseinfo": [{"psn_no": "%s", "diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1, "diag_code": "J18.900",
                "diag_name": "肺炎", "diag_dept": "01", "dise_dor_no": "D1", "dise_dor_name": "样例医生",
                "diag_time": "%s 00:02:00"}]}""".formatted(person, today, person, today);
        String visit = good("2401", admission).at("/result/mdtrt_id").asString();
        assertThat(fault(hospital.call("2401", admission))).startsWith("[E-SET-003]");
        stayCharge(visit, person, "1", "8000.00");
        assertThat(fault(hospital.call("2304", stay(visit, person, "8000.00", "0"))))
                .startsWith("[E-GWY-070]");
        JsonNode interim = good("2304", stay(visit, person, "8000.00", "1"));
        stayCharge(visit, person, "2", "2000.00");
        assertThat(fault(hospital.call("2302", """
                {"data": {"feedetl_sn": "1", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(visit, person)))).startsWith("[E-SET-025]");
        good("2402", """
                {"dscginfo": {"mdtrt_id": "%s", "psn_no": "%s", "insutype": "390", "endtime": "%s 00:05:00",
                "dscg_dept_codg": "01", "dscg_dept_name": "样例科", "dscg_way": "1"},
                "diseinfo": [{"mdtrt_id": "%s", "psn_no": "%s", "diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1,
                "diag_code": "J18.900", "diag_name": "肺炎", "diag_dept": "01", "dise_dor_no": "D1",
                "dise_dor_name": "样例医生", "diag_time": "%s 00:02:00"}]}""".formatted(visit, person, today, visit, person, today));
        JsonNode last = good("2304", stay(visit, person, "2000.00", "0"));
        assertThat(interim.at("/setlinfo/act_pay_dedc").decimalValue()).isPositive();
        assertThat(last.at("/setlinfo/act_pay_dedc").decimalValue())
                .as("one deductible a stay")
                .isEqualByComparingTo("0");
        assertThat(fault(hospital.call(
                        "2405", "{\"data\": {\"mdtrt_id\": \"%s\", \"psn_no\": \"%s\"}}".formatted(visit, person))))
                .startsWith("[E-SET-007]");
        assertThat(fault(cancel(visit, person, interim))).startsWith("[E-SET-042]");
        assertThat(cancel(visit, person, last).get("infcode").asInt()).isZero();
        assertThat(cancel(visit, person, interim).get("infcode").asInt()).isZero();
        good(
                "2302",
                "{\"data\": {\"feedetl_sn\": \"0000\", \"mdtrt_id\": \"%s\", \"psn_no\": \"%s\"}}"
                        .formatted(visit, person));
        good("2405", "{\"data\": {\"mdtrt_id\": \"%s\", \"psn_no\": \"%s\"}}".formatted(visit, person));
        good("2404", "{\"data\": {\"mdtrt_id\": \"%s\", \"psn_no\": \"%s\"}}".formatted(visit, person));
        JsonNode sums = good("3201", """
                {"data": {"insutype": "390", "clr_type": "21", "setl_optins": "359900", "stmt_begndate": "%s",
                "stmt_enddate": "%s", "medfee_sumamt": 0, "fund_pay_sumamt": 0, "acct_pay": 0, "fixmedins_setl_cnt": 4}}""".formatted(today, today));
        assertThat(sums.at("/stmtinfo/stmt_rslt").asString())
                .as(sums.toString())
                .isEqualTo("0");
    }

    private JsonNode cancel(String visit, String person, JsonNode settled) {
        return hospital.call(
                "2305",
                "{\"data\": {\"mdtrt_id\": \"%s\", \"setl_id\": \"%s\", \"psn_no\": \"%s\"}}"
                        .formatted(visit, settled.at("/setlinfo/setl_id").asString(), person));
    }

    private void stayCharge(String visit, String person, String sn, String price) {
        good("2301", """
                {"feedetail": [{"feedetl_sn": "%s", "mdtrt_id": "%s", "psn_no": "%s", "med_type": "21",
                "fee_ocur_time": "%s 00:03:00", "med_list_codg": "XA02BCA100A001010110000", "medins_list_codg": "Y1",
                "det_item_fee_sumamt": %s, "cnt": 1, "pric": %s, "bilg_dept_codg": "01", "bilg_dept_name": "样例科",
                "bilg_dr_codg": "D1", "bilg_dr_name": "样例医生"}]}""".formatted(sn, visit, person, today, price, price));
    }

    private static String stay(String visit, String person, String total, String interim) {
        return """
                {"data": {"psn_no": "%s", "mdtrt_cert_type": "02", "medfee_sumamt": %s, "psn_setlway": "01", "mdtrt_id": "%s",
                "insutype": "390", "acct_used_flag": "0", "mid_setl_flag": "%s", "insuplc_admdvs": "359900",
                "mdtrtarea_admvs": "359900"}}""".formatted(person, total, visit, interim);
    }

    @Test
    void aSpecialDiseaseIsFiledUsedAndAskedFor() {
        String person = person();
        String filing = """
                {"data": {"psn_no": "%s", "insutype": "390", "opsp_dise_code": "M03900", "opsp_dise_name": "高血压",
                "insu_optins": "359900", "ide_fixmedins_no": "H35990100001", "ide_fixmedins_name": "样例医院",
                "hosp_ide_date": "%s", "diag_dr_codg": "D1", "diag_dr_name": "样例医生", "begndate": "%s"}}""".formatted(person, today, today);
        String number = good("2503", filing).at("/result/trt_dcla_detl_sn").asString();
        assertThat(fault(hospital.call("2503", filing))).startsWith("[E-SET-051]");
        assertThat(good("5301", "{\"data\": {\"psn_no\": \"%s\"}}".formatted(person))
                        .at("/feedetail/0/opsp_dise_code")
                        .asString())
                .isEqualTo("M03900");
        String visit = visit(person, "14", "\"dise_codg\": \"M03900\", \"dise_name\": \"高血压\", ");
        charge(visit, person, "1", "200.00");
        JsonNode settled = good("2207", request(visit, person, "200.00"));
        assertThat(settled.at("/setlinfo/fund_pay_sumamt").decimalValue()).isPositive();
        assertThat(good("5206", "{\"data\": {\"psn_no\": \"%s\"}}".formatted(person))
                        .at("/cuminfo")
                        .toString())
                .contains("chronic.paid");
        assertThat(fault(hospital.call("2504", """
                {"data": {"trt_dcla_detl_sn": "%s", "psn_no": "%s", "memo": "误报"}}""".formatted(number, person)))).startsWith("[E-SET-053]");
        String id = settled.at("/setlinfo/setl_id").asString();
        assertThat(good(
                                "5203",
                                "{\"data\": {\"psn_no\": \"%s\", \"setl_id\": \"%s\", \"mdtrt_id\": \"%s\"}}"
                                        .formatted(person, id, visit))
                        .at("/setlinfo/fund_pay_sumamt"))
                .isEqualTo(settled.at("/setlinfo/fund_pay_sumamt"));
    }

    @Test
    void aPurchaseIsTriedPaidAndTakenBack() {
        String person = person();
        String purchase = """
                {"druginfo": {"psn_no": "%s", "mdtrt_cert_type": "02", "mdtrt_cert_no": "1", "begntime": "%s 00:01:00",
                "medfee_sumamt": 12.50, "insutype": "390", "acct_used_flag": "0", "med_type": "41"},
                "drugdetail": [{"feedetl_sn": "1", "rx_circ_flag": "0", "fee_ocur_time": "%s 00:01:00",
                "med_list_codg": "XA02BCA100A001010110000", "medins_list_codg": "Y1", "det_item_fee_sumamt": 12.50,
                "cnt": 1, "pric": 12.5}]}""".formatted(person, today, today);
        JsonNode tried = good("2101", purchase);
        assertThat(tried.at("/detlcutinfo/0/chrgitm_lv").asString()).isEqualTo("01");
        JsonNode paid = good("2102", purchase);
        assertThat(paid.at("/setlinfo/psn_cash_pay")).isEqualTo(tried.at("/setlinfo/psn_cash_pay"));
        JsonNode back = good("2103", """
                {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(
                        paid.at("/setlinfo/setl_id").asString(),
                        paid.at("/setlinfo/mdtrt_id").asString(),
                        person));
        assertThat(back.at("/setlinfo/medfee_sumamt").decimalValue()).isEqualByComparingTo("-12.50");
        assertThat(database.sql("select count(*) from settlement.visit where person_number = :number")
                        .param("number", person)
                        .query(Long.class)
                        .single())
                .as("what was tried is forgotten")
                .isEqualTo(1);
    }

    @Test
    void whoCannotProveItselfLearnsNothing() {
        assertThat(fault(new Hospital(port, HOSPITAL, Map.of("apikey", "wrong")).call("1101", "{}")))
                .startsWith("[E-GWY-023]");
        assertThat(fault(new Hospital(port, HOSPITAL, Map.of()).call("1101", "{}")))
                .startsWith("[E-GWY-021]");
        assertThat(fault(new Hospital(port, "H35990199999", Map.of()).call("1101", "{}")))
                .startsWith("[E-GWY-020]");
        assertThat(fault(hospital.send("/CSB", "{\"infno\": "))).startsWith("[E-GWY-001]");
    }
}
