package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.IntakeRun;

/** The fund's people and the bank, for tests of other modules: pays what waits, and answers. */
@TestComponent
public class Bank {
    private final FundApi api;
    private final Ledger ledger;
    private final List<Intake> intakes;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    Bank(
            MockMvcTester http,
            Ledger ledger,
            List<Intake> intakes,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.api = new FundApi(http);
        this.ledger = ledger;
        this.intakes = intakes;
        this.transaction = transaction;
        this.database = database;
    }

    /** Puts money on 支出户 of a fund. */
    public void fill(String fund, long fen, LocalDate day) {
        ledger.post(
                FundApi.CLERK,
                new Voucher(
                        fund,
                        day,
                        new Cause("test", "fill", fund + System.nanoTime()),
                        "用款",
                        List.of(
                                Leg.debit(FundAccounts.SPENDING_BANK, fen, null),
                                Leg.credit(FundAccounts.INTEREST, fen, null))));
    }

    /** Pays all that waits in a fund in one batch; its number. */
    public long pay(String fund, LocalDate day) {
        List<Integer> orders =
                FundApi.numbers(api.get("/payments/orders?state=待付款&size=500&fund=" + fund), "$.items[*].id");
        long batch = FundApi.number(
                api.post(
                        FundApi.CLERK,
                        "/payments/batches",
                        "{'fund': '%s', 'payDate': '%s', 'orders': %s}".formatted(fund, day, orders)),
                "$.id");
        assertThat(api.post(
                        FundApi.REVIEWER, "/payments/batches/" + batch + "/review", "{'accept': true, 'version': 1}"))
                .hasStatusOk();
        return batch;
    }

    /** Answers all lines of a batch. */
    public void answer(long batch, LocalDate day, boolean paid) {
        IntakeRow[] rows = database.sql("select line, fen from fund.payment_line where batch_id = :batch order by line")
                .param("batch", batch)
                .query((row, number) -> new IntakeRow(
                        row.getInt("line"),
                        Map.of(
                                "batch",
                                Long.toString(batch),
                                "line",
                                row.getString("line"),
                                "fen",
                                BigDecimal.valueOf(row.getLong("fen"), 2).toPlainString(),
                                "outcome",
                                paid ? "成功" : "失败")))
                .list()
                .toArray(IntakeRow[]::new);
        IntakeRun run = new IntakeRun(
                intakes,
                transaction,
                FundApi.CLERK,
                "fund.returns",
                Map.of("batch", Long.toString(batch), "date", day.toString()));
        run.run(rows);
        assertThat(run.problems).isEmpty();
    }

    /** Takes all orders of a fund back that wait. */
    public void cancel(String fund, String reason) {
        for (Integer order :
                FundApi.numbers(api.get("/payments/orders?state=待付款&size=500&fund=" + fund), "$.items[*].id")) {
            assertThat(api.post(
                            FundApi.CLERK,
                            "/payments/orders/" + order + "/cancellation",
                            "{'reason': '%s'}".formatted(reason)))
                    .hasStatus(204);
        }
    }

    /** Asks to pay a line again that came back. */
    public void repay(long batch, int line) {
        assertThat(api.post(
                        FundApi.CLERK,
                        "/payments/batches/" + batch + "/lines/" + line + "/repayment",
                        "{'bankName': '样例银行', 'bankAccount': '6200000000000009'}"))
                .hasStatus(201);
    }
}
