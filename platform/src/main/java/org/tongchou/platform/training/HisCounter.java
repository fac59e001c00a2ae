package org.tongchou.platform.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The counter of a hospital or pharmacy: what its people do, as transactions of the interface. What is refused is thrown as
 * {@link HisFault}.
 */
public final class HisCounter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int MOST = 100;
    private static final String ALL = "0000";
    private static final String BATCH = "1";

    private final HisClient client;
    private final Supplier<String> ids;
    private final Consumer<HisCall> told;
    private final String insuredArea;

    /** A counter that makes its own message ids. */
    public HisCounter(HisClient client) {
        this(client, client::msgid, call -> {});
    }

    /**
     * A counter.
     *
     * @param ids message ids, one for each call
     * @param told told of every call that was answered
     */
    public HisCounter(HisClient client, Supplier<String> ids, Consumer<HisCall> told) {
        this(client, ids, told, client.line().area());
    }

    /**
     * A counter for people who are insured in one region.
     *
     * @param ids message ids, one for each call
     * @param told told of every call that was answered
     * @param insuredArea 参保地医保区划
     */
    public HisCounter(HisClient client, Supplier<String> ids, Consumer<HisCall> told, String insuredArea) {
        this.client = client;
        this.ids = ids;
        this.told = told;
        this.insuredArea = insuredArea;
    }

    /** The time at the institution. */
    public LocalDateTime now() {
        return client.now();
    }

    /** Signs in; the number of the sign-in. */
    public String signIn() {
        ObjectNode input = node();
        input.putObject("signIn")
                .put("opter_no", client.line().operator())
                .put("mac", "00-00-00-00-00-00")
                .put("ip", "127.0.0.1");
        return call("9001", input).good().path("signinoutb").path("sign_no").asString();
    }

    /** Asks who somebody is; of several schemes, the one in force. */
    public HisPerson identify(String idNumber) {
        JsonNode output = call(
                        "1101",
                        data(Map.of(
                                "mdtrt_cert_type", "02",
                                "mdtrt_cert_no", idNumber,
                                "psn_cert_type", "01")))
                .good();
        JsonNode scheme = StreamSupport.stream(output.path("insuinfo").spliterator(), false)
                .filter(row -> row.path("psn_insu_stas").asString().equals("1"))
                .findFirst()
                .orElseGet(() -> output.path("insuinfo").path(0));
        return new HisPerson(
                output.path("baseinfo").path("psn_no").asString(),
                output.path("baseinfo").path("psn_name").asString(),
                idNumber,
                scheme.path("insutype").asString(),
                scheme.path("insuplc_admdvs").asString(),
                scheme.path("balc").decimalValue());
    }

    /** Registers an outpatient and says what for (2201, 2203). */
    public HisVisit register(HisPerson person, String kind, HisComplaint complaint, LocalDateTime begun) {
        ObjectNode input = data(Map.of(
                "psn_no", person.number(),
                "insutype", person.insutype(),
                "begntime", TIME.format(begun),
                "mdtrt_cert_type", "02",
                "mdtrt_cert_no", person.idNumber(),
                "ipt_otp_no", "MZ" + serial(begun)));
        ((ObjectNode) input.get("data"))
                .put("atddr_no", "D0001")
                .put("dr_name", "样例医师")
                .put("dept_code", "01")
                .put("dept_name", "样例科")
                .put("caty", "A01");
        String number = call("2201", input).good().path("data").path("mdtrt_id").asString();
        HisVisit visit = new HisVisit(number, person, kind, false, begun, complaint);
        describe(visit);
        return visit;
    }

    private void describe(HisVisit visit) {
        ObjectNode input = node();
        ObjectNode info = input.putObject("mdtrtinfo")
                .put("mdtrt_id", visit.number())
                .put("psn_no", visit.person().number())
                .put("med_type", visit.kind())
                .put("begntime", TIME.format(visit.begun()));
        if (!visit.complaint().disease().isEmpty()) {
            info.put("dise_codg", visit.complaint().disease())
                    .put("dise_name", visit.complaint().diseaseName());
        }
        input.putArray("diseinfo").add(diagnosis(visit).put("vali_flag", "1"));
        call("2203", input).good();
    }

    /** Files a special disease (2503), so that it pays from a day on; the number of the filing. */
    public String file(HisPerson person, HisComplaint complaint, LocalDate from) {
        ObjectNode input = data(Map.of(
                "psn_no", person.number(),
                "insutype", person.insutype(),
                "opsp_dise_code", complaint.disease(),
                "opsp_dise_name", complaint.diseaseName(),
                "insu_optins", person.area(),
                "ide_fixmedins_no", client.line().institution(),
                "ide_fixmedins_name", client.line().name(),
                "hosp_ide_date", from.toString(),
                "begndate", from.toString()));
        ((ObjectNode) input.get("data")).put("diag_dr_codg", "D0001").put("diag_dr_name", "样例医师");
        return call("2503", input)
                .good()
                .path("result")
                .path("trt_dcla_detl_sn")
                .asString();
    }

    /** Admits somebody to a stay (2401). */
    public HisVisit admit(HisPerson person, String kind, HisComplaint complaint, LocalDateTime begun) {
        ObjectNode input = node();
        input.putObject("mdtrtinfo")
                .put("psn_no", person.number())
                .put("insutype", person.insutype())
                .put("begntime", TIME.format(begun))
                .put("mdtrt_cert_type", "02")
                .put("mdtrt_cert_no", person.idNumber())
                .put("med_type", kind)
                .put("ipt_no", "ZY" + serial(begun))
                .put("atddr_no", "D0001")
                .put("chfpdr_name", "样例医师")
                .put("adm_diag_dscr", complaint.name())
                .put("adm_dept_codg", "01")
                .put("adm_dept_name", "样例科")
                .put("adm_bed", "1")
                .put("dscg_maindiag_code", complaint.code())
                .put("dscg_maindiag_name", complaint.name())
                .put("insuplc_admdvs", person.area())
                .put("mdtrtarea_admvs", client.line().area());
        HisVisit visit = new HisVisit("", person, kind, true, begun, complaint);
        input.putArray("diseinfo").add(diagnosis(visit));
        String number =
                call("2401", input).good().path("result").path("mdtrt_id").asString();
        return new HisVisit(number, person, kind, true, begun, complaint);
    }

    private static ObjectNode diagnosis(HisVisit visit) {
        return node().put("mdtrt_id", visit.number())
                .put("psn_no", visit.person().number())
                .put("diag_type", "1")
                .put("maindiag_flag", "1")
                .put("diag_srt_no", 1)
                .put("diag_code", visit.complaint().code())
                .put("diag_name", visit.complaint().name())
                .put("diag_dept", "01")
                .put("dise_dor_no", "D0001")
                .put("dise_dor_name", "样例医师")
                .put("diag_time", TIME.format(visit.begun()));
    }

    /**
     * Charges items (2204, 2301), a hundred a call.
     *
     * @param first number of the first charge within the visit
     */
    public HisSplit charge(HisVisit visit, int first, List<HisItem> items) {
        return charge(visit, first, items, visit.begun());
    }

    /**
     * Charges items of a time.
     *
     * @param first number of the first charge within the visit
     * @param when when they were used
     */
    public HisSplit charge(HisVisit visit, int first, List<HisItem> items, LocalDateTime when) {
        HisSplit sum = HisSplit.NONE;
        for (int from = 0; from < items.size(); from += MOST) {
            ObjectNode input = node();
            ArrayNode rows = input.putArray("feedetail");
            for (int i = from; i < Math.min(items.size(), from + MOST); i++) {
                ObjectNode row = item(items.get(i), first + i, when)
                        .put("mdtrt_id", visit.number())
                        .put("psn_no", visit.person().number())
                        .put("med_type", visit.kind())
                        .put("bilg_dept_codg", "01")
                        .put("bilg_dept_name", "样例科")
                        .put("bilg_dr_codg", "D0001")
                        .put("bilg_dr_name", "样例医师")
                        .put("hosp_appr_flag", "0");
                if (!visit.stay()) {
                    row.put("chrg_bchno", BATCH)
                            .put("dise_codg", visit.complaint().disease());
                }
                rows.add(row);
            }
            sum = sum.and(HisSplit.of(
                    call(visit.stay() ? "2301" : "2204", input).good().path("result")));
        }
        return sum;
    }

    private static ObjectNode item(HisItem item, int sn, LocalDateTime charged) {
        return node().put("feedetl_sn", Integer.toString(sn))
                .put("rx_circ_flag", "0")
                .put("fee_ocur_time", TIME.format(charged))
                .put("med_list_codg", item.code())
                .put("medins_list_codg", item.code())
                .put("medins_list_name", item.name())
                .put("det_item_fee_sumamt", item.total())
                .put("cnt", item.pieces())
                .put("pric", item.price());
    }

    /** Takes all charges back that are not settled (2205, 2302). */
    public void removeCharges(HisVisit visit) {
        ObjectNode input = ofVisit(visit);
        ((ObjectNode) input.get("data")).put(visit.stay() ? "feedetl_sn" : "chrg_bchno", ALL);
        call(visit.stay() ? "2302" : "2205", input).good();
    }

    /** Ends a stay (2402). */
    public void discharge(HisVisit visit, LocalDateTime at) {
        ObjectNode input = node();
        input.putObject("dscginfo")
                .put("mdtrt_id", visit.number())
                .put("psn_no", visit.person().number())
                .put("insutype", visit.person().insutype())
                .put("endtime", TIME.format(at))
                .put("dscg_dept_codg", "01")
                .put("dscg_dept_name", "样例科")
                .put("dscg_way", "1");
        input.putArray("diseinfo").add(diagnosis(visit));
        call("2402", input).good();
    }

    /** Takes the end of a stay back (2405). */
    public void readmit(HisVisit visit) {
        call("2405", ofVisit(visit)).good();
    }

    /** Takes a visit back (2202, 2404). */
    public void giveUp(HisVisit visit) {
        ObjectNode input = ofVisit(visit);
        if (!visit.stay()) {
            ((ObjectNode) input.get("data")).put("ipt_otp_no", "MZ" + serial(visit.begun()));
        }
        call(visit.stay() ? "2404" : "2202", input).good();
    }

    /** Asks what a settlement would come to (2206, 2303). */
    public HisBill preSettle(HisVisit visit, HisSplit split, boolean account) {
        return HisBill.of(call(visit.stay() ? "2303" : "2206", settlement(visit, split, account)));
    }

    /** Settles (2207, 2304). */
    public HisBill settle(HisVisit visit, HisSplit split, boolean account) {
        return HisBill.of(call(visit.stay() ? "2304" : "2207", settlement(visit, split, account)));
    }

    /** What a settlement is asked with. */
    ObjectNode settlement(HisVisit visit, HisSplit split, boolean account) {
        ObjectNode input = ofVisit(visit);
        ObjectNode row = ((ObjectNode) input.get("data"))
                .put("mdtrt_cert_type", "02")
                .put("mdtrt_cert_no", visit.person().idNumber())
                .put("med_type", visit.kind())
                .put("medfee_sumamt", split.total())
                .put("psn_setlway", "01")
                .put("insutype", visit.person().insutype())
                .put("acct_used_flag", account ? "1" : "0")
                .put("fulamt_ownpay_amt", split.own())
                .put("overlmt_selfpay", split.over())
                .put("preselfpay_amt", split.pre())
                .put("inscp_scp_amt", split.scope());
        if (visit.stay()) {
            row.put("mid_setl_flag", "0")
                    .put("insuplc_admdvs", visit.person().area())
                    .put("mdtrtarea_admvs", client.line().area());
        } else {
            row.put("chrg_bchno", BATCH);
        }
        return input;
    }

    /** Takes a settlement back (2208, 2305, 2103); its mirror. */
    public HisBill cancel(HisPerson person, HisBill bill) {
        String infno = Map.of("2304", "2305", "2102", "2103").getOrDefault(bill.infno(), "2208");
        return HisBill.of(call(
                infno, data(Map.of("setl_id", bill.number(), "mdtrt_id", bill.visit(), "psn_no", person.number()))));
    }

    /** Takes back whatever a call did, also when its answer never came (2601). */
    public void reverse(HisPerson person, String infno, String msgid) {
        call("2601", data(Map.of("psn_no", person.number(), "omsgid", msgid, "oinfno", infno)))
                .good();
    }

    /** Tries a purchase at a pharmacy (2101), or makes it (2102). */
    public HisBill buy(HisPerson person, List<HisItem> items, LocalDateTime when, boolean account, boolean kept) {
        ObjectNode input = node();
        input.putObject("druginfo")
                .put("psn_no", person.number())
                .put("mdtrt_cert_type", "02")
                .put("mdtrt_cert_no", person.idNumber())
                .put("begntime", TIME.format(when))
                .put("medfee_sumamt", items.stream().map(HisItem::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .put("insutype", person.insutype())
                .put("acct_used_flag", account ? "1" : "0")
                .put("med_type", "41");
        ArrayNode rows = input.putArray("drugdetail");
        for (int i = 0; i < items.size(); i++) {
            rows.add(item(items.get(i), i + 1, when));
        }
        return HisBill.of(call(kept ? "2102" : "2101", input));
    }

    /** Compares the sums of both sides (3201). */
    public HisSums.Answer reconcile(HisSums sums) {
        ObjectNode input = data(Map.of(
                "insutype", sums.insutype(),
                "clr_type", sums.clearing(),
                "setl_optins", client.line().area(),
                "stmt_begndate", sums.from().toString(),
                "stmt_enddate", sums.to().toString()));
        ((ObjectNode) input.get("data"))
                .put("medfee_sumamt", sums.total())
                .put("fund_pay_sumamt", sums.fund())
                .put("acct_pay", sums.account())
                .put("fixmedins_setl_cnt", sums.count());
        JsonNode answer = call("3201", input).good().path("stmtinfo");
        return new HisSums.Answer(
                answer.path("stmt_rslt").asString().equals("0"),
                answer.path("stmt_rslt_dscr").asString());
    }

    private static ObjectNode ofVisit(HisVisit visit) {
        return data(Map.of("mdtrt_id", visit.number(), "psn_no", visit.person().number()));
    }

    private static String serial(LocalDateTime begun) {
        return DateTimeFormatter.ofPattern("yyyyMMddHHmmss").format(begun);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode data(Map<String, String> values) {
        ObjectNode input = node();
        ObjectNode data = input.putObject("data");
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(value -> data.put(value.getKey(), value.getValue()));
        return input;
    }

    private HisCall call(String infno, ObjectNode input) {
        HisCall call = client.call(infno, ids.get(), insuredArea, input);
        told.accept(call);
        return call;
    }
}
