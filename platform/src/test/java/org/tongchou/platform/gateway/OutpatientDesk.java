package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
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
import tools.jackson.databind.JsonNode;

/** Two hospitals under agreement with a catalogue, and what their systems say most often. */
public final class OutpatientDesk {
    /** A hospital. */
    public static final String HOSPITAL = "H35990100001";
    /** Another one. */
    public static final String OTHER = "H35990100002";

    static final LocalDate BORN = LocalDate.of(1975, 5, 5);
    static final String DRUG = "XA02BCA100A001010110000";

    /** Today. */
    public final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    /** The system of the hospital. */
    public final Hospital hospital;

    /** The system of the other one. */
    public final Hospital other;

    final Villagers villagers;
    final String secret;
    private int order;

    private OutpatientDesk(Hospital hospital, Hospital other, Villagers villagers, String secret) {
        this.hospital = hospital;
        this.other = other;
        this.villagers = villagers;
        this.secret = secret;
    }

    static OutpatientDesk open(ApplicationContext context, int port) {
        ProviderFixture providers = ProviderFixture.create(
                context.getBean(Institutions.class),
                context.getBean(Agreements.class),
                context.getBean(Acts.class),
                context.getBean(JdbcClient.class),
                context.getBean(Region.class),
                context.getBean(Units.class));
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        String secret = UUID.randomUUID().toString();
        for (String code : new String[] {HOSPITAL, OTHER}) {
            providers.hospital(code);
            providers.signed(code, LocalDate.of(year - 1, 12, 1), "XY-" + code);
            context.getBean(Accesses.class)
                    .grant(TestActors.actor(), new Access(code, "apikey", "", secret + code, "", "", false, true));
        }
        context.getBean(CatalogueSample.class)
                .load(CatalogueFixture.CLERK, CatalogueFixture.SECOND, LocalDate.of(2020, 1, 1));
        return new OutpatientDesk(
                new Hospital(port, HOSPITAL, Map.of("apikey", secret + HOSPITAL)),
                new Hospital(port, OTHER, Map.of("apikey", secret + OTHER)),
                new Villagers(context.getBean(Registry.class), context.getBean(TransactionTemplate.class)),
                secret);
    }

    /** The number of a resident who is enrolled. */
    public String person() {
        String id = identity();
        return good("1101", """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s"}}""".formatted(id)).at("/baseinfo/psn_no").asString();
    }

    /** The identity number of a resident who is enrolled. */
    String identity() {
        long person = villagers.person("样例人" + ++order, BORN, order, "359901");
        villagers.enrol(person, "resident", "成年居民", LocalDate.of(today.getYear() - 1, 1, 1), "359901");
        return Villagers.idNumber(BORN, order);
    }

    JsonNode good(String infno, String input) {
        JsonNode answer = hospital.call(infno, input);
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        return answer.get("output");
    }

    String fault(String infno, String input) {
        return fault(hospital.call(infno, input));
    }

    static String fault(JsonNode answer) {
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isEqualTo(-1);
        assertThat(answer.get("err_msg").asString()).hasSizeLessThanOrEqualTo(200);
        return answer.get("err_msg").asString();
    }

    /** An outpatient visit with its diagnosis. */
    String visit(String person) {
        return visit(person, "11", "");
    }

    /** A visit of a kind; more is what its description says besides. */
    String visit(String person, String kind, String more) {
        String visit = good("2201", registration(person)).at("/data/mdtrt_id").asString();
        good("2203", """
                {"mdtrtinfo": {"mdtrt_id": "%s", "psn_no": "%s", %s"med_type": "%s", "begntime": "%s 00:01:00"},
                "diseinfo": [{"diag_type": "1", "diag_srt_no": 1, "diag_code": "J06.900", "diag_name": "急性上呼吸道感染",
                "diag_dept": "01", "dise_dor_no": "D1", "dise_dor_name": "样例医生", "diag_time": "%s 00:02:00",
                "vali_flag": "1"}]}""".formatted(visit, person, more, kind, today, today));
        return visit;
    }

    String registration(String person) {
        return """
                {"data": {"psn_no": "%s", "insutype": "390", "begntime": "%s 00:01:00", "mdtrt_cert_type": "02",
                "mdtrt_cert_no": "1", "ipt_otp_no": "MZ1", "atddr_no": "D1", "dr_name": "样例医生", "dept_code": "01",
                "dept_name": "样例科", "caty": "A01"}}""".formatted(person, today);
    }

    String charge(String visit, String person, String sn, String price) {
        return """
                {"feedetail": [{"feedetl_sn": "%s", "mdtrt_id": "%s", "psn_no": "%s", "chrg_bchno": "1",
                "fee_ocur_time": "%s 00:03:00", "med_list_codg": "%s", "medins_list_codg": "Y1",
                "det_item_fee_sumamt": %s, "cnt": 1, "pric": %s, "bilg_dept_codg": "01", "bilg_dept_name": "样例科",
                "bilg_dr_codg": "D1", "bilg_dr_name": "样例医生", "rx_circ_flag": "0", "hosp_appr_flag": "0"}]}""".formatted(sn, visit, person, today, DRUG, price, price);
    }

    static String request(String visit, String person, String total) {
        return """
                {"data": {"psn_no": "%s", "mdtrt_cert_type": "02", "mdtrt_cert_no": "1", "med_type": "11",
                "medfee_sumamt": %s, "psn_setlway": "01", "mdtrt_id": "%s", "chrg_bchno": "1", "insutype": "390",
                "acct_used_flag": "0", "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0, "preselfpay_amt": 0,
                "inscp_scp_amt": %s}}""".formatted(person, total, visit, total);
    }
}
