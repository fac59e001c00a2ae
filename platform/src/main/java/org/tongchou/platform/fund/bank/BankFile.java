package org.tongchou.platform.fund.bank;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Actor;

/** Statements of the banks (银行对账单), one account at a time. A line that came before is not taken again. */
@Component("fundBankFile")
class BankFile implements Intake {
    private final JdbcClient database;
    private final Chart chart;
    private final FundScope scope;

    BankFile(JdbcClient database, Chart chart, FundScope scope) {
        this.database = database;
        this.chart = chart;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "fund.bank";
    }

    @Override
    public String name() {
        return "银行对账单";
    }

    @Override
    public String right() {
        return "fund.bank.edit";
    }

    @Override
    public List<Field> parameters() {
        Map<String, String> funds = new LinkedHashMap<>();
        chart.funds().values().forEach(fund -> funds.put(fund.code(), fund.name()));
        Map<String, String> accounts = new LinkedHashMap<>();
        chart.accounts().values().stream()
                .filter(Chart.Account::bank)
                .forEach(account -> accounts.put(account.code(), account.name()));
        return List.of(
                Field.ofWords("fund", "基金", funds).mandatory(),
                Field.ofWords("account", "存款科目", accounts).mandatory());
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("date", "交易日期", Field.Type.DATE, "2025-03-31")
                        .mandatory()
                        .or("日期", "记账日期"),
                Field.of("serial", "流水号", Field.Type.TEXT, "YH0001").mandatory().or("交易流水号", "银行流水号"),
                Field.of("in", "收入", Field.Type.MONEY, "1000.00").or("贷方发生额", "收入金额"),
                Field.of("out", "支出", Field.Type.MONEY, "").or("借方发生额", "支出金额"),
                Field.of("balance", "余额", Field.Type.MONEY, "1000.00").or("账户余额"),
                Field.of("counterparty", "对方户名", Field.Type.TEXT, "样例医院"),
                Field.of("summary", "摘要", Field.Type.TEXT, "医保基金拨付").or("用途", "附言"));
    }

    @Override
    public List<String> key() {
        return List.of("serial");
    }

    @Override
    public void accept(Actor actor, Map<String, String> parameters) {
        scope.mustSee(actor);
    }

    @Override
    public void check(Checking checking) {
        Before before = new Before();
        checking.rows(rows -> rows.forEach(row -> {
            String wrong = wrong(row);
            if (wrong != null) {
                checking.problem(row, "in", "E-FUN-100", wrong);
                return;
            }
            Long known = known(checking.parameters(), row.text("serial"));
            if (known != null && known != fen(row)) {
                checking.problem(row, "serial", "E-FUN-101", "与以前导入的同一流水号金额 " + Money.ofFen(known) + " 相同");
            } else if (known != null) {
                checking.unchanged(row);
            } else if (before.breaks(row)) {
                checking.warning(row, "balance", "E-FUN-102", "上一行余额加减本行发生额；两行之间可能缺少流水");
            }
            before.is(row);
        }));
    }

    /** The row before, for whether the balances go on. */
    private static final class Before {
        private @Nullable Long balance;

        boolean breaks(IntakeRow row) {
            return balance != null && row.has("balance") && balance + fen(row) != row.fen("balance");
        }

        void is(IntakeRow row) {
            balance = row.has("balance") ? row.fen("balance") : null;
        }
    }

    private static @Nullable String wrong(IntakeRow row) {
        long in = row.fen("in");
        long out = row.fen("out");
        if (in < 0 || out < 0) {
            return "不为负数";
        }
        return (in == 0) == (out == 0) ? "收入、支出有且只有一项大于零" : null;
    }

    private static long fen(IntakeRow row) {
        return row.fen("in") - row.fen("out");
    }

    private @Nullable Long known(Map<String, String> parameters, String serial) {
        return database.sql("select fen from fund.bank_line where (fund, account, serial) = (:fund, :account, :serial)")
                .param("fund", parameters.get("fund"))
                .param("account", parameters.get("account"))
                .param("serial", serial)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    @Override
    public void post(Posting posting) {
        for (IntakeRow row : posting.rows()) {
            int rows = database.sql("""
                            insert into fund.bank_line (fund, account, line_date, serial, fen, balance_fen, counterparty, summary,
                                batch_id)
                            values (:fund, :account, :date, :serial, :fen, :balance, :counterparty, :summary, :batch)
                            on conflict (fund, account, serial) do nothing
                            """)
                    .param("fund", posting.parameters().get("fund"))
                    .param("account", posting.parameters().get("account"))
                    .param("date", LocalDate.parse(row.text("date")))
                    .param("serial", row.text("serial"))
                    .param("fen", fen(row))
                    .param("balance", row.has("balance") ? row.fen("balance") : null)
                    .param("counterparty", row.text("counterparty"))
                    .param("summary", row.text("summary"))
                    .param("batch", posting.batch())
                    .update();
            if (rows == 0) {
                posting.outcome(row, "以前已导入");
            }
        }
    }
}
