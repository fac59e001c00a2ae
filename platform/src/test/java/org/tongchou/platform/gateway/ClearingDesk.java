package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.BankAccounts;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;

/** Hospitals that keep what they settle, hold it against the centre's books and apply to be paid for their months. */
public final class ClearingDesk {
    /** Drafts. */
    static final Actor CLERK = person(801, "甲");

    /** Reviews. */
    static final Actor REVIEWER = person(802, "乙");

    /** What their systems say. */
    public final OutpatientDesk counter;

    private final ProviderFixture providers;
    private final JdbcClient database;

    private ClearingDesk(OutpatientDesk counter, ApplicationContext context) {
        this.counter = counter;
        database = context.getBean(JdbcClient.class);
        providers = ProviderFixture.create(
                context.getBean(Institutions.class),
                context.getBean(Agreements.class),
                context.getBean(Acts.class),
                database,
                context.getBean(Region.class),
                context.getBean(Units.class));
    }

    /** Opens both hospitals and registers where they are paid. */
    public static ClearingDesk open(ApplicationContext context, int port) {
        OutpatientDesk counter = OutpatientDesk.open(context, port);
        for (String code : List.of(OutpatientDesk.HOSPITAL, OutpatientDesk.OTHER)) {
            BankAccounts.register(context, code, counter.today);
        }
        return new ClearingDesk(counter, context);
    }

    private static Actor person(long id, String name) {
        return new Actor(
                id,
                "clearing" + id,
                "样例人员" + name,
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of(
                        "settlement.reconciliation.view",
                        "settlement.reconciliation.handle",
                        "settlement.reconciliation.export",
                        "settlement.clearing.view",
                        "settlement.clearing.edit",
                        "settlement.clearing.review",
                        "settlement.clearing.export",
                        "fund.ledger.view",
                        "fund.payment.edit",
                        "fund.payment.review",
                        "provider.institution.edit",
                        "provider.institution.view",
                        "provider.act.review"));
    }

    /** From a day on the agreement of the hospital keeps 5 % back. */
    public void agreeOnDeposit(LocalDate day) {
        long agreement = database.sql("select id from provider.agreement where institution = :code")
                .param("code", OutpatientDesk.HOSPITAL)
                .query(Long.class)
                .single();
        providers.deposit(agreement, day, new BigDecimal("0.05"), "第十二条");
    }

    /** A settlement as the hospital keeps it. */
    public record Paid(String person, String visit, JsonNode info) {
        /** The line of the file that is held against the books. */
        public String line() {
            return String.join(
                    "\t",
                    text("setl_id"),
                    visit,
                    person,
                    text("medfee_sumamt"),
                    text("fund_pay_sumamt"),
                    text("acct_pay"),
                    info.get("medfee_sumamt").decimalValue().signum() < 0 ? "1" : "0");
        }

        /** A field of what was answered. */
        public String text(String field) {
            return info.get(field).asString();
        }

        /** An amount of what was answered. */
        public BigDecimal yuan(String field) {
            return info.get(field).decimalValue();
        }
    }

    /** Settles an outpatient visit of one charge. */
    public Paid pay(Hospital hospital, String price) {
        String person = counter.person();
        String visit = good(hospital, "2201", counter.registration(person))
                .at("/data/mdtrt_id")
                .asString();
        good(hospital, "2503", """
                {"data": {"psn_no": "%s", "insutype": "390", "opsp_dise_code": "M03900", "opsp_dise_name": "高血压",
                "insu_optins": "359900", "ide_fixmedins_no": "H35990100001", "ide_fixmedins_name": "样例医院",
                "hosp_ide_date": "%s", "diag_dr_codg": "D1", "diag_dr_name": "样例医生", "begndate": "%s"}}""".formatted(person, counter.today, counter.today));
        good(hospital, "2203", """
                {"mdtrtinfo": {"mdtrt_id": "%s", "psn_no": "%s", "med_type": "14", "dise_codg": "M03900", "dise_name": "高血压",
                "begntime": "%s 00:01:00"}, "diseinfo": [{"diag_type": "1", "diag_srt_no": 1, "diag_code": "I10.x00", "diag_name": "高血压",
                "diag_dept": "01", "dise_dor_no": "D1", "dise_dor_name": "样例医生", "diag_time": "%s 00:02:00", "vali_flag": "1", "maindiag_flag": "1"}]}""".formatted(visit, person, counter.today, counter.today));
        good(hospital, "2204", counter.charge(visit, person, "1", price));
        return new Paid(
                person,
                visit,
                good(hospital, "2207", OutpatientDesk.request(visit, person, price))
                        .get("setlinfo"));
    }

    /** Takes a settlement back. */
    public Paid back(Hospital hospital, Paid paid) {
        return new Paid(
                paid.person(),
                paid.visit(),
                good(hospital, "2208", """
                        {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(paid.text("setl_id"), paid.visit(), paid.person()))
                        .get("setlinfo"));
    }

    /** What is answered to a call that must succeed. */
    public static JsonNode good(Hospital hospital, String infno, String input) {
        JsonNode answer = hospital.call(infno, input);
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        return answer.get("output");
    }

    /** The sum of a field. */
    public static BigDecimal sum(List<Paid> rows, String field) {
        return rows.stream().map(row -> row.yuan(field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The other hospital holds its file against the centre's books; the header tells the sums of some settlements and
     * what it adds to them.
     */
    public JsonNode compare(List<String> lines, List<Paid> header, BigDecimal moreTotal, BigDecimal moreFund) {
        String sent = good(counter.other, "9101", """
                        {"fsUploadIn": {"in": "%s", "filename": "dz.txt", "fixmedins_code": "%s"}}""".formatted(
                                Base64.getEncoder()
                                        .encodeToString(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                                OutpatientDesk.OTHER))
                .get("file_qury_no")
                .asString();
        return counter.other.call("3202", """
                {"data": {"setl_optins": "359900", "file_qury_no": "%s", "stmt_begndate": "%s", "stmt_enddate": "%s",
                "medfee_sumamt": %s, "fund_pay_sumamt": %s, "cash_payamt": %s, "fixmedins_setl_cnt": %d, "clr_type": "11"}}""".formatted(
                        sent,
                        counter.today,
                        counter.today,
                        sum(header, "medfee_sumamt").add(moreTotal),
                        sum(header, "fund_pay_sumamt").add(moreFund),
                        sum(header, "psn_cash_pay"),
                        lines.size()));
    }

    /** An application to be paid for a month. */
    public String application(YearMonth month, List<Paid> rows) {
        return """
                {"data": {"clr_type": "11", "clr_way": "1", "setlym": "%s", "psntime": %d, "medfee_sumamt": %s, "med_sumfee": %s,
                "fund_appy_sum": %s, "cash_payamt": %s, "acct_pay": 0, "begndate": "%s", "enddate": "%s"}}""".formatted(
                        month.toString().replace("-", ""),
                        rows.size(),
                        sum(rows, "medfee_sumamt"),
                        sum(rows, "medfee_sumamt"),
                        sum(rows, "fund_pay_sumamt"),
                        sum(rows, "psn_cash_pay"),
                        month.atDay(1),
                        month.atEndOfMonth());
    }
}
