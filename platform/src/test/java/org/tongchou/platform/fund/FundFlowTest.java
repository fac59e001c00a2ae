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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;

/** Vouchers typed in, money moved, months and years closed, statements: over HTTP, each on a fund of its own. */
@PlatformTest
class FundFlowTest {
    private static final String MANUAL = """
            {'kind': 'manual', 'fund': '%s', 'date': '2025-03-20', 'summary': '利息入账', 'legs': [
                {'account': 'A03', 'fen': %d}, {'account': 'I03', 'fen': %d}]}
            """;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Ledger ledger;

    private FundApi api;

    @BeforeEach
    void create() {
        api = new FundApi(http);
    }

    private static String review(boolean accept, long version) {
        return "{'accept': %s, 'reason': '金额有误', 'version': %d}".formatted(accept, version);
    }

    private long post(String fund, String date, String debit, String credit, long fen, String id) {
        return ledger.post(
                CLERK,
                new Voucher(
                        fund,
                        LocalDate.parse(date),
                        new Cause("test", "flow", id),
                        "资金往来",
                        List.of(Leg.debit(debit, fen, null), Leg.credit(credit, fen, null))));
    }

    @Test
    void aManualVoucherNeedsASecondPerson() {
        long id = number(api.post(CLERK, "/drafts", MANUAL.formatted("civil", 500, -500)), "$.id");
        assertThat(code(api.post(CLERK, "/drafts", MANUAL.formatted("civil", 500, -499))))
                .isEqualTo("E-FUN-015");
        assertThat(code(api.post(CLERK, "/drafts/" + id + "/review", review(true, 1))))
                .isEqualTo("E-FUN-030");
        assertThat(FundApi.text(api.post(REVIEWER, "/drafts/" + id + "/review", review(false, 1)), "$.state"))
                .isEqualTo("已退回");
        assertThat(code(api.put(
                        REVIEWER,
                        "/drafts/" + id,
                        MANUAL.formatted("civil", 600, -600).replace("}]}", "}], 'version': 2}"))))
                .isEqualTo("E-FUN-032");
        api.put(CLERK, "/drafts/" + id, MANUAL.formatted("civil", 600, -600).replace("}]}", "}], 'version': 2}"));
        assertThat(code(api.post(REVIEWER, "/drafts/" + id + "/review", review(true, 2))))
                .isEqualTo("E-PLT-409");
        long voucher = number(api.post(REVIEWER, "/drafts/" + id + "/review", review(true, 3)), "$.voucherId");
        assertThat(FundApi.text(api.get("/vouchers/" + voucher), "$.reviewedName"))
                .isEqualTo("样例人员乙");
        assertThat(FundApi.text(api.get("/vouchers/" + voucher), "$.createdName"))
                .isEqualTo("样例人员甲");
        assertThat(number(api.get("/vouchers?fund=civil&kind=manual"), "$.total"))
                .isEqualTo(1);
        String reversal = "{'date': '2025-03-21', 'reason': '重复入账'}";
        long mirror = number(api.post(REVIEWER, "/vouchers/" + voucher + "/reversal", reversal), "$.id");
        assertThat(number(api.get("/vouchers/" + voucher), "$.reversedBy")).isEqualTo(mirror);
        assertThat(code(api.post(REVIEWER, "/vouchers/" + voucher + "/reversal", reversal)))
                .isEqualTo("E-FUN-018");
        long own = post("civil", "2025-03-22", "A03", "I03", 5, "own");
        assertThat(code(api.post(REVIEWER, "/vouchers/" + own + "/reversal", reversal)))
                .isEqualTo("E-FUN-020");
        assertThat(api.get("/vouchers/export?fund=civil")).hasStatusOk();
        long other = number(api.post(CLERK, "/drafts", MANUAL.formatted("civil", 7, -7)), "$.id");
        assertThat(FundApi.text(api.post(CLERK, "/drafts/" + other + "/withdrawal", review(true, 1)), "$.state"))
                .isEqualTo("已撤回");
    }

