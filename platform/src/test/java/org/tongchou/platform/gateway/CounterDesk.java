package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.Transaction;
import org.tongchou.platform.gateway.wire.Transactions;
import tools.jackson.databind.JsonNode;

/** One visit at a hospital's desk. */
final class CounterDesk {
    private static final Map<String, String> CODES =
            Map.of("a", "XA02BCA100A001010110000", "b", "XA02BCA102A001010110002", "own", "XA02BCA104A001010110004");
    static final Map<String, String> DISEASES = Map.of("高血压", "M03900", "糖尿病", "M01600", "尿毒症透析", "M07803");

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Hospital hospital;
    private final String person;
    private final String insutype;
    private final CounterCase.Bill bill;
    private final CounterCase.Who who;
    private String visit = "";
    private String message = "";
    private String cancellation = "";

    CounterDesk(Hospital hospital, String person, String insutype, CounterCase.Bill bill, CounterCase.Who who) {
        this.hospital = hospital;
        this.person = person;
        this.insutype = insutype;
        this.bill = bill;
        this.who = who;
    }

    JsonNode settle() {
        if (bill.at().equals("pharmacy")) {
            return buy();
        }
        if (visit.isEmpty()) {
            visit = bill.stay() ? admit() : register();
            charge();
            if (bill.stay()) {
                good("2402", """
                        {"dscginfo": {"mdtrt_id": "%s", "psn_no": "%s", "insutype": "%s", "endtime": "%s 00:05:00",
                        "dscg_dept_codg": "01", "dscg_dept_name": "样例科", "dscg_way": "1"}, "diseinfo": [%s]}""".formatted(
                                visit, person, insutype, today, diagnosis(", \"mdtrt_id\": \"" + visit + "\"")));
            }
        }
        String asked = bill.stay() ? "2303" : "2206";
        String done = bill.stay() ? "2304" : "2207";
        JsonNode tried = good(asked, request());
        message = hospital.msgid();
        JsonNode settled = hospital.call(done, message, request());
        assertThat(settled.get("infcode").asInt()).as(settled.toString()).isZero();
        wellFormed(done, settled);
        assertThat(amounts(settled.get("output"), 1)).as("as it was tried").isEqualTo(amounts(tried, 1));
        return settled.get("output");
    }

    private JsonNode buy() {
        String input = """
                {"druginfo": {"psn_no": "%s", "mdtrt_cert_type": "02", "mdtrt_cert_no": "1", "begntime": "%s 00:01:00",
                "medfee_sumamt": %s, "insutype": "%s", "acct_used_flag": "%s", "med_type": "41"},
                "drugdetail": [%s]}""".formatted(person, today, bill.total(), insutype, used(), rows(""));
        JsonNode tried = good("2101", input);
        message = hospital.msgid();
        JsonNode settled = hospital.call("2102", message, input);
        assertThat(settled.get("infcode").asInt()).as(settled.toString()).isZero();
        wellFormed("2102", settled);
        visit = settled.at("/output/setlinfo/mdtrt_id").asString();
        assertThat(amounts(settled.get("output"), 1)).isEqualTo(amounts(tried, 1));
        return settled.get("output");
    }

    private String register() {
        String number = good("2201", """
                {"data": {"psn_no": "%s", "insutype": "%s", "begntime": "%s 00:01:00", "mdtrt_cert_type": "02",
                "mdtrt_cert_no": "1", "ipt_otp_no": "MZ1", "atddr_no": "D1", "dr_name": "样例医生", "dept_code": "01",
                "dept_name": "样例科", "caty": "A01"}}""".formatted(person, insutype, today))
                .at("/data/mdtrt_id")
                .asString();
        String disease = who.disease() == null || !bill.kind().equals("14")
                ? ""
                : "\"dise_codg\": \"%s\", \"dise_name\": \"%s\", "
                        .formatted(DISEASES.get(who.disease()), who.disease());
        good("2203", """
                {"mdtrtinfo": {"mdtrt_id": "%s", "psn_no": "%s", %s"med_type": "%s", "begntime": "%s 00:01:00"},
                "diseinfo": [%s]}""".formatted(number, person, disease, bill.kind(), today, diagnosis(", \"vali_flag\": \"1\"")));
        return number;
    }

    private String admit() {
        return good("2401", """
                {"mdtrtinfo": {"psn_no": "%s", "insutype": "%s", "begntime": "%s 00:01:00", "mdtrt_cert_type": "02",
                "med_type": "%s", "ipt_no": "ZY1", "atddr_no": "D1", "chfpdr_name": "样例医生", "adm_diag_dscr": "样例",
                "adm_dept_codg": "01", "adm_dept_name": "样例科", "adm_bed": "1", "dscg_maindiag_code": "%s",
                "dscg_maindiag_name": "样例", "insuplc_admdvs": "359900", "mdtrtarea_admvs": "359900"},
                "diseinfo": [%s]}""".formatted(person, insutype, today, bill.kind(), code(), diagnosis("")))
                .at("/result/mdtrt_id")
                .asString();
    }

    private String code() {
        return bill.diagnosis() == null ? "J18.900" : bill.diagnosis();
    }

    private String diagnosis(String more) {
        return """
                {"psn_no": "%s", "diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1, "diag_code": "%s", "diag_name": "样例",
                "diag_dept": "01", "dise_dor_no": "D1", "dise_dor_name": "样例医生", "diag_time": "%s 00:02:00"%s}""".formatted(person, code(), today, more);
    }

    private void charge() {
        good(bill.stay() ? "2301" : "2204", "{\"feedetail\": [" + rows(visit) + "]}");
    }

