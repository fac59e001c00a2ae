package org.tongchou.platform.fund.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.ledger.Drafts;

/** What is looked at before a month is closed: some must hold, some is told. */
@Component("fundClosingChecks")
class ClosingChecks {
    static final String PASSED = "通过";
    static final String WARNED = "提示";
    static final String FAILED = "未通过";

    private final JdbcClient database;
    private final Ledger ledger;
    private final Drafts drafts;

    ClosingChecks(JdbcClient database, Ledger ledger, Drafts drafts) {
        this.database = database;
        this.ledger = ledger;
        this.drafts = drafts;
    }

    /**
     * A check.
     *
     * @param name what must hold
     * @param state 通过, 提示 or 未通过
     * @param detail the figures
     */
    record Check(String name, String state, String detail) {}

    List<Check> of(String fund, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        List<Check> checks = new ArrayList<>();
        List<String> open = openMonths(fund, month);
        checks.add(
                check("以前月份已结账", open.isEmpty(), FAILED, open.isEmpty() ? "没有漏结的月份" : "未结账：" + String.join("、", open)));
        long waiting = drafts.waiting(fund, last);
        checks.add(check("没有待复核的凭证和划转", waiting == 0, FAILED, waiting + " 张待复核"));
        long batches = number("""
                select count(*) from fund.payment_batch where fund = :fund and pay_date <= :day and state = '待复核'
                """, fund, last);
        checks.add(check("没有待复核的付款批次", batches == 0, FAILED, batches + " 批待复核"));
        long income = ledger.balance(fund, FundAccounts.INCOME_BANK, null, last);
        checks.add(check("收入户月末无余额", income == 0, FAILED, "收入户存款 " + Money.ofFen(income) + "，月末应全部划转财政专户"));
        long sum = number(
                "select coalesce(sum(fen), 0) from fund.entry where fund = :fund and entry_date <= :day", fund, last);
        checks.add(check("试算平衡", sum == 0, FAILED, "借贷相差 " + Money.ofFen(sum)));
        long unanswered = number("""
                select count(*) from fund.payment_line l join fund.payment_batch b on b.id = l.batch_id
                where b.fund = :fund and b.pay_date <= :day and b.state = '已付款' and l.outcome is null
                """, fund, last);
        checks.add(check("付款均已回盘", unanswered == 0, WARNED, unanswered + " 笔付款没有银行回盘"));
        long unmatched = number("""
                select count(*) from fund.bank_line l where l.fund = :fund and l.line_date <= :day
                    and not exists (select from fund.bank_match_line m where m.bank_line_id = l.id)
                """, fund, last);
        checks.add(check("银行流水均已勾对", unmatched == 0, WARNED, unmatched + " 笔银行流水没有勾对"));
        if (fund.equals(Funds.ACCOUNT)) {
            long held = number("""
                    select coalesce(sum(fen), 0) from fund.movement
                    where :fund::text is not null and movement_date <= :day
                    """, fund, last);
            long net = -number("""
                    select coalesce(sum(e.fen), 0) from fund.entry e join fund.account a on a.code = e.account
                    where e.fund = :fund and e.entry_date <= :day and a.kind in ('net', 'income', 'expense')
                    """, fund, last);
            checks.add(check(
                    "个人账户余额合计等于基金结余",
                    held == net,
                    WARNED,
                    "个人账户合计 " + Money.ofFen(held) + "，基金结余 " + Money.ofFen(net)));
        }
        return checks;
    }

    private static Check check(String name, boolean holds, String otherwise, String detail) {
        return new Check(name, holds ? PASSED : otherwise, detail);
    }

    /** Earlier months with vouchers that are not closed. */
    private List<String> openMonths(String fund, YearMonth month) {
        return database.sql("""
                        select distinct v.year || '-' || lpad(least(v.month, 12)::text, 2, '0') as missing from fund.voucher v
                        where v.fund = :fund and v.voucher_date < :first and not exists (select from fund.period p
                            where p.fund = v.fund and p.year = v.year and p.month = least(v.month, 12) and p.state = 'closed')
                        order by missing
                        """)
                .param("fund", fund)
                .param("first", month.atDay(1))
                .query(String.class)
                .list();
    }

    private long number(String sql, String fund, LocalDate day) {
        return database.sql(sql)
                .param("fund", fund)
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
