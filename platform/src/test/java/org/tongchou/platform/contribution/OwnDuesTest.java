package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;
import static org.tongchou.platform.contribution.ContributionApi.number;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
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
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.coverage.CoverageDecision;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Refusal;

/** What people pay themselves: assessed, aided, collected, claimed, given back, and always in the books. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnDuesTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final int next = today.getYear() + 1;
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2100, 1, 1);

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
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private DuesAssessment dues;

    @Autowired
    private JdbcClient database;

    private ContributionApi api;
    private Villagers villagers;
    private String county;
    private int made;
    private int batches = 1000;

    @BeforeAll
    void prepare() {
        api = new ContributionApi(http);
        villagers = new Villagers(registry, transactions);
        county = TestCounties.create(units, region).first().code();
    }

    private long person(String scheme, String type, String identity) {
        made += 2;
        long id = villagers.person("样例个人" + made, LocalDate.of(1980, 1, 1).plusDays(made), made % 900, county);
        villagers.enrol(id, scheme, type, SINCE, county);
        if (!identity.isEmpty()) {
            villagers.identify(id, identity, SINCE, null);
        }
        return id;
    }

    private long resident(String identity) {
        return person("resident", "成年居民", identity);
    }

    private String numberOf(long person) {
        return persons.find(person).orElseThrow().number();
    }

    private Map<String, String> row(String number, String period, String yuan, LocalDate day, String reference) {
        return Map.of(
                "person", number, "period", period, "amount", yuan, "day", day.toString(), "reference", reference);
    }

    private ListRun receive(String scheme, Map<String, String> more, List<Map<String, String>> rows) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("scheme", scheme);
        parameters.put("account", FundAccounts.STATE_TREASURY);
        return list("contribution.person-receipts", parameters, rows);
    }

    private ListRun list(String kind, Map<String, String> parameters, List<Map<String, String>> rows) {
        Intake intake = intakes.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return new ListRun(intake, transactions, CLERK, ++batches, parameters, rows).run();
    }

    private MvcTestResult dues(String scheme, String period, long person) {
        return api.get("/person-dues?scheme=" + scheme + "&period=" + period + "&text=" + numberOf(person));
    }

    private String state(String scheme, String period, long person) {
        return read(dues(scheme, period, person), "$.items[0].state");
    }

    private long balance(String fund, String account) {
        return ledger.balance(fund, account, null, LATER);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Test
    void aYearIsAssessedAidedCollectedAndClaimed() {
        String year = Integer.toString(next);
        long plain = resident("");
        long poor = resident("特困");
        long near = resident("低保边缘");
        dues.assess(CLERK, "resident", year, today);
        assertThat(dues.assess(CLERK, "resident", year, today)).isZero();
        assertThat(ContributionApi.number(dues("resident", year, plain), "$.items[0].subsidisedFen"))
                .isZero();
        assertThat(ContributionApi.number(dues("resident", year, near), "$.items[0].subsidisedFen"))
                .isEqualTo(20_000);
        assertThat(state("resident", year, poor)).isEqualTo("已缴");
        ListRun run = receive(
                "resident",
                Map.of("count", "4", "total", "1400.00"),
                List.of(
                        row(numberOf(plain), year, "400.00", today, "Y1"),
                        row(numberOf(near), year, "400.00", today, "Y2"),
                        row("无此人", year, "400.00", today, "Y3"),
                        row(numberOf(near), year, "200.00", today, "Y4")));
        assertThat(run.problems()).isEmpty();
        assertThat(run.warnings()).isEqualTo(Map.of(2, "W-CON-064", 3, "W-CON-066"));
        assertThat(run.outcomes().get(1)).isEqualTo("已核销");
        assertThat(state("resident", year, plain)).isEqualTo("已缴");
        assertThat(state("resident", year, near)).isEqualTo("已缴");
        assertThat(enrolments.file(plain).payments()).singleElement().satisfies(paid -> {
            assertThat(paid.from()).isEqualTo(LocalDate.of(next, 1, 1));
            assertThat(paid.paid()).isEqualTo(today);
        });
        assertThat(ContributionApi.number(api.get("/persons/" + plain + "/dues"), "$.items[0].personalFen"))
                .isEqualTo(40_000);
        // 同一文件再来一次，没有变化；同一流水号金额不同，拒收。
        assertThat(receive("resident", Map.of(), List.of(row(numberOf(plain), year, "400.00", today, "Y1")))
                        .unchanged())
                .containsExactly(1);
        assertThat(receive("resident", Map.of(), List.of(row(numberOf(plain), year, "1.00", today, "Y1")))
                        .problems())
                .containsEntry(1, "E-CON-031");
        // 资助部分：一人登记，另一人复核，只申请一次。
        String aid = "{'payer':'fiscal','day':'" + today + "','document':'样例财社 1 号'}";
        long before = -balance(Funds.RESIDENT, FundAccounts.SUBSIDY_ENROLMENT);
        MvcTestResult claimed = api.post(CLERK, "/aid/" + year, aid);
        long claim = ContributionApi.number(claimed, "$[0].id");
        long fen = ContributionApi.number(claimed, "$[0].fen");
        assertThat(fen).isGreaterThanOrEqualTo(60_000);
        assertThat(code(api.post(CLERK, "/aid/" + year, aid))).isEqualTo("E-CON-081");
        assertThat(code(api.post(CLERK, "/aid/claims/" + claim + "/review", "{'accept':true}")))
                .isEqualTo("E-CON-005");
        read(api.post(REVIEWER, "/aid/claims/" + claim + "/review", "{'accept':true}"), "$.voucherId");
        assertThat(-balance(Funds.RESIDENT, FundAccounts.SUBSIDY_ENROLMENT)).isEqualTo(before + fen);
        // 资助过的人再退个人缴费要先退资助。
        assertThat(code(refund("'dueId':" + ContributionApi.number(dues("resident", year, near), "$.items[0].id"))))
                .isEqualTo("E-CON-074");
    }

    private MvcTestResult refund(String of) {
        return api.post(
                CLERK,
                "/person-refunds",
                "{" + of + ",'holder':'样例个人','bank':'样例银行','account':'6200000000000000002','reason':'参加职工医保'}");
    }

    @Test
    void whoLeavesBeforeTheYearGetsTheMoneyBackByTwo() {
        String year = Integer.toString(next);
        long leaver = resident("");
        dues.assess(CLERK, "resident", year, today);
        receive("resident", Map.of(), List.of(row(numberOf(leaver), year, "400.00", today, "L1")));
        long due = ContributionApi.number(dues("resident", year, leaver), "$.items[0].id");
        long refund = ContributionApi.number(refund("'dueId':" + due), "$.id");
        assertThat(code(refund("'dueId':" + due))).isEqualTo("E-CON-072");
        assertThat(code(api.post(CLERK, "/person-refunds/" + refund + "/review", "{'accept':true}")))
                .isEqualTo("E-CON-005");
        read(api.post(REVIEWER, "/person-refunds/" + refund + "/review", "{'accept':true}"), "$.state");
        assertThat(state("resident", year, leaver)).isEqualTo("已退费");
        assertThat(enrolments.file(leaver).payments()).isEmpty();
        assertThat(number("select count(*) from fund.payment_order where cause_kind = 'person-refund' and cause_id = '"
                        + refund + "'"))
                .isEqualTo(1);
        // 查不明的到账也由两人退回。
        receive("resident", Map.of(), List.of(row("无此人", year, "5.00", today, "L2")));
        long unknown = number("select id from contribution.payment where reference = 'L2'");
        long other = ContributionApi.number(refund("'paymentId':" + unknown), "$.id");
        assertThat(code(api.post(CLERK, "/person-payments/" + unknown + "/claim", claim(leaver, year))))
                .isEqualTo("E-CON-033");
        read(api.post(REVIEWER, "/person-refunds/" + other + "/review", "{'accept':false,'reason':'查到了'}"), "$.state");
        assertThat(ContributionApi.<String>read(
                        api.get("/person-payments?scheme=resident&text=L2"), "$.items[0].state"))
                .isEqualTo("待查明");
    }

    private String claim(long person, String period) {
        return "{'number':'" + numberOf(person) + "','period':'" + period + "','reason':'来函说明'}";
    }

    @Test
    void moneyOfNobodyIsClaimedAndLatePayersWait() {
        String year = Integer.toString(today.getYear());
        long late = resident("");
        dues.assess(CLERK, "resident", year, today);
        receive("resident", Map.of(), List.of(row("写错的编号", year, "400.00", today, "C1")));
        long unknown = number("select id from contribution.payment where reference = 'C1'");
        long held = -balance(Funds.RESIDENT, FundAccounts.UNIDENTIFIED);
        assertThat(code(api.post(CLERK, "/person-payments/" + unknown + "/claim", claim(late, "1999"))))
                .isEqualTo("E-CON-061");
        assertThat(code(api.post(CLERK, "/person-payments/" + unknown + "/claim", claim(late, "2024"))))
                .isEqualTo("E-CON-067");
        assertThat(api.post(CLERK, "/person-payments/" + unknown + "/claim", claim(late, year)))
                .hasStatus(204);
        assertThat(-balance(Funds.RESIDENT, FundAccounts.UNIDENTIFIED)).isEqualTo(held - 40_000);
        MvcTestResult due = dues("resident", year, late);
        assertThat(ContributionApi.<String>read(due, "$.items[0].closes")).isEqualTo(today.getYear() + "-02-28");
        Coverage coverage =
                CoverageDecision.of(region.pack(), enrolments.file(late), today).getValue();
        assertThat(coverage.schemes())
                .singleElement()
                .satisfies(scheme -> assertThat(scheme.from()).isAfterOrEqualTo(LocalDate.of(today.getYear(), 1, 1)));
        assertThat(code(refund("'dueId':" + ContributionApi.number(due, "$.items[0].id"))))
                .isEqualTo("E-CON-071");
    }

    @Test
    void halfAFileIsRefusedWhole() {
        List<Map<String, String>> half = List.of(row("无此人", "2026", "1.00", today, "H1"));
        assertThatThrownBy(() -> receive("resident", Map.of("count", "2"), half))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("整份不收");
        assertThatThrownBy(() -> receive("resident", Map.of("total", "2.00"), half))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("整份不收");
        assertThat(number("select count(*) from contribution.payment where reference = 'H1'"))
                .isZero();
        ListRun bad = receive(
                "resident",
                Map.of(),
                List.of(
                        row("甲", "2026-01", "1.00", today, "H2"),
                        row("甲", "2026", "0.00", today, "H3"),
                        row("甲", "2026", "1.00", today.plusDays(1), "H4"),
                        Map.of("period", "2026", "amount", "1.00", "day", today.toString(), "reference", "H5")));
        assertThat(bad.problems()).isEqualTo(Map.of(1, "E-CON-061", 2, "E-CON-022", 3, "E-CON-030", 4, "E-CON-062"));
    }

    @Test
    void whatWasPaidBeforeTheYearIsCarriedWhenItHasBegun() {
        long early = resident("");
        String year = Integer.toString(today.getYear());
        dues.assess(CLERK, "resident", year, today);
        LocalDate before = LocalDate.of(today.getYear() - 1, 12, 1);
        receive("resident", Map.of(), List.of(row(numberOf(early), year, "400.00", before, "K1")));
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.RECEIVED_IN_ADVANCE, county, before))
                .isEqualTo(-40_000);
        assertThat(ContributionApi.number(api.post(CLERK, "/person-dues/carry/" + year, ""), "$[0].fen"))
                .isEqualTo(40_000);
        assertThat(code(api.post(CLERK, "/person-dues/carry/" + year, ""))).isEqualTo("E-CON-090");
    }

    @Test
    void theAidFundPaysOnlyWhatItHas() {
        String year = Integer.toString(today.getYear());
        resident("低保");
        dues.assess(CLERK, "resident", year, today);
        MvcTestResult made =
                api.post(CLERK, "/aid/" + year, "{'payer':'aid','day':'" + today + "','document':'样例医保 2 号'}");
        long claim = ContributionApi.number(made, "$[0].id");
        long fen = ContributionApi.number(made, "$[0].fen");
        String review = "/aid/claims/" + claim + "/review";
        assertThat(code(api.post(REVIEWER, review, "{'accept':true}"))).startsWith("E-FUN-");
        transactions.executeWithoutResult(status -> ledger.post(
                CLERK,
                new Voucher(
                        Funds.AID,
                        today,
                        new Cause("test", "money", "1"),
                        "样例拨款",
                        List.of(
                                Leg.debit(FundAccounts.TREASURY_BANK, fen, null),
                                Leg.credit(FundAccounts.SUBSIDY_COUNTY, fen, null)))));
        read(api.post(REVIEWER, review, "{'accept':true}"), "$.voucherId");
        assertThat(balance(Funds.AID, FundAccounts.ENROLMENT_AID)).isEqualTo(fen);
        assertThat(balance(Funds.AID, FundAccounts.TREASURY_BANK)).isZero();
    }

    @Test
    void flexibleWorkersPayByMonthOrYear() {
        long monthly = person("employee", "灵活就业", "");
        long yearly = person("employee", "灵活就业", "");
        list(
                "contribution.bases",
                Map.of("month", "2026-01"),
                List.of(Map.of("person", numberOf(monthly), "base", "6000.00")));
        dues.assess(CLERK, "employee", "2026", today);
        // 6,000 元：基本医疗 8% 480 + 大额 8 + 护理 0.15% 9；没有选基数的按下限 4,500 元：360 + 8 + 6.75。
        assertThat(ContributionApi.number(dues("employee", "2026-02", monthly), "$.items[0].duesFen"))
                .isEqualTo(49_700);
        ListRun run = receive(
                "employee",
                Map.of(),
                List.of(
                        row(numberOf(monthly), "2026-01", "497.00", LocalDate.of(2026, 1, 10), "F1"),
                        row(numberOf(monthly), "2026", "994.00", LocalDate.of(2026, 2, 10), "F2"),
                        row(numberOf(yearly), "2026", "4497.00", LocalDate.of(2026, 1, 10), "F3"),
                        row(numberOf(monthly), "2026-09", "1.00", LocalDate.of(2026, 9, 10), "F4")));
        assertThat(run.warnings()).isEqualTo(Map.of(4, "W-CON-064"));
        assertThat(enrolments.file(monthly).payments()).hasSize(3);
        assertThat(enrolments.file(yearly).payments()).hasSize(12);
        assertThat(-balance(Funds.LARGE, FundAccounts.DUES_PERSONS)).isEqualTo(15 * 800);
        assertThat(-balance(Funds.CARE, FundAccounts.DUES_PERSONS)).isEqualTo(3 * 900 + 12 * 675);
        assertThat(-balance(Funds.EMPLOYEE, FundAccounts.DUES_PERSONS)).isEqualTo(3 * 48_000 + 12 * 36_000);
        assertThat(-balance(Funds.EMPLOYEE, FundAccounts.UNIDENTIFIED)).isEqualTo(100);
        long unknown = number("select id from contribution.payment where reference = 'F4'");
        assertThat(code(api.post(CLERK, "/person-payments/" + unknown + "/claim", claim(monthly, "2026-09"))))
                .isEqualTo("E-CON-067");
        assertThat(code(api.post(CLERK, "/person-dues/runs", "{'scheme':'employee','period':'20'}")))
                .isEqualTo("E-CON-061");
        assertThat(api.get("/person-dues/export?scheme=employee&period=2026&format=csv"))
                .hasStatusOk();
    }

    /** Whatever comes in is in the books; every cut adds up; the same files change nothing. */
    @Test
    void whatIsCollectedIsWhatIsInTheLedger() {
        Random random = new Random(20261122);
        String year = "2026";
        List<Long> people = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> resident(i % 4 == 0 ? "低保边缘" : ""))
                .toList();
        dues.assess(CLERK, "resident", year, today);
        List<List<Map<String, String>>> files = new java.util.ArrayList<>();
        for (int file = 0; file < 4; file++) {
            List<Map<String, String>> rows = new java.util.ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String who = random.nextInt(6) == 0 ? "无此人" : numberOf(people.get(random.nextInt(people.size())));
                String yuan = random.nextBoolean() ? "400.00" : "200.00";
                LocalDate day = LocalDate.of(2025, 11, 1).plusDays(random.nextInt(150));
                rows.add(row(who, year, yuan, day, "P" + file + "-" + i));
            }
            files.add(rows);
        }
        files.forEach(file -> receive("resident", Map.of(), file));
        Map<String, Long> once = figures();
        files.forEach(file -> receive("resident", Map.of(), file));
        assertThat(figures()).isEqualTo(once);
        assertThat(once.get("treasury")).isEqualTo(once.get("received"));
        assertThat(once.get("unknown")).isEqualTo(once.get("unmatched"));
        assertThat(once.get("heads")).isEqualTo(once.get("dues"));
        assertThat(number("select count(*) from (select voucher_id from fund.entry group by 1 having sum(fen) <> 0) v"))
                .isZero();
        for (String sql : List.of(
                "update contribution.due set dues_fen = 1 where state = '已缴' and subsidised_fen = 0",
                "delete from contribution.due",
                "update contribution.payment set fen = 1",
                "delete from contribution.payment")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private Map<String, Long> figures() {
        List<Integer> heads = read(api.get("/person-dues/statistics?scheme=resident&period=2026"), "$[*].heads");
        return Map.of(
                "treasury",
                balance(Funds.RESIDENT, FundAccounts.STATE_TREASURY),
                "received",
                number("select sum(fen) from contribution.payment where scheme = 'resident'"),
                "unknown",
                -balance(Funds.RESIDENT, FundAccounts.UNIDENTIFIED),
                "unmatched",
                number("select sum(fen) from contribution.payment where scheme = 'resident' and state <> '已核销'"),
                "heads",
                heads.stream().mapToLong(Integer::longValue).sum(),
                "dues",
                number(
                        "select count(*) from contribution.due where scheme = 'resident' and period = '2026' and state in ('待缴', '已缴')"));
    }
}
