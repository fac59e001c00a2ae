package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.coverage.CoverageDecision;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Refusal;

/** What people paid themselves: whose it is, given back, and always in the books. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnReceiptsTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final int next = today.getYear() + 1;

    @Autowired
    private Region region;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private DuesAssessment dues;

    @Autowired
    private JdbcClient database;

    private OwnPayers payers;

    @BeforeAll
    void prepare(@Autowired ApplicationContext context) {
        payers = new OwnPayers(context);
    }

    @Test
    void whoLeavesBeforeTheYearGetsTheMoneyBackByTwo() {
        String year = Integer.toString(next);
        long leaver = payers.resident("");
        dues.assess(CLERK, "resident", year, today);
        payers.receive("resident", Map.of(), List.of(payers.row(payers.numberOf(leaver), year, "400.00", today, "L1")));
        long due = ContributionApi.number(payers.dues("resident", year, leaver), "$.items[0].id");
        long refund = ContributionApi.number(payers.refund("'dueId':" + due), "$.id");
        assertThat(code(payers.refund("'dueId':" + due))).isEqualTo("E-CON-072");
        assertThat(code(payers.api.post(CLERK, "/person-refunds/" + refund + "/review", "{'accept':true}")))
                .isEqualTo("E-CON-005");
        read(payers.api.post(REVIEWER, "/person-refunds/" + refund + "/review", "{'accept':true}"), "$.state");
        assertThat(payers.state("resident", year, leaver)).isEqualTo("已退费");
        assertThat(enrolments.file(leaver).payments()).isEmpty();
        assertThat(payers.number(
                        "select count(*) from fund.payment_order where cause_kind = 'person-refund' and cause_id = '"
                                + refund + "'"))
                .isEqualTo(1);
        // 查不明的到账也由两人退回。
        payers.receive("resident", Map.of(), List.of(payers.row("无此人", year, "5.00", today, "L2")));
        long unknown = payers.number("select id from contribution.payment where reference = 'L2'");
        long other = ContributionApi.number(payers.refund("'paymentId':" + unknown), "$.id");
        assertThat(code(payers.api.post(CLERK, "/person-payments/" + unknown + "/claim", payers.claim(leaver, year))))
                .isEqualTo("E-CON-033");
        read(
                payers.api.post(REVIEWER, "/person-refunds/" + other + "/review", "{'accept':false,'reason':'查到了'}"),
                "$.state");
        assertThat(ContributionApi.<String>read(
                        payers.api.get("/person-payments?scheme=resident&text=L2"), "$.items[0].state"))
                .isEqualTo("待查明");
    }

    @Test
    void moneyOfNobodyIsClaimedAndLatePayersWait() {
        String year = Integer.toString(today.getYear());
        long late = payers.resident("");
        dues.assess(CLERK, "resident", year, today);
        payers.receive("resident", Map.of(), List.of(payers.row("写错的编号", year, "400.00", today, "C1")));
        long unknown = payers.number("select id from contribution.payment where reference = 'C1'");
        long held = -payers.balance(Funds.RESIDENT, FundAccounts.UNIDENTIFIED);
        assertThat(code(payers.api.post(CLERK, "/person-payments/" + unknown + "/claim", payers.claim(late, "1999"))))
                .isEqualTo("E-CON-061");
        assertThat(code(payers.api.post(CLERK, "/person-payments/" + unknown + "/claim", payers.claim(late, "2024"))))
                .isEqualTo("E-CON-067");
        assertThat(payers.api.post(CLERK, "/person-payments/" + unknown + "/claim", payers.claim(late, year)))
                .hasStatus(204);
        assertThat(-payers.balance(Funds.RESIDENT, FundAccounts.UNIDENTIFIED)).isEqualTo(held - 40_000);
        MvcTestResult due = payers.dues("resident", year, late);
        assertThat(ContributionApi.<String>read(due, "$.items[0].closes")).isEqualTo(today.getYear() + "-02-28");
        Coverage coverage =
                CoverageDecision.of(region.pack(), enrolments.file(late), today).getValue();
        assertThat(coverage.schemes())
                .singleElement()
                .satisfies(scheme -> assertThat(scheme.from()).isAfterOrEqualTo(LocalDate.of(today.getYear(), 1, 1)));
        assertThat(code(payers.refund("'dueId':" + ContributionApi.number(due, "$.items[0].id"))))
                .isEqualTo("E-CON-071");
    }

    @Test
    void halfAFileIsRefusedWhole() {
        List<Map<String, String>> half = List.of(payers.row("无此人", "2026", "1.00", today, "H1"));
        assertThatThrownBy(() -> payers.receive("resident", Map.of("count", "2"), half))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("整份不收");
        assertThatThrownBy(() -> payers.receive("resident", Map.of("total", "2.00"), half))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("整份不收");
        assertThat(payers.number("select count(*) from contribution.payment where reference = 'H1'"))
                .isZero();
        ListRun bad = payers.receive(
                "resident",
                Map.of(),
                List.of(
                        payers.row("甲", "2026-01", "1.00", today, "H2"),
                        payers.row("甲", "2026", "0.00", today, "H3"),
                        payers.row("甲", "2026", "1.00", today.plusDays(1), "H4"),
                        Map.of("period", "2026", "amount", "1.00", "day", today.toString(), "reference", "H5")));
        assertThat(bad.problems()).isEqualTo(Map.of(1, "E-CON-061", 2, "E-CON-022", 3, "E-CON-030", 4, "E-CON-062"));
    }

    /** Whatever comes in is in the books; every cut adds up; the same files change nothing. */
    @Test
    void whatIsCollectedIsWhatIsInTheLedger() {
        Random random = new Random(20261122);
        String year = "2026";
        List<Long> people = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> payers.resident(i % 4 == 0 ? "低保边缘" : ""))
                .toList();
        dues.assess(CLERK, "resident", year, today);
        List<List<Map<String, String>>> files = new java.util.ArrayList<>();
        for (int file = 0; file < 4; file++) {
            List<Map<String, String>> rows = new java.util.ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String who =
                        random.nextInt(6) == 0 ? "无此人" : payers.numberOf(people.get(random.nextInt(people.size())));
                String yuan = random.nextBoolean() ? "400.00" : "200.00";
                LocalDate day = LocalDate.of(2025, 11, 1).plusDays(random.nextInt(150));
                rows.add(payers.row(who, year, yuan, day, "P" + file + "-" + i));
            }
            files.add(rows);
        }
        files.forEach(file -> payers.receive("resident", Map.of(), file));
        Map<String, Long> once = figures();
        files.forEach(file -> payers.receive("resident", Map.of(), file));
        assertThat(figures()).isEqualTo(once);
        assertThat(once.get("treasury")).isEqualTo(once.get("received"));
        assertThat(once.get("unknown")).isEqualTo(once.get("unmatched"));
        assertThat(once.get("heads")).isEqualTo(once.get("dues"));
        assertThat(payers.number(
                        "select count(*) from (select voucher_id from fund.entry group by 1 having sum(fen) <> 0) v"))
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
        List<Integer> heads = read(payers.api.get("/person-dues/statistics?scheme=resident&period=2026"), "$[*].heads");
        return Map.of(
                "treasury",
                payers.balance(Funds.RESIDENT, FundAccounts.STATE_TREASURY),
                "received",
                payers.number("select sum(fen) from contribution.payment where scheme = 'resident'"),
                "unknown",
                -payers.balance(Funds.RESIDENT, FundAccounts.UNIDENTIFIED),
                "unmatched",
                payers.number("select sum(fen) from contribution.payment where scheme = 'resident' and state <> '已核销'"),
                "heads",
                heads.stream().mapToLong(Integer::longValue).sum(),
                "dues",
                payers.number(
                        "select count(*) from contribution.due where scheme = 'resident' and period = '2026' and state in ('待缴', '已缴')"));
    }
}
