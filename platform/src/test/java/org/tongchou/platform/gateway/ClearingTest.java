package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.gateway.file.WireFiles;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reconciliation and what institutions are paid for their months, from the hospital's system to the payment. */
@PlatformTest
@Import({EverybodyPaid.class, MovableClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClearingTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Actor CLERK = person(801, "甲");
    private static final Actor REVIEWER = person(802, "乙");
    private static final long SEED = 20261122;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    @Autowired
    private WireFiles files;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Acts acts;

    private OutpatientDesk counter;

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
                        "provider.agreement.edit",
                        "provider.institution.view",
                        "provider.act.review"));
    }

    @BeforeAll
    void open() {
        counter = OutpatientDesk.open(context, port);
        for (String code : List.of(OutpatientDesk.HOSPITAL, OutpatientDesk.OTHER)) {
            post(CLERK, "/api/provider/institutions/" + code + "/acts", """
                    {"kind": "ACCOUNT", "onDate": "%s", "holder": "样例医院", "bank": "样例银行", "account": "620000000000%s",
                    "reason": "首次登记"}""".formatted(
                            counter.today, code.substring(8)));
            decide();
        }
    }

    /** The second person approves what was proposed last. */
    private void decide() {
        acts.decide(
                ProviderFixture.SECOND,
                database.sql("select max(id) from provider.act where state = '待复核'")
                        .query(Long.class)
                        .single(),
                true,
                "");
    }

    @AfterAll
    void release() {
        MovableClock.release();
    }

    private JsonNode post(Actor who, String uri, String json) {
        return read(
                http.post()
                        .uri(uri)
                        .with(TestActors.as(who))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .exchange(),
                200,
                299);
    }

    private String refused(Actor who, String uri, String json) {
        return read(
                        http.post()
                                .uri(uri)
                                .with(TestActors.as(who))
                                .with(csrf())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json)
                                .exchange(),
                        400,
                        499)
                .get("code")
                .asString();
    }

    private JsonNode get(String uri) {
        return read(http.get().uri(uri).with(TestActors.as(CLERK)).exchange(), 200, 299);
    }

    private static JsonNode read(MvcTestResult answer, int from, int to) {
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getResponse().getStatus()).as(body).isBetween(from, to);
        return JSON.readTree(body.isEmpty() ? "{}" : body);
    }

    /** A settlement as the hospital keeps it. */
    private record Paid(String person, String visit, JsonNode info) {
        String line() {
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

        String text(String field) {
            return info.get(field).asString();
        }

        BigDecimal yuan(String field) {
            return info.get(field).decimalValue();
        }
    }

    private Paid pay(Hospital hospital, String price) {
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

    private Paid back(Hospital hospital, Paid paid) {
        return new Paid(
                paid.person(),
                paid.visit(),
                good(hospital, "2208", """
                        {"data": {"setl_id": "%s", "mdtrt_id": "%s", "psn_no": "%s"}}""".formatted(paid.text("setl_id"), paid.visit(), paid.person()))
                        .get("setlinfo"));
    }

    private static JsonNode good(Hospital hospital, String infno, String input) {
        JsonNode answer = hospital.call(infno, input);
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        return answer.get("output");
    }

    private static BigDecimal sum(List<Paid> rows, String field) {
        return rows.stream().map(row -> row.yuan(field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private JsonNode compare(List<String> lines, List<Paid> header, BigDecimal moreTotal, BigDecimal moreFund) {
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

    @Test
    void differencesThatWerePlantedAreFoundAndNoneIsInvented() {
        MovableClock.release();
        Hospital hospital = counter.other;
        List<Paid> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            rows.add(pay(hospital, (100 + 13 * i) + ".50"));
        }
        rows.add(back(hospital, rows.get(6)));
        List<String> all = rows.stream().map(Paid::line).toList();
        JsonNode even = compare(all, rows, BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(even.get("infcode").asInt()).as(even.toString()).isZero();
        assertThat(result(even)).isEmpty();

        List<Paid> told = new ArrayList<>(rows.subList(1, rows.size()));
        List<String> lines = new ArrayList<>(told.stream().map(Paid::line).toList());
        String changed = rows.get(2).line().replace(rows.get(2).text("medfee_sumamt"), "999.00");
        lines.set(1, changed);
        BigDecimal more = new BigDecimal("999.00").subtract(rows.get(2).yuan("medfee_sumamt"));
        lines.add("359900000000000000000001\t3599001\tP1\t10.00\t5.00\t0\t0");
        JsonNode uneven = compare(lines, told, more.add(new BigDecimal("10")), new BigDecimal("5"));
        assertThat(uneven.get("infcode").asInt()).as(uneven.toString()).isZero();
        List<List<String>> found = result(uneven);
        assertThat(found).hasSize(3);
        assertThat(found.get(0))
                .as("only here: with the message to undo it by, without the ids")
                .startsWith(rows.get(0).person(), "null", "null", rows.get(0).text("medins_setl_id"), "1", "0");
        assertThat(found.get(1).get(2)).isEqualTo(rows.get(2).text("setl_id"));
        assertThat(found.get(1).get(4)).isEqualTo("3");
        assertThat(found.get(2).get(2)).isEqualTo("359900000000000000000001");
        assertThat(found.get(2).get(4)).isEqualTo("2");
        assertThat(OutpatientDesk.fault(compare(lines, told, BigDecimal.ZERO, BigDecimal.ZERO)))
                .as("a header that is not the file's sum")
                .startsWith("[E-SET-200]");
        deskSees(rows);
    }

    private List<List<String>> result(JsonNode answer) {
        String number = answer.at("/output/fileinfo/file_qury_no").asString();
        assertThat(OutpatientDesk.fault(counter.hospital.call("9102", """
                        {"fsDownloadIn": {"file_qury_no": "%s", "filename": "a", "fixmedins_code": "%s"}}""".formatted(number, OutpatientDesk.HOSPITAL))))
                .as("another institution does not see the file")
                .startsWith("[E-GWY-092]");
        Path file = Objects.requireNonNull(transaction.execute(status -> files.find(OutpatientDesk.OTHER, number)));
        try (ZipInputStream zip = new ZipInputStream(java.nio.file.Files.newInputStream(file))) {
            zip.getNextEntry();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deskSees(List<Paid> rows) {
        JsonNode list = get("/api/settlement/reconciliations?text=" + OutpatientDesk.OTHER + "&result=不平");
        long id = list.at("/items/0/id").asLong();
        assertThat(list.at("/items/0/open").asInt()).isEqualTo(3);
        JsonNode view =
                post(CLERK, "/api/settlement/reconciliations/" + id + "/differences/1/note", "{\"note\": \"机构漏传\"}");
        assertThat(view.at("/reconciliation/open").asInt()).isEqualTo(2);
        assertThat(view.at("/lines/0/note").asString()).isEqualTo("机构漏传");
        String days = "/api/settlement/reconciliations/days?text=%s&from=%s&to=%s"
                .formatted(OutpatientDesk.OTHER, counter.today, counter.today);
        assertThat(get(days).at("/items/0/state").asString()).isEqualTo("不平");
        assertThat(get(days).at("/items/0/count").asInt()).isEqualTo(rows.size());
        JsonNode even = good(counter.other, "3201", """
                {"data": {"insutype": "390", "clr_type": "11", "setl_optins": "359900", "stmt_begndate": "%s",
                "stmt_enddate": "%s", "medfee_sumamt": %s, "fund_pay_sumamt": %s, "acct_pay": 0, "fixmedins_setl_cnt": %d}}""".formatted(
                counter.today, counter.today, sum(rows, "medfee_sumamt"), sum(rows, "fund_pay_sumamt"), rows.size()));
        assertThat(even.at("/stmtinfo/stmt_rslt").asString()).isEqualTo("0");
        assertThat(get(days).at("/items/0/state").asString()).isEqualTo("已平");
        pay(counter.other, "20.00");
        assertThat(get(days).at("/items/0/state").asString()).isEqualTo("对账后有变动");
    }

    private long due() {
        return -ledger.balance(
                "resident", FundAccounts.DUE_TO_PROVIDERS, OutpatientDesk.HOSPITAL, counter.today.plusYears(1));
    }

    private long account(String code) {
        return ledger.balance("resident", code, OutpatientDesk.HOSPITAL, counter.today.plusYears(1));
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }

    @Test
    void aMonthIsPaidFromItsSettlementsAndLaterMirrorsFallIntoTheNext() {
        Hospital hospital = counter.hospital;
        Random random = new Random(SEED);
        List<Paid> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(pay(hospital, (50 + random.nextInt(900)) + "." + (10 + random.nextInt(90))));
        }
        rows.add(back(hospital, rows.get(3)));
        long month = fen(sum(rows, "fund_pay_sumamt"));
        assertThat(due())
                .as("what settlements say is what the ledger says")
                .isEqualTo(month)
                .isPositive();
        YearMonth first = YearMonth.from(counter.today);
        String apply = application(first, rows);
        String number = good(hospital, "3203", apply).at("/clr_appy_evt_id").asString();
        assertThat(OutpatientDesk.fault(hospital.call("3203", apply))).startsWith("[E-SET-212]");
        good(hospital, "3204", "{\"data\": {\"clr_appy_evt_id\": \"%s\"}}".formatted(number));
        number = good(hospital, "3203", apply).at("/clr_appy_evt_id").asString();

        String draw = "{\"month\": \"%s\", \"kind\": \"月结\", \"provider\": \"%s\"}";
        assertThat(refused(CLERK, "/api/settlement/statements", draw.formatted(first, OutpatientDesk.HOSPITAL)))
                .as("a month that is not over")
                .isEqualTo("E-SET-221");
        MovableClock.move(first.plusMonths(1).atDay(5));
        prepay(10_00);
        agreeOnDeposit(first.atDay(1));
        long id = post(CLERK, "/api/settlement/statements", draw.formatted(first, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        JsonNode view = get("/api/settlement/statements/" + id);
        assertThat(view.at("/statement/agrees").asString()).isEqualTo("一致");
        assertThat(view.at("/statement/depositSource").asString())
                .as("as the agreement says")
                .startsWith("服务协议 ")
                .endsWith(" 第十二条");
        assertThat(view.at("/statement/dueFen").asLong()).isEqualTo(month);
        long deposit = view.at("/statement/depositFen").asLong();
        assertThat(deposit).isEqualTo(Math.round(month * 0.05));
        assertThat(view.at("/statement/payFen").asLong()).isEqualTo(month - deposit - 10_00);
        assertThat(get("/api/settlement/statements/" + id + "/settlements")
                        .get("total")
                        .asInt())
                .isEqualTo(rows.size());
        String review = "{\"accept\": true, \"version\": 1}";
        assertThat(refused(CLERK, "/api/settlement/statements/" + id + "/review", review))
                .isEqualTo("E-SET-225");

        Paid late = rows.get(0);
        back(hospital, late);
        post(REVIEWER, "/api/settlement/statements/" + id + "/review", review);
        assertThat(OutpatientDesk.fault(
                        hospital.call("3204", "{\"data\": {\"clr_appy_evt_id\": \"%s\"}}".formatted(number))))
                .as("closed")
                .startsWith("[E-SET-214]");
        long taken = fen(late.yuan("fund_pay_sumamt"));
        assertThat(due()).isZero();
        assertThat(account(FundAccounts.TO_RECOVER))
                .as("taken back, yet part of the month")
                .isEqualTo(taken);
        assertThat(account(FundAccounts.DEPOSITS)).isEqualTo(-deposit);
        assertThat(account(FundAccounts.PREPAID_PROVIDERS)).isZero();
        assertThat(account(FundAccounts.CLEARED_PROVIDERS)).isEqualTo(-(month - deposit - 10_00));
        payOut(month - deposit - 10_00);
        assertThat(account(FundAccounts.CLEARED_PROVIDERS)).isZero();

        nextMonths(first.plusMonths(1), rows, taken, draw);
        depositGoesBack(deposit);
    }

    private void nextMonths(YearMonth second, List<Paid> rows, long taken, String draw) {
        Paid also = rows.get(1);
        back(counter.hospital, also);
        long less = taken + fen(also.yuan("fund_pay_sumamt"));
        assertThat(account(FundAccounts.TO_RECOVER)).isEqualTo(less);
        MovableClock.move(second.plusMonths(1).atDay(5));
        long id = post(CLERK, "/api/settlement/statements", draw.formatted(second, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        assertThat(get("/api/settlement/statements/" + id)
                        .at("/statement/dueFen")
                        .asLong())
                .as("mirrors made after the month was cleared")
                .isEqualTo(-less);
        assertThat(refused(
                        REVIEWER, "/api/settlement/statements/" + id + "/review", "{\"accept\": true, \"version\": 1}"))
                .as("nobody applied for it: a word is needed")
                .isEqualTo("E-PLT-020");
        post(
                REVIEWER,
                "/api/settlement/statements/" + id + "/review",
                "{\"accept\": true, \"version\": 1, \"note\": \"只有撤销，机构没有申请\"}");
        assertThat(account(FundAccounts.TO_RECOVER)).isEqualTo(less);
        long more = 0;
        while (more <= less) {
            more += fen(pay(counter.hospital, "700.00").yuan("fund_pay_sumamt"));
        }
        YearMonth third = second.plusMonths(1);
        MovableClock.move(third.plusMonths(1).atDay(5));
        id = post(CLERK, "/api/settlement/statements", draw.formatted(third, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        post(
                REVIEWER,
                "/api/settlement/statements/" + id + "/review",
                "{\"accept\": true, \"version\": 1, \"note\": \"机构没有申请\"}");
        JsonNode fund = get("/api/settlement/statements/" + id).at("/funds/0");
        assertThat(fund.get("carriedFen").asLong()).isEqualTo(-less);
        assertThat(fund.get("recoveredFen").asLong()).isEqualTo(less);
        assertThat(fund.get("payFen").asLong() + fund.get("depositFen").asLong())
                .isEqualTo(more - less);
        assertThat(account(FundAccounts.TO_RECOVER)).isZero();
        assertThat(due()).isZero();
    }

    private void depositGoesBack(long deposit) {
        long all = -account(FundAccounts.DEPOSITS);
        assertThat(all).isGreaterThan(deposit);
        LocalDate later = counter.today.plusYears(2).withMonth(1).withDayOfMonth(10);
        MovableClock.move(later);
        long id = post(
                        CLERK,
                        "/api/settlement/statements",
                        "{\"month\": \"%s-12\", \"kind\": \"退还质保金\", \"provider\": \"%s\"}"
                                .formatted(later.getYear() - 1, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        JsonNode back =
                post(REVIEWER, "/api/settlement/statements/" + id + "/review", "{\"accept\": true, \"version\": 1}");
        assertThat(back.get("payFen").asLong()).isEqualTo(all);
    }

    private String application(YearMonth month, List<Paid> rows) {
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

    /** The agreement of the hospital keeps 5 % back. */
    private void agreeOnDeposit(LocalDate day) {
        long agreement = database.sql("select id from provider.agreement where institution = :code")
                .param("code", OutpatientDesk.HOSPITAL)
                .query(Long.class)
                .single();
        post(CLERK, "/api/provider/agreements/" + agreement + "/steps", """
                {"kind": "DEPOSIT", "onDate": "%s", "reason": "补充协议", "depositRate": 0.05, "depositClause": "第十二条"}""".formatted(day));
        decide();
    }

    /** Money in the bank, some of it paid ahead. */
    private void prepay(long fen) {
        LocalDate day = counter.today;
        ledger.post(
                CLERK,
                new Voucher(
                        "resident",
                        day,
                        new Cause("test", "fill", "1"),
                        "用款",
                        List.of(
                                Leg.debit(FundAccounts.SPENDING_BANK, 100_000_00, null),
                                Leg.credit(FundAccounts.INTEREST, 100_000_00, null))));
        ledger.post(
                CLERK,
                new Voucher(
                        "resident",
                        day,
                        new Cause("test", "prepay", "1"),
                        "预付",
                        List.of(
                                Leg.debit(FundAccounts.PREPAID_PROVIDERS, fen, OutpatientDesk.HOSPITAL),
                                Leg.credit(FundAccounts.SPENDING_BANK, fen, null))));
    }

    private void payOut(long fen) {
        JsonNode orders = get("/api/fund/payments/orders?state=待付款&fund=resident");
        assertThat(orders.at("/items/0/fen").asLong()).isEqualTo(fen);
        long batch = post(CLERK, "/api/fund/payments/batches", """
                {"fund": "resident", "payDate": "%s", "orders": [%d]}""".formatted(
                                YearMonth.from(counter.today).plusMonths(1).atDay(6),
                                orders.at("/items/0/id").asLong()))
                .get("id")
                .asLong();
        post(REVIEWER, "/api/fund/payments/batches/" + batch + "/review", "{\"accept\": true, \"version\": 1}");
    }
}
