package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.fund.FundApi.CLERK;
import static org.tongchou.platform.fund.FundApi.REVIEWER;
import static org.tongchou.platform.fund.FundApi.code;
import static org.tongchou.platform.fund.FundApi.number;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.IntakeRun;
import org.tongchou.platform.web.Refusal;

/** Money to providers: prepaid, settled, kept back, paid in batches, answered by the bank, reconciled. */
@PlatformTest
class PaymentTest {
    private static final String ACT = """
            {'kind': '%s', 'fund': '%s', 'month': '2025-03', 'date': '2025-03-25', 'payeeCode': 'H35990000001',
             'payeeName': '样例医院', 'bankName': '样例银行', 'bankAccount': '6200000000000001', 'summary': '样例往来',
             'dueFen': %d, 'offsetFen': %d, 'depositFen': %d, 'account': '%s'}
            """;
    private static final LocalDate END = LocalDate.of(2025, 3, 31);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Payments payments;

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private TransactionTemplate transaction;

    private FundApi api;

    @BeforeEach
    void create() {
        api = new FundApi(http);
    }

    private void fill(String fund, long fen) {
        ledger.post(
                CLERK,
                new Voucher(
                        fund,
                        LocalDate.of(2025, 3, 1),
                        new Cause("test", "fill", fund),
                        "用款",
                        List.of(Leg.debit("A04", fen, null), Leg.credit("I03", fen, null))));
    }

    private long act(String kind, String fund, long due, long offset, long deposit, String account) {
        long id = number(
                api.post(CLERK, "/payments/provider-acts", ACT.formatted(kind, fund, due, offset, deposit, account)),
                "$.id");
        String review = "{'accept': true, 'version': 1}";
        assertThat(code(api.post(CLERK, "/payments/provider-acts/" + id + "/review", review)))
                .isEqualTo("E-FUN-030");
        assertThat(api.post(REVIEWER, "/payments/provider-acts/" + id + "/review", review))
                .hasStatusOk();
        return id;
    }

    private long pay(String fund, String day) {
        List<Integer> orders = FundApi.numbers(api.get("/payments/orders?state=待付款&fund=" + fund), "$.items[*].id");
        long batch = number(
                api.post(
                        CLERK,
                        "/payments/batches",
                        "{'fund': '%s', 'payDate': '%s', 'orders': %s}".formatted(fund, day, orders)),
                "$.id");
        String review = "{'accept': true, 'version': 1}";
        assertThat(code(api.post(CLERK, "/payments/batches/" + batch + "/review", review)))
                .isEqualTo("E-FUN-030");
        assertThat(api.post(REVIEWER, "/payments/batches/" + batch + "/review", review))
                .hasStatusOk();
        return batch;
    }

    private long balance(String fund, String account) {
        return ledger.balance(fund, account, account.startsWith("A04") ? null : "H35990000001", END);
    }