    @Test
    void moneyMovesOnlyAlongTheTwoLines() {
        String transfer = """
                {'kind': 'transfer', 'fund': 'care', 'date': '2025-03-20', 'summary': '划转', 'legs': [
                    {'account': '%s', 'fen': 100}, {'account': '%s', 'fen': -100}]}
                """;
        assertThat(code(api.post(CLERK, "/drafts", transfer.formatted("A04", "A02"))))
                .isEqualTo("E-FUN-034");
        assertThat(code(api.post(CLERK, "/drafts", transfer.formatted("A03", "I03"))))
                .isEqualTo("E-FUN-034");
        long id = number(api.post(CLERK, "/drafts", transfer.formatted("A03", "A02")), "$.id");
        assertThat(code(api.post(REVIEWER, "/drafts/" + id + "/review", review(true, 1))))
                .isEqualTo("E-FUN-014");
        post("care", "2025-03-19", "A02", "I0101", 100, "dues");
        api.post(REVIEWER, "/drafts/" + id + "/review", review(true, 1));
        assertThat(ledger.balance("care", FundAccounts.INCOME_BANK, null, LocalDate.of(2025, 3, 31)))
                .isZero();
        assertThat(ledger.balance("care", "A", null, LocalDate.of(2025, 3, 31))).isEqualTo(100);
    }

    @Test
    void aMonthClosesWhenAllIsDoneAndASecondPersonOpensItAgain() {
        post("aid", "2025-01-10", "A02", "I0204", 1_000, "m1");
        String january = month("aid", "2025-01");
        assertThat(code(api.post(CLERK, "/periods/closing", january))).isEqualTo("E-FUN-040");
        assertThat(FundApi.texts(api.get("/periods/checks?fund=aid&month=2025-01"), "$[?(@.state == '未通过')].name"))
                .containsExactly("收入户月末无余额");
        post("aid", "2025-01-31", "A03", "A02", 1_000, "m2");
        assertThat(FundApi.flag(api.post(CLERK, "/periods/closing", january), "$[0].closed"))
                .isTrue();
        String reopening = "{'fund': 'aid', 'month': '2025-01', 'reason': '%s'}";
        assertThat(code(api.post(CLERK, "/periods/reopening", reopening.formatted("补记"))))
                .isEqualTo("E-FUN-041");
        assertThat(code(api.post(REVIEWER, "/periods/reopening", reopening.formatted(""))))
                .isEqualTo("E-PLT-020");
        assertThat(FundApi.flag(api.post(REVIEWER, "/periods/reopening", reopening.formatted("补记")), "$[0].closed"))
                .isFalse();
        assertThat(code(api.post(REVIEWER, "/periods/reopening", reopening.formatted("补记"))))
                .isEqualTo("E-FUN-044");
        assertThat(code(api.post(CLERK, "/periods/closing", month("aid", "2099-01"))))
                .isEqualTo("E-FUN-042");
    }

