package org.tongchou.platform.settlement.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.settlement.Reconciliations;
import org.tongchou.platform.settlement.Totals;
import org.tongchou.platform.settlement.Totals.Sum;
import org.tongchou.platform.settlement.Totals.Wanted;
import org.tongchou.platform.web.Refusal;

/** Compares and keeps in schema {@code settlement}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredReconciliations implements Reconciliations {
    private final JdbcClient database;
    private final Totals totals;

    StoredReconciliations(JdbcClient database, Totals totals) {
        this.database = database;
        this.totals = totals;
    }

    @Override
    public Result sums(Asked asked, Told told) {
        Sum ours = totals.of(wanted(asked));
        List<String> texts = texts(ours, told);
        return new Result(keep(asked, told, ours, texts.isEmpty(), false), ours, texts, List.of());
    }

    @Override
    public Result rows(Asked asked, Told told, List<Row> rows) {
        mustAddUp(told, rows);
        Sum ours = totals.of(wanted(asked));
        List<String> texts = texts(ours, told);
        List<Difference> differences = differences(totals.rows(wanted(asked)), rows);
        boolean even = texts.isEmpty() && differences.isEmpty();
        long id = keep(asked, told, ours, even, true);
        keep(id, differences, rows);
        return new Result(id, ours, texts, differences);
    }

    private static Wanted wanted(Asked asked) {
        return new Wanted(
                asked.provider(), asked.scheme(), asked.clearing().kinds(), asked.from(), asked.to(), asked.refunds());
    }

    private static void mustAddUp(Told told, List<Row> rows) {
        long total = rows.stream().mapToLong(Row::totalFen).sum();
        long fund = rows.stream().mapToLong(Row::fundFen).sum();
        if (rows.size() != told.count() || total != told.totalFen() || fund != told.fundFen()) {
            throw Refusal.conflict(
                    "E-SET-200",
                    "明细文件 " + rows.size() + " 行、医疗费 " + Money.ofFen(total) + "、基金支付 " + Money.ofFen(fund)
                            + "，与申报的笔数和金额不一致，请核对文件");
        }
    }

    private static List<String> texts(Sum ours, Told told) {
        List<String> texts = new ArrayList<>();
        amount(texts, "医疗费总额", ours.totalFen(), told.totalFen());
        amount(texts, "基金支付总额", ours.fundFen(), told.fundFen());
        amount(texts, "个人账户支付", ours.accountFen(), told.accountFen());
        amount(texts, "现金支付", ours.cashFen(), told.cashFen());
        if (ours.count() != told.count()) {
            texts.add("笔数：中心 " + ours.count() + "，机构 " + told.count());
        }
        return texts;
    }

    private static void amount(List<String> texts, String name, long ours, @Nullable Long theirs) {
        if (theirs != null && ours != theirs) {
            texts.add(name + "：中心 " + Money.ofFen(ours) + "，机构 " + Money.ofFen(theirs));
        }
    }

    /** The rows that differ: those here in order, then those only there in the order of the list. */
    private static List<Difference> differences(List<Totals.Row> ours, List<Row> theirs) {
        Map<String, Row> left = new LinkedHashMap<>();
        List<Difference> twice = new ArrayList<>();
        for (Row row : theirs) {
            if (left.putIfAbsent(row.number(), row) != null) {
                twice.add(new Difference(Kind.THEIRS, row, "", "结算ID " + row.number() + " 在文件中重复"));
            }
        }
        List<Difference> found = new ArrayList<>();
        for (Totals.Row one : ours) {
            Row here = new Row(
                    one.number(),
                    one.visit(),
                    one.person(),
                    one.refund(),
                    one.totalFen(),
                    one.fundFen(),
                    one.accountFen());
            Row there = left.remove(one.number());
            if (there == null) {
                found.add(new Difference(Kind.OURS, here, one.message(), "中心有、机构没有的结算"));
            } else if (!there.equals(here)) {
                found.add(new Difference(Kind.AMOUNTS, here, one.message(), memo(here, there)));
            }
        }
        left.values().forEach(row -> found.add(new Difference(Kind.THEIRS, row, "", "机构有、中心没有的结算")));
        found.addAll(twice);
        return found;
    }

    private static String memo(Row here, Row there) {
        List<String> texts = new ArrayList<>();
        amount(texts, "医疗费总额", here.totalFen(), there.totalFen());
        amount(texts, "基金支付总额", here.fundFen(), there.fundFen());
        amount(texts, "个人账户支付", here.accountFen(), there.accountFen());
        if (here.refund() != there.refund()) {
            texts.add("退费结算标志：中心 " + (here.refund() ? 1 : 0) + "，机构 " + (there.refund() ? 1 : 0));
        }
        if (!here.visit().equals(there.visit())) {
            texts.add("就诊ID：中心 " + here.visit() + "，机构 " + there.visit());
        }
        if (!here.person().equals(there.person())) {
            texts.add("人员编号：中心 " + here.person() + "，机构 " + there.person());
        }
        return String.join("；", texts);
    }

    private long keep(Asked asked, Told told, Sum ours, boolean even, boolean detailed) {
        return database.sql("""
                        insert into settlement.reconciliation (provider, scheme, clearing, begins, ends, refunds, detailed,
                            their_count, their_total_fen, their_fund_fen, their_account_fen, their_cash_fen, our_count,
                            our_total_fen, our_fund_fen, our_account_fen, our_cash_fen, result, last_settlement, message, operator)
                        values (:provider, :scheme, :clearing, :begins, :ends, :refunds::boolean, :detailed, :theirCount,
                            :theirTotal, :theirFund, :theirAccount::bigint, :theirCash::bigint, :count, :total, :fund, :account,
                            :cash, :result,
                            (select coalesce(max(s.id), 0) from settlement.settlement s
                                where s.provider = :provider and s.settled_on between :begins and :ends), :message, :operator)
                        returning id""")
                .param("provider", asked.provider())
                .param("scheme", asked.scheme())
                .param("clearing", asked.clearing().code())
                .param("begins", asked.from())
                .param("ends", asked.to())
                .param("refunds", asked.refunds())
                .param("detailed", detailed)
                .param("theirCount", told.count())
                .param("theirTotal", told.totalFen())
                .param("theirFund", told.fundFen())
                .param("theirAccount", told.accountFen())
                .param("theirCash", told.cashFen())
                .param("count", ours.count())
                .param("total", ours.totalFen())
                .param("fund", ours.fundFen())
                .param("account", ours.accountFen())
                .param("cash", ours.cashFen())
                .param("result", even ? "平" : "不平")
                .param("message", asked.message())
                .param("operator", asked.operator())
                .query(Long.class)
                .single();
    }

    private void keep(long id, List<Difference> differences, List<Row> theirs) {
        Map<String, Row> byNumber = new HashMap<>();
        theirs.forEach(row -> byNumber.putIfAbsent(row.number(), row));
        int line = 0;
        for (Difference one : differences) {
            Row row = one.row();
            boolean here = one.kind() != Kind.THEIRS;
            Row there = here ? byNumber.get(row.number()) : row;
            database.sql("""
                            insert into settlement.difference (reconciliation_id, line, kind, number, visit, person, message,
                                refund, our_total_fen, our_fund_fen, our_account_fen, their_total_fen, their_fund_fen,
                                their_account_fen, memo)
                            values (:id, :line, :kind, :number, :visit, :person, :message, :refund, :total::bigint,
                                :fund::bigint, :account::bigint, :theirTotal::bigint, :theirFund::bigint,
                                :theirAccount::bigint, :memo)""")
                    .param("id", id)
                    .param("line", ++line)
                    .param("kind", one.kind().word())
                    .param("number", row.number())
                    .param("visit", row.visit())
                    .param("person", row.person())
                    .param("message", one.message())
                    .param("refund", row.refund())
                    .param("total", here ? row.totalFen() : null)
                    .param("fund", here ? row.fundFen() : null)
                    .param("account", here ? row.accountFen() : null)
                    .param("theirTotal", there == null ? null : there.totalFen())
                    .param("theirFund", there == null ? null : there.fundFen())
                    .param("theirAccount", there == null ? null : there.accountFen())
                    .param("memo", one.memo())
                    .update();
        }
    }
}