    @Test
    void aProviderIsPrepaidSettledAndKeptADeposit() {
        String fund = "employee";
        fill(fund, 1_000_000);
        act("预付", fund, 200_000, 0, 0, "");
        pay(fund, "2025-03-24");
        assertThat(balance(fund, "A0601")).isEqualTo(200_000);
        assertThat(balance(fund, "A04")).isEqualTo(800_000);
        act("结算", fund, 500_000, 200_000, 25_000, "E0101");
        assertThat(balance(fund, "A0601")).isZero();
        assertThat(balance(fund, "L0102")).isEqualTo(-25_000);
        assertThat(balance(fund, "L0105")).isEqualTo(-275_000);
        long batch = pay(fund, "2025-03-26");
        assertThat(balance(fund, "L0105")).isZero();
        assertThat(balance(fund, "A04")).isEqualTo(525_000);
        assertThat(ledger.balance(fund, "E0101", null, END)).isEqualTo(500_000);
        String file = new String(
                api.get("/payments/batches/" + batch + "/file").getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(file).contains(batch + ",1,\"H35990000001\",\"样例医院\",\"样例银行\",6200000000000001,2750.00,");
        assertThat(FundApi.text(api.get("/payments/batches/" + batch), "$.lines[0].accountShown"))
                .doesNotContain("6200000000000001");
        act("退还质保金", fund, 20_000, 0, 0, "");
        act("扣罚质保金", fund, 5_000, 0, 0, "");
        pay(fund, "2025-03-26");
        assertThat(balance(fund, "L0102")).isZero();
        assertThat(code(api.post(CLERK, "/payments/provider-acts", ACT.formatted("结算", fund, 100, 60, 50, "E0101"))))
                .isEqualTo("E-FUN-081");
        assertThat(code(api.post(CLERK, "/payments/provider-acts", ACT.formatted("结算", fund, 100, 0, 0, "A01"))))
                .isEqualTo("E-FUN-082");
    }

    @Test
    void moreThanThereIsCannotBePrepaidOff() {
        String fund = "cadre";
        fill(fund, 100);
        long id = number(
                api.post(CLERK, "/payments/provider-acts", ACT.formatted("结算", fund, 100, 40, 0, "E0101")), "$.id");
        String review = "{'accept': true, 'version': 1}";
        assertThat(code(api.post(REVIEWER, "/payments/provider-acts/" + id + "/review", review)))
                .isEqualTo("E-FUN-014");
        String refuse = "{'accept': false, 'reason': '没有预付', 'version': 1}";
        assertThat(FundApi.text(api.post(REVIEWER, "/payments/provider-acts/" + id + "/review", refuse), "$.state"))
                .isEqualTo("已退回");
    }

    @Test
    void theBankAnswersLineByLine() {
        String fund = "resident";
        fill(fund, 1_000);
        for (int payee = 1; payee <= 3; payee++) {
            NewPayment payment = new NewPayment(
                    fund,
                    new Cause("test", "refund", "R" + payee),
                    new Payee("E000" + payee, "样例单位" + payee, "样例银行", "620000000000000" + payee),
                    "退费",
                    List.of(Leg.debit("I0101", payee * 100L, null)));
            long order = payments.request(CLERK, payment);
            assertThat(payments.request(CLERK, payment)).isEqualTo(order);
        }
        assertThatThrownBy(() -> payments.request(
                        CLERK,
                        new NewPayment(
                                fund,
                                new Cause("test", "refund", "R1"),
                                new Payee("E0001", "样例单位1", "样例银行", "6200000000000001"),
                                "退费",
                                List.of(Leg.debit("I0101", 101, null)))))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo("E-FUN-070"));
        long batch = pay(fund, "2025-03-26");
        assertThat(balance(fund, "A04")).isEqualTo(400);
        IntakeRun told = told("fund.returns", Map.of("batch", Long.toString(batch), "date", "2025-03-28"));
        told.run(
                row(batch, 1, "1.00", "成功"),
                row(batch, 2, "2.00", "失败"),
                row(batch + 1, 3, "3.00", "成功"),
                row(batch, 9, "3.00", "成功"),
                row(batch, 3, "3.01", "成功"));
        assertThat(told.problems).containsExactly("E-FUN-092", "E-FUN-093", "E-FUN-094");
        assertThat(balance(fund, "A04")).isEqualTo(600);
        assertThat(ledger.balance(fund, "L0104", "E0002", END)).isEqualTo(-200);
        assertThat(payments.stateOf(fund, new Cause("test", "refund", "R2"))).hasValue("付款失败");
        assertThat(payments.stateOf(fund, new Cause("test", "refund", "R3"))).hasValue("付款中");
        told.run(row(batch, 1, "1.00", "成功"), row(batch, 2, "2.00", "成功"), row(batch, 3, "3.00", "成功"));
        assertThat(told.problems).containsExactly("E-FUN-095");
        assertThat(told.unchanged).isEqualTo(1);
        assertThat(balance(fund, "A04")).isEqualTo(600);
        String repayment = "{'bankName': '样例银行', 'bankAccount': '6200000000000009'}";
        assertThat(api.post(CLERK, "/payments/batches/" + batch + "/lines/2/repayment", repayment))
                .hasStatus(201);
        assertThat(code(api.post(CLERK, "/payments/batches/" + batch + "/lines/1/repayment", repayment)))
                .isEqualTo("E-FUN-075");
        pay(fund, "2025-03-29");
        assertThat(ledger.balance(fund, "L0104", "E0002", END)).isZero();
        assertThat(balance(fund, "A04")).isEqualTo(400);
        reconcile(fund);
    }