    @Test
    void aYearIsClosedOpenedAndClosedAgain() {
        String fund = "large";
        post(fund, "2024-06-10", "A03", "I0101", 12_000, "y1");
        post(fund, "2024-07-10", "A04", "A03", 6_000, "y2");
        post(fund, "2024-08-10", "E0101", "A04", 6_000, "y3");
        assertThat(code(api.post(CLERK, "/periods/closing", month(fund, "2024-12"))))
                .isEqualTo("E-FUN-040");
        for (String month : List.of("2024-06", "2024-07", "2024-08", "2024-12")) {
            assertThat(api.post(CLERK, "/periods/closing", month(fund, month))).hasStatusOk();
        }
        assertThat(code(api.post(CLERK, "/periods/closing", month(fund, "2024-12"))))
                .isEqualTo("E-FUN-043");
        assertThat(ledger.balance(fund, FundAccounts.SURPLUS, null, LocalDate.of(2024, 12, 31)))
                .isEqualTo(-6_000);
        assertThat(ledger.balance(fund, "I", null, LocalDate.of(2024, 12, 31))).isZero();
        long late =
                number(api.post(CLERK, "/drafts", MANUAL.formatted(fund, 1, -1).replace("2025-03", "2024-12")), "$.id");
        assertThat(code(api.post(REVIEWER, "/drafts/" + late + "/review", review(true, 1))))
                .isEqualTo("E-FUN-011");
        String income = "/statements/income?fund=large&month=2024-12";
        assertThat(number(api.get(income), "$.incomeFen")).isEqualTo(12_000);
        assertThat(number(api.get(income), "$.surplusFen")).isEqualTo(6_000);
        assertThat(FundApi.text(api.get(income), "$.reserveMonths")).isEqualTo("12.0");
        assertThat(FundApi.flag(api.get("/statements/balance-sheet?fund=large&month=2024-12"), "$.balanced"))
                .isTrue();
        assertThat(FundApi.flag(api.get("/statements/balance-sheet?fund=large&month=2024-08"), "$.balanced"))
                .isTrue();
        String reopening = "{'fund': 'large', 'month': '%s', 'reason': '补记利息'}";
        assertThat(code(api.post(CLERK, "/periods/reopening", reopening.formatted("2024-12"))))
                .isEqualTo("E-FUN-041");
        assertThat(code(api.post(REVIEWER, "/periods/reopening", reopening.formatted("2024-08"))))
                .isEqualTo("E-FUN-045");
        assertThat(api.post(REVIEWER, "/periods/reopening", reopening.formatted("2024-12")))
                .hasStatusOk();
        assertThat(ledger.balance(fund, FundAccounts.SURPLUS, null, LocalDate.of(2024, 12, 31)))
                .isZero();
        assertThat(ledger.balance(fund, "I", null, LocalDate.of(2024, 12, 31))).isEqualTo(-12_000);
        post(fund, "2024-12-21", "A03", "I03", 50, "y4");
        assertThat(api.post(CLERK, "/drafts/" + late + "/withdrawal", review(true, 1)))
                .hasStatusOk();
        assertThat(api.post(CLERK, "/periods/closing", month(fund, "2024-12"))).hasStatusOk();
        assertThat(ledger.balance(fund, FundAccounts.SURPLUS, null, LocalDate.of(2024, 12, 31)))
                .isEqualTo(-6_050);
        assertThat(number(api.get(income), "$.incomeFen")).isEqualTo(12_050);
        String balances = "/balances?fund=large&from=2024-01-01&to=2024-12-31";
        assertThat(FundApi.flag(api.get(balances), "$.balanced")).isTrue();
        assertThat(FundApi.numbers(api.get(balances), "$.lines[?(@.code == 'N01')].closingFen"))
                .containsExactly(-6_050);
        assertThat(api.get("/balances/export?fund=large&from=2024-01-01&to=2024-12-31"))
                .hasStatusOk();
        assertThat(api.get("/statements/income/export?fund=large&month=2024-12"))
                .hasStatusOk();
        assertThat(api.get("/statements/balance-sheet/export?fund=large&month=2024-12"))
                .hasStatusOk();
        assertThat(FundApi.texts(api.get("/statements/overview?month=2024-12"), "$[*].fund"))
                .contains("large");
        String entries = "fund=large&account=A03&from=2024-07-01&to=2024-12-31";
        assertThat(number(api.get("/entries?" + entries), "$.totals.openingFen"))
                .isEqualTo(12_000);
        assertThat(number(api.get("/entries?" + entries), "$.items[1].balanceFen"))
                .isEqualTo(6_050);
        assertThat(api.get("/entries/export?" + entries)).hasStatusOk();
    }

    private static String month(String fund, String month) {
        return "{'fund': '%s', 'month': '%s'}".formatted(fund, month);
    }

    @Test
    void theBooksAreForThoseWhoSeeTheWholeRegion() {
        assertThat(http.get()
                        .uri("/api/fund/vouchers")
                        .with(TestActors.with("fund.account.view"))
                        .exchange())
                .hasStatus(403);
        assertThat(code(api.get("/statements/income?fund=large&month=2024"))).isEqualTo("E-FUN-046");
        assertThat(code(api.get("/balances?fund=none&from=2024-01-01&to=2024-12-31")))
                .isEqualTo("E-FUN-001");
        assertThat(code(api.get("/balances?fund=large&from=2024-02-01&to=2024-01-31")))
                .isEqualTo("E-FUN-007");
        assertThat(number(api.get("/chart"), "$.funds.length()")).isEqualTo(12);
        String movements = "/personal-accounts/77/movements";
        assertThat(number(api.get(movements), "$.total")).isZero();
        assertThat(number(api.get("/personal-accounts?day=2025-01-01"), "$.total"))
                .isZero();
        assertThat(number(api.get("/personal-accounts/totals?day=2025-01-01"), "$.fen"))
                .isZero();
        assertThat(number(api.get("/personal-accounts/77?day=2025-01-01"), "$.balance.currentFen"))
                .isZero();
    }
}