    private String rows(String visitNumber) {
        List<String> rows = new ArrayList<>();
        bill.lines()
                .forEach((line, amount) -> rows.add("""
                {"feedetl_sn": "%s%d", "mdtrt_id": "%s", "psn_no": "%s", "med_type": "%s", "chrg_bchno": "1",
                "fee_ocur_time": "%s 00:03:00", "med_list_codg": "%s", "medins_list_codg": "Y1", "det_item_fee_sumamt": %s,
                "cnt": 1, "pric": %s, "bilg_dept_codg": "01", "bilg_dept_name": "样例科", "bilg_dr_codg": "D1",
                "bilg_dr_name": "样例医生", "rx_circ_flag": "0", "hosp_appr_flag": "0"}""".formatted(
                                line,
                                rows.size() + 1,
                                visitNumber,
                                person,
                                bill.kind(),
                                today,
                                CODES.get(line),
                                amount,
                                amount)));
        return String.join(",", rows);
    }

    private String used() {
        return bill.useAccount() ? "1" : "0";
    }

    private String request() {
        String common = """
                "psn_no": "%s", "mdtrt_cert_type": "02", "mdtrt_cert_no": "1", "medfee_sumamt": %s, "psn_setlway": "01",
                "mdtrt_id": "%s", "insutype": "%s", "acct_used_flag": "%s\"""".formatted(person, bill.total(), visit, insutype, used());
        return bill.stay()
                ? "{\"data\": {" + common
                        + ", \"mid_setl_flag\": \"0\", \"insuplc_admdvs\": \"359900\", \"mdtrtarea_admvs\": \"359900\","
                        + " \"fulamt_ownpay_amt\": 0, \"inscp_scp_amt\": 0}}"
                : "{\"data\": {" + common + ", \"med_type\": \"" + bill.kind() + "\", \"chrg_bchno\": \"1\"" + parts()
                        + "}}";
    }

    /** The parts that 2207 has to send back: what the splitting told. */
    private String parts() {
        BigDecimal b = bill.lines().getOrDefault("b", BigDecimal.ZERO);
        BigDecimal own = bill.lines().getOrDefault("own", BigDecimal.ZERO);
        BigDecimal pre = b.multiply(new BigDecimal(insutype.equals("310") ? "0.10" : "0.15"));
        return ", \"fulamt_ownpay_amt\": %s, \"overlmt_selfpay\": 0, \"preselfpay_amt\": %s, \"inscp_scp_amt\": %s"
                .formatted(own, pre, bill.total().subtract(own).subtract(pre));
    }

    private String infno(String pharmacy, String stay, String outpatient) {
        return bill.at().equals("pharmacy") ? pharmacy : bill.stay() ? stay : outpatient;
    }

    JsonNode cancel(JsonNode settled) {
        String input = "{\"data\": {\"mdtrt_id\": \"%s\", \"setl_id\": \"%s\", \"psn_no\": \"%s\"}}"
                .formatted(visit, settled.at("/setlinfo/setl_id").asString(), person);
        cancellation = hospital.msgid();
        JsonNode answer = hospital.call(infno("2103", "2305", "2208"), cancellation, input);
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        return answer.get("output");
    }

    /** Reverses the last settlement. */
    void undo() {
        undo(infno("2102", "2304", "2207"), message);
    }

    /** Reverses the last cancellation. */
    void undoCancellation() {
        undo(infno("2103", "2305", "2208"), cancellation);
    }

    private void undo(String infno, String msgid) {
        good(
                "2601",
                "{\"data\": {\"psn_no\": \"%s\", \"omsgid\": \"%s\", \"oinfno\": \"%s\"}}"
                        .formatted(person, msgid, infno));
    }

    private JsonNode good(String infno, String input) {
        JsonNode answer = hospital.call(infno, input);
        assertThat(answer.get("infcode").asInt()).as("%s %s", infno, answer).isZero();
        return answer.get("output");
    }

    /** All amounts of a settlement, turned by a sign; ratios, ages and limits are not turned. */
    static List<String> amounts(JsonNode settled, int sign) {
        List<String> told = new ArrayList<>();
        settled.get("setlinfo").properties().forEach(each -> {
            if (each.getValue().isNumber()
                    && !Set.of("age", "pool_prop_selfpay", "balc", "crt_dedc").contains(each.getKey())) {
                told.add(each.getKey() + " "
                        + each.getValue()
                                .decimalValue()
                                .multiply(BigDecimal.valueOf(sign))
                                .stripTrailingZeros());
            }
        });
        settled.get("setldetail")
                .forEach(row -> told.add(row.get("fund_pay_type").asString() + " "
                        + row.get("fund_payamt")
                                .decimalValue()
                                .multiply(BigDecimal.valueOf(sign))
                                .stripTrailingZeros()));
        return told;
    }

    /** Every field of the list is there, and nothing else. */
    static void wellFormed(String infno, JsonNode answer) {
        Transaction transaction = Transactions.national().find(infno).orElseThrow();
        for (Node node : transaction.out()) {
            JsonNode told = node.name().isEmpty() ? answer.get("output") : answer.at("/output/" + node.name());
            assertThat(told.isMissingNode())
                    .as("%s has no %s", infno, node.name())
                    .isFalse();
            Set<String> fields = new TreeSet<>();
            node.fields().forEach(field -> fields.add(field.name()));
            for (JsonNode row : node.repeats() ? told : List.of(told)) {
                assertThat(new TreeSet<>(row.propertyNames()))
                        .as("%s %s", infno, node.name())
                        .isEqualTo(fields);
            }
        }
    }
}
