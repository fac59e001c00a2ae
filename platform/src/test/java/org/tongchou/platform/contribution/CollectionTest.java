package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.contribution.Firms.Firm;
import org.tongchou.platform.intake.ListRun;

/** Money of employers: late, too much, of nobody, and always in the books. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionTest {
    @Autowired
    private JdbcClient database;

    private ContributionApi api;
    private Firms firms;

    @BeforeAll
    void prepare(@Autowired ApplicationContext application) {
        firms = Firms.in(application);
        api = firms.api();
    }

    @Test
    void whatIsPaidTooMuchGoesBackByTwoAndTheSameFileChangesNothing() {
        Firm firm = firms.firm();
        firms.bill(firm, "2026-01", 1_000_000);
        firms.receive(firm, "2026-01", "1000.00", "2026-01-20", "R1-" + firm.id());
        firms.receive(firm, "2026-01", "100.00", "2026-01-21", "R2-" + firm.id());
        // The same file again changes nothing.
        assertThat(firms.receive(firm, "2026-01", "100.00", "2026-01-21", "R2-" + firm.id())
                        .unchanged())
                .containsExactly(1);
        assertThat(firms.receive(firm, "2026-01", "99.00", "2026-01-21", "R2-" + firm.id())
                        .problems())
                .containsEntry(1, "E-CON-031");
        assertThat(firms.held(firm)).isEqualTo(110_000 - 78_500 - 23_775);
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
        Firm firm = firms.firm();
        long id = firms.bill(firm, "2026-03", 500_000);
        MvcTestResult arrears = api.get("/arrears?day=2026-07-10&text=" + firm.code());
        assertThat(ContributionApi.<String>read(arrears, "$.items[0].age")).isEqualTo("三个月至一年");
        assertThat(ContributionApi.number(arrears, "$.items[0].days")).isEqualTo(101);
        long due = ContributionApi.number(arrears, "$.items[0].owedFen");
        // 单位 392.50，个人 100 + 7.5 + 8，退休 14.75；逾期 10 天，每天 0.05%。
        assertThat(due).isEqualTo(39_250 + 11_550 + 1_475);
        firms.receive(firm, "2026-03", "522.75", "2026-04-10", "L1-" + id);
        assertThat(firms.state(id)).isEqualTo("待缴费");
        firms.receive(firm, "2026-03", "2.61", "2026-04-11", "L2-" + id);
        assertThat(firms.state(id)).isEqualTo("已缴清");
        assertThat(ContributionApi.number(api.get("/declarations/{id}", id), "$.declaration.feeFen"))
                .isEqualTo(261);
        assertThat(firms.held(firm)).isZero();
        assertThat(ContributionApi.number(api.get("/arrears?day=2026-07-10&text=" + firm.code()), "$.total"))
                .isZero();
    }

    @Test
    void moneyOfNobodyIsBookedAndClaimed() {
        Firm firm = firms.firm();
        long id = firms.bill(firm, "2026-02", 600_000);
        Firm unknown = new Firm(0, CreditCode.complete("91359900MA9999999").code(), 0, 0);
        ListRun run = firms.receive(unknown, "2026-02", "700.00", "2026-02-10", "N-" + id);
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

    /** Whatever comes in, in whatever parts and order, is in the books, and what is not settled is the employer's. */
    @Test
    void whatIsCollectedIsWhatIsInTheLedger() {
        Firm firm = firms.firm();
        Random random = new Random(20261122);
        for (int month = 1; month <= 3; month++) {
            firms.bill(firm, "2026-0" + month, 450_000 + random.nextInt(1_500_000));
        }
        for (int i = 0; i < 12; i++) {
            firms.receive(
                    firm,
                    "2026-0" + (1 + random.nextInt(3)),
                    Integer.toString(100 + random.nextInt(900)),
                    "2026-0" + (1 + random.nextInt(5)) + "-1" + random.nextInt(10),
                    "P-" + i);
            assertThat(booked()).isEqualTo(number("select sum(fen) from contribution.receipt"));
            assertThat(firms.held(firm))
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
}
