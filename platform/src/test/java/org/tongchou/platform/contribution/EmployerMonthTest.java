package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEmployer;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.region.Region;

/** An employer's month from the declaration to the books, to the accounts of its people, and back. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmployerMonthTest {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final Map<String, String> TREASURY = Map.of("account", FundAccounts.STATE_TREASURY);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private JdbcClient database;

    private ContributionApi api;
    private Villagers villagers;
    private TestCounties counties;
    private int made;

    @BeforeAll
    void prepare() {
        api = new ContributionApi(http);
        counties = TestCounties.create(units, region);
        villagers = new Villagers(registry, transactions);
    }

    /** An employer with one person at work and one retired. */
    private record Firm(long id, String code, long worker, long retired) {}

    private Firm firm() {
        int order = ++made * 10;
        String text =
                CreditCode.complete("91359900MA" + String.format("%07d", order)).code();
        long id = transactions.execute(status -> registry.employers(
                        registry.begin(TestActors.actor(), "import", "测试", SINCE, 1L),
                        List.of(new NewEmployer(
                                text, "样例企业" + order, "企业", counties.first().code(), SINCE)))
                .get(0));
        long worker = person(id, order, 1990, "在职");
        long retired = person(id, order + 2, 1950, "退休");
        return new Firm(id, text, worker, retired);
    }

    private long person(long employer, int order, int born, String type) {
        long person = villagers.person(
                "样例员工" + order,
                LocalDate.of(born, 3, 4),
                order,
                counties.first().code());
        villagers.enrol(new NewEnrolment(
                person,
                "employee",
                type,
                SINCE,
                null,
                "",
                employer,
                counties.first().code(),
                ""));
        return person;
    }

    private Intake intake(String kind) {
        return intakes.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult act(org.tongchou.platform.web.Actor who, long id, String what, String more) {
        long version = ContributionApi.number(api.get("/declarations/{id}", id), "$.declaration.version");
        return api.post(who, "/declarations/" + id + "/" + what, "{'version':" + version + more + "}");
    }

    private long bill(Firm firm, String month, long wage) {
        long id = ContributionApi.number(
                api.post(CLERK, "/declarations", "{'employerCode':'" + firm.code() + "','month':'" + month + "'}"),
                "$.id");
        long version = ContributionApi.number(api.get("/declarations/{id}", id), "$.declaration.version");
        read(
                api.put(
                        CLERK,
                        "/declarations/" + id + "/wages",
                        "{'version':" + version + ",'wages':[{'personId':" + firm.worker() + ",'wageFen':" + wage
                                + "}]}"),
                "$.id");
        read(act(CLERK, id, "submission", ""), "$.id");
        assertThat(code(act(CLERK, id, "review", ",'accept':true"))).isEqualTo("E-CON-005");
        read(act(REVIEWER, id, "review", ",'accept':true"), "$.id");
        return id;
    }

    private ListRun receive(Firm firm, String month, String yuan, String day, String reference) {
        return new ListRun(
                        intake("contribution.receipts"),
                        transactions,
                        CLERK,
                        7,
                        TREASURY,
                        List.of(Map.of(
                                "employer",
                                firm.code(),
                                "month",
                                month,
                                "amount",
                                yuan,
                                "day",
                                day,
                                "reference",
                                reference)))
                .run();
    }

    private String state(long id) {
        return read(api.get("/declarations/{id}", id), "$.declaration.state");
    }

    private long held(Firm firm) {
        return -ledger.balance(
                Funds.EMPLOYEE, FundAccounts.RECEIVED_OTHER, firm.code().substring(8, 17), LocalDate.of(2100, 1, 1));
    }

    @Test
    void aMonthPaidInTimeBecomesIncomeAndCredits() {
        Firm firm = firm();
        long id = bill(firm, "2026-01", 1_000_000);
        MvcTestResult owed = api.get("/declarations/{id}", id);
        // 在职 10,000 元：单位 7% + 0.7% + 0.15% = 785；个人 2% + 0.15% + 8 = 223。退休按下限 4,500 元：个人 0.15% + 8 = 14.75。
        assertThat(ContributionApi.number(owed, "$.declaration.unitFen")).isEqualTo(78_500);
        assertThat(ContributionApi.number(owed, "$.declaration.personalFen")).isEqualTo(22_300 + 1_475);
        assertThat(ContributionApi.number(owed, "$.declaration.unpaidWages")).isEqualTo(1);
        assertThat(state(id)).isEqualTo("待缴费");
        receive(firm, "2026-01", "1000.00", "2026-01-20", "R1-" + id);
        assertThat(state(id)).isEqualTo("待缴费");
        assertThat(held(firm)).isEqualTo(100_000);
        assertThat(ContributionApi.<String>read(api.get("/receipts?code=R1-" + id), "$.items[0].standing"))
                .isEqualTo("少缴");
        receive(firm, "2026-01", "100.00", "2026-01-21", "R2-" + id);
        assertThat(state(id)).isEqualTo("已缴清");
        assertThat(held(firm)).isEqualTo(110_000 - 78_500 - 23_775);
        assertThat(ContributionApi.<String>read(api.get("/receipts?code=R2-" + id), "$.items[0].standing"))
                .isEqualTo("多缴");
        assertThat(accounts.balance(firm.worker(), LocalDate.of(2026, 12, 31)).fen())
                .isEqualTo(20_000);
        assertThat(accounts.balance(firm.retired(), LocalDate.of(2026, 12, 31)).fen())
                .isEqualTo(9_000);
        assertThat(enrolments.file(firm.worker()).payments()).singleElement().satisfies(payment -> {
            assertThat(payment.from()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(payment.paid()).isEqualTo(LocalDate.of(2026, 1, 21));
        });
        assertThat(ContributionApi.<List<Object>>read(api.get("/declarations/{id}", id), "$.vouchers"))
                .hasSize(5);
        // The same file again changes nothing.
        assertThat(receive(firm, "2026-01", "100.00", "2026-01-21", "R2-" + id).unchanged())
                .containsExactly(1);
        assertThat(receive(firm, "2026-01", "99.00", "2026-01-21", "R2-" + id).problems())
                .containsEntry(1, "E-CON-031");
        assertThat(held(firm)).isEqualTo(110_000 - 78_500 - 23_775);
        refund(firm, 110_000 - 78_500 - 23_775);
    }

    private void refund(Firm firm, long over) {
        String json = "{'employerCode':'" + firm.code() + "','month':'2026-01','fen':%d,'holder':'样例企业','bank':'样例银行',"
                + "'account':'6200000000000000001','reason':'多缴'}";
        assertThat(code(api.post(CLERK, "/refunds", json.formatted(over + 1)))).isEqualTo("E-CON-040");
        MvcTestResult made = api.post(CLERK, "/refunds", json.formatted(over));
        long id = ContributionApi.number(made, "$.id");
        assertThat(ContributionApi.<String>read(made, "$.accountMasked")).doesNotContain("0000000000");
        assertThat(code(api.post(CLERK, "/refunds", json.formatted(1)))).isEqualTo("E-CON-040");
        assertThat(code(api.post(CLERK, "/refunds/" + id + "/review", "{'accept':true}")))
                .isEqualTo("E-CON-005");
        assertThat(ContributionApi.<String>read(
                        api.post(REVIEWER, "/refunds/" + id + "/review", "{'accept':true}"), "$.state"))
                .isEqualTo("已办结");
        assertThat(code(api.post(REVIEWER, "/refunds/" + id + "/review", "{'accept':true}")))
                .isEqualTo("E-CON-041");
        assertThat(database.sql(
                                "select count(*) from fund.payment_order where cause_kind = 'refund' and cause_id = :id")
                        .param("id", Long.toString(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void lateMoneyNeedsItsFeeAndArrearsAreListedByAge() {
        Firm firm = firm();
        long id = bill(firm, "2026-03", 500_000);
        MvcTestResult arrears = api.get("/arrears?day=2026-07-10&text=" + firm.code());
        assertThat(ContributionApi.<String>read(arrears, "$.items[0].age")).isEqualTo("三个月至一年");
        assertThat(ContributionApi.number(arrears, "$.items[0].days")).isEqualTo(101);
        long due = ContributionApi.number(arrears, "$.items[0].owedFen");
        // 单位 392.50，个人 100 + 7.5 + 8，退休 14.75；逾期 10 天，每天 0.05%。
        assertThat(due).isEqualTo(39_250 + 11_550 + 1_475);
        receive(firm, "2026-03", "522.75", "2026-04-10", "L1-" + id);
        assertThat(state(id)).isEqualTo("待缴费");
        receive(firm, "2026-03", "2.61", "2026-04-11", "L2-" + id);
        assertThat(state(id)).isEqualTo("已缴清");
        assertThat(ContributionApi.number(api.get("/declarations/{id}", id), "$.declaration.feeFen"))
                .isEqualTo(261);
        assertThat(held(firm)).isZero();
        assertThat(ContributionApi.number(api.get("/arrears?day=2026-07-10&text=" + firm.code()), "$.total"))
                .isZero();
    }

    @Test
    void reductionAndDeferralAreThoseOfThePolicy() {
        Firm firm = firm();
        long id = bill(firm, "2025-03", 500_000);
        MvcTestResult owed = api.get("/declarations/{id}", id);
        // 基本医疗单位减半：175；生育 35，护理 7.5。缓缴六个月。
        assertThat(ContributionApi.number(owed, "$.declaration.unitFen")).isEqualTo(17_500 + 3_500 + 750);
        assertThat(ContributionApi.<String>read(owed, "$.declaration.due")).isEqualTo("2025-09-30");
    }

    @Test
    void aSettledMonthIsReversedByTwoAndDeclaredAgain() {
        Firm firm = firm();
        long id = bill(firm, "2026-01", 1_000_000);
        receive(firm, "2026-01", "1022.75", "2026-01-20", "V-" + id);
        assertThat(state(id)).isEqualTo("已缴清");
        assertThat(code(api.post(CLERK, "/declarations", "{'employerCode':'" + firm.code() + "','month':'2026-01'}")))
                .isEqualTo("E-CON-003");
        read(act(CLERK, id, "reversal-request", ",'reason':'工资报错'"), "$.id");
        assertThat(code(act(CLERK, id, "reversal", ",'accept':true"))).isEqualTo("E-CON-005");
        read(act(REVIEWER, id, "reversal", ",'accept':true"), "$.id");
        assertThat(state(id)).isEqualTo("已冲销");
        assertThat(held(firm)).isEqualTo(102_275);
        assertThat(accounts.balance(firm.worker(), LocalDate.of(2100, 1, 1)).fen())
                .isZero();
        assertThat(enrolments.file(firm.worker()).payments()).isEmpty();
        long again = bill(firm, "2026-01", 800_000);
        assertThat(state(again)).isEqualTo("已缴清");
        assertThat(accounts.balance(firm.worker(), LocalDate.of(2100, 1, 1)).fen())
                .isEqualTo(16_000);
    }

    @Test
    void moneyOfNobodyIsBookedAndClaimed() {
        Firm firm = firm();
        long id = bill(firm, "2026-02", 600_000);
        Firm unknown = new Firm(0, CreditCode.complete("91359900MA9999999").code(), 0, 0);
        ListRun run = receive(unknown, "2026-02", "700.00", "2026-02-10", "N-" + id);
        assertThat(run.warnings()).containsEntry(1, "W-CON-032");
        assertThat(run.outcomes()).containsEntry(1, "待查明");
        MvcTestResult found = api.get("/receipts?standing=待查明&code=N-" + id);
        long receipt = ContributionApi.number(found, "$.items[0].id");
        String json = "{'employerCode':'" + firm.code() + "','month':'2026-02','reason':'单位来函说明'}";
        assertThat(api.post(CLERK, "/receipts/" + receipt + "/claim", json)).hasStatus(204);
        assertThat(code(api.post(CLERK, "/receipts/" + receipt + "/claim", json)))
                .isEqualTo("E-CON-033");
        assertThat(ContributionApi.<String>read(api.get("/receipts?code=N-" + id), "$.items[0].standing"))
                .isNotEqualTo("待查明");
    }

    @Test
    void wagesComeByListAndBadRowsStayOut() {
        Firm firm = firm();
        Firm other = firm();
        ListRun run = new ListRun(
                        intake("contribution.wages"),
                        transactions,
                        CLERK,
                        8,
                        Map.of("month", "2026-04"),
                        List.of(
                                wage(firm.code(), firm.worker(), "7000.00"),
                                wage(firm.code(), other.worker(), "7000.00"),
                                wage(firm.code(), firm.retired(), "0.00"),
                                Map.of("employer", firm.code(), "person", "0", "wage", "1.00")))
                .run();
        assertThat(run.problems()).isEqualTo(Map.of(2, "E-CON-021", 3, "E-CON-022", 4, "E-CON-020"));
        MvcTestResult list = api.get("/declarations?month=2026-04&text=" + firm.code());
        assertThat(ContributionApi.<String>read(list, "$.items[0].state")).isEqualTo("草稿");
        assertThat(ContributionApi.number(list, "$.items[0].baseFen")).isEqualTo(700_000 + 450_000);
        assertThat(api.get("/declarations/{id}/export?format=csv", ContributionApi.number(list, "$.items[0].id")))
                .hasStatusOk();
    }

    private Map<String, String> wage(String employer, long person, String yuan) {
        return Map.of(
                "employer",
                employer,
                "person",
                persons.find(person).orElseThrow().number(),
                "wage",
                yuan);
    }

    /** Whatever comes in, in whatever parts and order, is in the books, and what is not settled is the employer's. */
    @Test
    void whatIsCollectedIsWhatIsInTheLedger() {
        Firm firm = firm();
        Random random = new Random(20261122);
        for (int month = 1; month <= 3; month++) {
            bill(firm, "2026-0" + month, 450_000 + random.nextInt(1_500_000));
        }
        for (int i = 0; i < 12; i++) {
            receive(
                    firm,
                    "2026-0" + (1 + random.nextInt(3)),
                    Integer.toString(100 + random.nextInt(900)),
                    "2026-0" + (1 + random.nextInt(5)) + "-1" + random.nextInt(10),
                    "P-" + i);
            assertThat(booked()).isEqualTo(number("select sum(fen) from contribution.receipt"));
            assertThat(held(firm))
                    .isEqualTo(number(
                            "select sum(received_fen - refunded_fen - settled_fen) from contribution.employer_month where employer_id = "
                                    + firm.id()));
        }
        assertThat(number("select count(*) from contribution.declaration where state = '已缴清' and employer_id = "
                        + firm.id()))
                .isPositive();
        assertThat(number("select count(*) from (select voucher_id from fund.entry group by 1 having sum(fen) <> 0) v"))
                .isZero();
        assertThat(number("select coalesce(sum(fen), 0) from fund.movement"))
                .isEqualTo(number("select sum(fen) from fund.entry where fund = 'account' and account = 'A05'"));
    }

    private long booked() {
        return number("select sum(fen) from fund.entry where account = 'A05'");
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasReviewed() {
        Firm firm = firm();
        long id = bill(firm, "2026-01", 1_000_000);
        for (String sql : List.of(
                "update contribution.declaration set unit_fen = 1 where id = " + id,
                "delete from contribution.declaration where id = " + id,
                "update contribution.declaration_line set wage_fen = 1 where declaration_id = " + id,
                "delete from contribution.declaration_part where declaration_id = " + id)) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void anotherCountysBooksStayClosed() {
        Firm firm = firm();
        long id = bill(firm, "2026-01", 1_000_000);
        var foreign = TestActors.in(List.of(counties.second().unitId()), "contribution.dues.view");
        assertThat(http.get().uri("/api/contribution/declarations/" + id).with(foreign))
                .hasStatus(403);
        assertThat(http.get().uri("/api/contribution/arrears").with(foreign))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }
}
