package org.tongchou.benefit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.simulation.ReportTable.Column;
import org.tongchou.benefit.simulation.ReportTable.Row;
import org.tongchou.benefit.simulation.ReportTable.Unit;
import org.tongchou.benefit.simulation.Tally.Measure;
import org.tongchou.money.Money;

/** The tables of the sums of a year, before and after. */
final class SumTables {
    private static final int TENTHS_OF_YEAR = 120;

    private final Vocabulary vocabulary;
    private final Tally before;
    private final Tally after;

    SumTables(Vocabulary vocabulary, Tally before, Tally after) {
        this.vocabulary = vocabulary;
        this.before = before;
        this.after = after;
    }

    private static List<Column> compared() {
        return List.of(
                new Column("现行", Unit.FEN),
                new Column("改革后", Unit.FEN),
                new Column("变化", Unit.FEN),
                new Column("变化率", Unit.PERCENT));
    }

    private static Row compared(String label, long was, long is) {
        return Row.of(label, was, is, is - was, ReportTable.share(is - was, was));
    }

    ReportTable overall() {
        List<Row> rows = new ArrayList<>();
        rows.add(overall("医疗费总额", Measure.TOTAL));
        rows.add(overall("政策范围内费用", Measure.SCOPE));
        rows.add(overall("基金支付", Measure.FUNDS));
        rows.add(overall("医院承担", Measure.HOSPITAL));
        rows.add(overall("账户支付", Measure.ACCOUNTS));
        rows.add(overall("个人现金", Measure.CASH));
        rows.add(overall("个人负担", Measure.BURDEN));
        return new ReportTable(
                "overall",
                "总览",
                "全年能结算的账单之和。医疗费总额 = 基金支付 + 医院承担 + 账户支付 + 个人现金；基金支付是各基金之和，不含医院和账户；账户支付是个人账户与家庭共济账户之和；"
                        + "个人负担 = 账户支付 + 个人现金；变化 = 改革后 − 现行，变化率 = 变化 ÷ 现行。",
                "项目",
                compared(),
                rows);
    }

    private Row overall(String label, Measure measure) {
        return compared(label, before.all(measure), after.all(measure));
    }

    ReportTable funds() {
        List<Fund> funds = List.copyOf(vocabulary.funds().values());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < funds.size(); i++) {
            long was = before.fund(i);
            long is = after.fund(i);
            if (was != 0 || is != 0) {
                rows.add(Row.of(
                        funds.get(i).name(),
                        was,
                        is,
                        is - was,
                        ReportTable.share(is - was, was),
                        before.billsOfFund(i),
                        after.billsOfFund(i)));
            }
        }
        List<Column> columns = new ArrayList<>(compared());
        columns.add(new Column("现行付费账单数", Unit.COUNT));
        columns.add(new Column("改革后付费账单数", Unit.COUNT));
        return new ReportTable(
                "funds", "各支付方", "规则包中每个支付方（基金、医院、账户）全年支付之和，付费账单数是它支付大于零的账单数；全年没有支付的不列。", "支付方", columns, rows);
    }

    ReportTable by(Dimension dimension) {
        List<String> labels = dimension.labels(vocabulary);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            long bills = Math.max(before.of(dimension, i, Measure.BILLS), after.of(dimension, i, Measure.BILLS));
            if (bills != 0) {
                rows.add(row(dimension, i, labels.get(i)));
            }
        }
        return new ReportTable(
                "by-" + dimension.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "按" + dimension.title(),
                dimension.definition() + "。账单数和医疗费总额按现行规则能结算的账单计；基金支付和个人负担的意思同总览；没有账单的不列。",
                dimension.title(),
                List.of(
                        new Column("账单数", Unit.COUNT),
                        new Column("医疗费总额", Unit.FEN),
                        new Column("现行基金支付", Unit.FEN),
                        new Column("改革后基金支付", Unit.FEN),
                        new Column("基金变化", Unit.FEN),
                        new Column("变化率", Unit.PERCENT),
                        new Column("现行个人负担", Unit.FEN),
                        new Column("改革后个人负担", Unit.FEN)),
                rows);
    }

    private Row row(Dimension dimension, int i, String label) {
        long was = before.of(dimension, i, Measure.FUNDS);
        long is = after.of(dimension, i, Measure.FUNDS);
        return Row.of(
                label,
                before.of(dimension, i, Measure.BILLS),
                before.of(dimension, i, Measure.TOTAL),
                was,
                is,
                is - was,
                ReportTable.share(is - was, was),
                before.of(dimension, i, Measure.BURDEN),
                after.of(dimension, i, Measure.BURDEN));
    }

    Optional<ReportTable> reserves(Map<String, Money> reserves) {
        List<String> ids = List.copyOf(vocabulary.funds().keySet());
        List<Row> rows = new ArrayList<>();
        reserves.forEach((id, reserve) -> {
            int place = ids.indexOf(id);
            Fund fund = vocabulary.funds().get(id);
            if (fund != null) {
                rows.add(Row.of(
                        fund.name(),
                        reserve.fen(),
                        months(reserve, before.fund(place)),
                        months(reserve, after.fund(place))));
            }
        });
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportTable(
                        "reserves",
                        "累计结余可支付月数",
                        "可支付月数 = 给出的累计结余 ÷（该基金全年支付 ÷ 12），假定没有新的收入，支付与本年相同。",
                        "基金",
                        List.of(
                                new Column("累计结余", Unit.FEN),
                                new Column("现行", Unit.MONTHS),
                                new Column("改革后", Unit.MONTHS)),
                        rows));
    }

    private static long months(Money reserve, long yearly) {
        return ReportTable.mean(Math.multiplyExact(reserve.fen(), TENTHS_OF_YEAR), yearly);
    }

    Optional<ReportTable> refused() {
        List<Row> rows = new ArrayList<>();
        for (Failure.Code code : Failure.Code.values()) {
            if (before.refused(code) != 0 || after.refused(code) != 0) {
                rows.add(Row.of(code.id() + " " + code.says(), before.refused(code), after.refused(code)));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportTable(
                        "refused",
                        "不能结算的账单",
                        "按规则不能结算的账单数，按原因；这些账单不在其他各表的金额中，有这样账单的人不在个人负担的各表中。",
                        "原因",
                        List.of(new Column("现行", Unit.COUNT), new Column("改革后", Unit.COUNT)),
                        rows));
    }
}