    /** The bank shows two of the payments and a fee that the books do not know. */
    private void reconcile(String fund) {
        IntakeRun told = told("fund.bank", Map.of("fund", fund, "account", "A04"));
        List<IntakeRow> lines = List.of(
                new IntakeRow(1, Map.of("date", "2025-03-01", "serial", "Y1", "in", "10.00", "balance", "10.00")),
                new IntakeRow(2, Map.of("date", "2025-03-27", "serial", "Y2", "out", "1.00", "balance", "9.00")),
                new IntakeRow(3, Map.of("date", "2025-03-27", "serial", "Y3", "out", "0.05", "balance", "8.95")),
                new IntakeRow(4, Map.of("date", "2025-03-27", "serial", "Y4", "in", "1.00", "out", "1.00")));
        told.run(lines.toArray(IntakeRow[]::new));
        assertThat(told.problems).containsExactly("E-FUN-100");
        told.run(lines.toArray(IntakeRow[]::new));
        assertThat(told.unchanged).isEqualTo(3);
        String range = "{'fund': '%s', 'account': 'A04', 'from': '2025-03-01', 'to': '2025-03-31'}".formatted(fund);
        assertThat(number(api.post(CLERK, "/bank/matches/auto", range), "$.matched"))
                .isEqualTo(2);
        String items = "/bank/items?fund=%s&account=A04&from=2025-03-01&to=2025-03-31".formatted(fund);
        assertThat(FundApi.texts(api.get(items), "$.bank[*].reference")).containsExactly("Y3");
        List<Integer> ids = FundApi.numbers(api.get(items), "$.books[?(@.fen == -200 || @.fen == 200)].id");
        assertThat(ids).hasSize(3);
        String match = "{'fund': '%s', 'account': 'A04', 'bank': [], 'books': [%s]}";
        String both = "{'voucherId': %d, 'line': 2}, {'voucherId': %d, 'line': 1}".formatted(ids.get(0), ids.get(1));
        assertThat(api.post(CLERK, "/bank/matches", match.formatted(fund, both)))
                .hasStatus(204);
        assertThat(code(api.post(CLERK, "/bank/matches", match.formatted(fund, both))))
                .isEqualTo("E-FUN-104");
        String one = "{'voucherId': %d, 'line': 2}".formatted(ids.get(2));
        assertThat(code(api.post(CLERK, "/bank/matches", match.formatted(fund, one))))
                .isEqualTo("E-FUN-105");
        String statement = "/bank/reconciliation?fund=%s&account=A04&day=2025-03-31".formatted(fund);
        assertThat(number(api.get(statement), "$.bankFen")).isEqualTo(895);
        assertThat(number(api.get(statement), "$.bookFen")).isEqualTo(400);
        assertThat(number(api.get(statement), "$.bankAdjustedFen")).isEqualTo(395);
        assertThat(number(api.get(statement), "$.bookAdjustedFen")).isEqualTo(395);
        assertThat(api.get("/bank/reconciliation/export?fund=%s&account=A04&day=2025-03-31".formatted(fund)))
                .hasStatusOk();
        long matched = number(api.get(items + "&open=false"), "$.bank[0].matchId");
        assertThat(api.post(CLERK, "/bank/matches/" + matched + "/cancellation", "{'reason': '勾错'}"))
                .hasStatus(204);
    }

    private static IntakeRow row(long batch, int line, String yuan, String outcome) {
        return new IntakeRow(
                line,
                Map.of("batch", Long.toString(batch), "line", Integer.toString(line), "fen", yuan, "outcome", outcome));
    }

    private IntakeRun told(String kind, Map<String, String> parameters) {
        return new IntakeRun(intakes, transaction, CLERK, kind, parameters);
    }
}
