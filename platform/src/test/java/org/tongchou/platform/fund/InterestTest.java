package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.fund.FundApi.CLERK;
import static org.tongchou.platform.fund.FundApi.REVIEWER;
import static org.tongchou.platform.fund.FundApi.code;
import static org.tongchou.platform.fund.FundApi.number;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.fund.PersonalAccounts.Credit;
import org.tongchou.platform.fund.PersonalAccounts.Refund;
import org.tongchou.platform.fund.PersonalAccounts.Use;
import org.tongchou.platform.job.TestJobs;

/** Interest of a year: computed by the policy, posted once by somebody else, taken back. */
@PlatformTest
class InterestTest {
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    private FundApi api;
    private int acts;

    @BeforeEach
    void create() {
        api = new FundApi(http);
    }

    private Cause credit(long person, String day, long fen) {
        LocalDate on = LocalDate.parse(day);
        Cause cause = new Cause("test", "dues", Integer.toString(++acts));
        transaction.executeWithoutResult(status -> {
            long voucher = ledger.post(
                    CLERK,
                    new Voucher(
                            Funds.ACCOUNT,
                            on,
                            cause,
                            "划入",
                            List.of(
                                    Leg.debit(FundAccounts.TREASURY_BANK, fen, null),
                                    Leg.credit(FundAccounts.DUES_PERSONS, fen, null))));
            accounts.credit(CLERK, day.substring(0, 7), List.of(new Credit(person, fen, on, false, cause, voucher)));
        });
        return cause;
    }

    private Cause pay(long person, String day, long fen) {
        LocalDate on = LocalDate.parse(day);
        Cause cause = new Cause("test", "use", Integer.toString(++acts));
        transaction.executeWithoutResult(status -> {
            long voucher = ledger.post(
                    CLERK,
                    new Voucher(
                            Funds.ACCOUNT,
                            on,
                            cause,
                            "支付",
                            List.of(
                                    Leg.debit(FundAccounts.ACCOUNT_USE, fen, null),
                                    Leg.credit(FundAccounts.TREASURY_BANK, fen, null))));
            accounts.pay(CLERK, new Use(person, fen, on, false, cause, voucher));
        });
        return cause;
    }

    private void refund(long person, String day, long fen, Cause of) {
        Cause cause = new Cause("test", "refund", Integer.toString(++acts));
        transaction.executeWithoutResult(
                status -> accounts.refund(CLERK, new Refund(person, fen, LocalDate.parse(day), of, cause, 1)));
    }

    private long version(long id) {
        return database.sql("select version from fund.interest_run where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private MvcTestResult act(org.tongchou.platform.web.Actor who, long id, String what, String more) {
        MvcTestResult answer = api.post(who, "/interest/" + id + "/" + what, "{'version': " + version(id) + more + "}");
        jobs.drain();
        return answer;
    }

    private String state(long id) {
        return database.sql("select state from fund.interest_run where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long begin() {
        long id = number(api.post(CLERK, "/interest", "{'year': 2025, 'bankAccount': 'A03'}"), "$.id");
        jobs.drain();
        return id;
    }

    private long balance(long person) {
        return accounts.balance(person, END).fen();
    }

    @Test
    void aYearIsComputedPostedOnceAndTakenBack() {
        // 1,200 yuan carried over all year: 1.5%; 100 yuan from 15 December: 0.35% of one month's end.
        credit(1, "2024-06-15", 120_000);
        credit(1, "2025-12-15", 10_000);
        // Paid and given back within the year; taken from what came in first.
        credit(2, "2024-06-15", 60_000);
        credit(2, "2025-01-10", 50_000);
        Cause used = pay(2, "2025-03-10", 20_000);
        refund(2, "2025-09-10", 5_000, used);
        // A payment of the year before is given back: the engine cannot say that.
        credit(3, "2024-01-15", 10_000);
        Cause before = pay(3, "2024-03-15", 4_000);
        refund(3, "2025-02-15", 4_000, before);

        assertThat(code(api.post(CLERK, "/interest", "{'year': 2999, 'bankAccount': 'A03'}")))
                .isEqualTo("E-FUN-120");
        assertThat(code(api.post(CLERK, "/interest", "{'year': 2025, 'bankAccount': 'I03'}")))
                .isEqualTo("E-FUN-121");
        long id = begin();
        assertThat(state(id)).isEqualTo("待复核");
        assertThat(code(api.post(CLERK, "/interest", "{'year': 2025, 'bankAccount': 'A03'}")))
                .isEqualTo("E-FUN-122");
        assertThat(number(api.get("/interest"), "$[0].accounts")).isEqualTo(2);
        assertThat(FundApi.text(api.get("/interest/" + id + "/left-out"), "$.items[0].problem"))
                .contains("退回以前年度的支付");
        assertThat(balance(1)).isEqualTo(130_000);
        assertThat(code(act(CLERK, id, "acceptance", ""))).isEqualTo("E-FUN-030");

        assertThat(act(REVIEWER, id, "acceptance", "")).hasStatusOk();
        assertThat(state(id)).isEqualTo("已入账");
        assertThat(balance(1)).isEqualTo(130_000 + 1_800 + 3);
        // 600 × 1.5%; month ends 500 × 2, 300 × 6, 350 × 4 = 4,200 yuan × 0.35% ÷ 12.
        assertThat(balance(2)).isEqualTo(95_000 + 900 + 123);
        assertThat(balance(3)).isEqualTo(10_000);
        assertThat(ledger.balance(Funds.ACCOUNT, FundAccounts.INTEREST, null, END))
                .isEqualTo(-(1_803 + 1_023));

        // Run again, as after a crash: nothing twice.
        database.sql("update fund.interest_run set state = '入账中' where id = :id")
                .param("id", id)
                .update();
        assertThat(act(REVIEWER, id, "resumption", "")).hasStatusOk();
        assertThat(state(id)).isEqualTo("已入账");
        assertThat(balance(1)).isEqualTo(131_803);

        assertThat(act(REVIEWER, id, "reversal", ", 'reason': '利率有误'")).hasStatusOk();
        assertThat(state(id)).isEqualTo("已冲回");
        assertThat(accounts.balance(1).fen()).isEqualTo(130_000);
        assertThat(ledger.balance(Funds.ACCOUNT, FundAccounts.INTEREST, null, LocalDate.of(2099, 1, 1)))
                .isZero();

        // Computed again; a movement after that leaves the account out.
        long again = begin();
        credit(1, "2025-12-30", 100);
        assertThat(act(REVIEWER, again, "acceptance", "")).hasStatusOk();
        assertThat(number(api.get("/interest"), "$[0].accounts")).isEqualTo(1);
        assertThat(number(api.get("/interest"), "$[0].leftOut")).isEqualTo(2);
    }
}
