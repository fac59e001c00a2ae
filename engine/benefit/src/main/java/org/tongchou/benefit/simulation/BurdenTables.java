package org.tongchou.benefit.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tongchou.benefit.simulation.ReportTable.Column;
import org.tongchou.benefit.simulation.ReportTable.Row;
import org.tongchou.benefit.simulation.ReportTable.Unit;
import org.tongchou.money.Money;

/** The tables of what persons bear over the year, before and after. */
final class BurdenTables {
    /** Differences of a burden in fen at which a new band begins. */
    private static final long[] BANDS = {1_000_00, 100_00, 1};

    private static final List<String> BAND_NAMES = List.of("1,000 元及以上", "100 元至 1,000 元以下", "不到 100 元");
    private static final int TENTHS = 10;
    private static final List<Money> LINES =
            List.of(Money.yuan("10000"), Money.yuan("20000"), Money.yuan("50000"), Money.yuan("100000"));

    private final long[] before;
    private final long[] after;

    /** Of persons with bills that were all settled on both sides; the same place is the same person. */
    BurdenTables(Resettled base, Resettled reform) {
        int[] persons = IntStream.range(0, base.persons())
                .filter(person -> base.burden(person) >= 0 && reform.burden(person) >= 0)
                .toArray();
        before = Arrays.stream(persons).mapToLong(base::burden).toArray();
        after = Arrays.stream(persons).mapToLong(reform::burden).toArray();
    }

    ReportTable winnersAndLosers() {
        long[] persons = new long[BANDS.length * 2 + 1];
        long[] sums = new long[persons.length];
        for (int i = 0; i < before.length; i++) {
            long change = after[i] - before[i];
            int band = 0;
            while (band < BANDS.length && Math.abs(change) < BANDS[band]) {
                band++;
            }
            int row = change <= 0 ? band : persons.length - 1 - band;
            persons[row]++;
            sums[row] += change;
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row("减轻合计", persons, sums, 0, BANDS.length));
        for (int i = 0; i < BANDS.length; i++) {
            rows.add(row("减轻 " + BAND_NAMES.get(i), persons, sums, i, i + 1));
        }
        rows.add(row("不变", persons, sums, BANDS.length, BANDS.length + 1));
        for (int i = BANDS.length - 1; i >= 0; i--) {
            int at = persons.length - 1 - i;
            rows.add(row("加重 " + BAND_NAMES.get(i), persons, sums, at, at + 1));
        }
        rows.add(row("加重合计", persons, sums, BANDS.length + 1, persons.length));
        return new ReportTable(
                "winners-and-losers",
                "谁减轻，谁加重",
                "每人全年个人负担（账户支付 + 个人现金）改革后减现行：小于零为减轻，大于零为加重。只算全年有账单、两边都能结算的人，共 " + before.length + " 人；占比的分母是这些人。",
                "变化",
                List.of(
                        new Column("人数", Unit.COUNT),
                        new Column("占比", Unit.PERCENT),
                        new Column("负担变化合计", Unit.FEN),
                        new Column("人均变化", Unit.FEN)),
                rows);
    }

    private Row row(String label, long[] persons, long[] sums, int from, int to) {
        long count = Arrays.stream(persons, from, to).sum();
        long sum = Arrays.stream(sums, from, to).sum();
        return Row.of(label, count, ReportTable.share(count, before.length), sum, ReportTable.mean(sum, count));
    }

    ReportTable deciles() {
        long[] was = before.clone();
        long[] is = after.clone();
        Arrays.parallelSort(was);
        Arrays.parallelSort(is);
        long allWas = Arrays.stream(was).sum();
        long allIs = Arrays.stream(is).sum();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < TENTHS; i++) {
            int from = (int) ((long) was.length * i / TENTHS);
            int to = (int) ((long) was.length * (i + 1) / TENTHS);
            long sumWas = Arrays.stream(was, from, to).sum();
            long sumIs = Arrays.stream(is, from, to).sum();
            rows.add(Row.of(
                    "第 " + (i + 1) + " 组",
                    to - from,
                    ReportTable.mean(sumWas, to - from),
                    ReportTable.mean(sumIs, to - from),
                    to == from ? ReportTable.NONE : was[to - 1],
                    to == from ? ReportTable.NONE : is[to - 1],
                    ReportTable.share(sumWas, allWas),
                    ReportTable.share(sumIs, allIs)));
        }
        return new ReportTable(
                "deciles",
                "个人负担的分布（十等分）",
                "全年有账单、两边都能结算的人，现行和改革后各自按全年个人负担从小到大排列，人数分成十等分；占比是该组负担合计占全部人负担合计的比例。",
                "组",
                List.of(
                        new Column("人数", Unit.COUNT),
                        new Column("现行人均负担", Unit.FEN),
                        new Column("改革后人均负担", Unit.FEN),
                        new Column("现行组内最高", Unit.FEN),
                        new Column("改革后组内最高", Unit.FEN),
                        new Column("现行占比", Unit.PERCENT),
                        new Column("改革后占比", Unit.PERCENT)),
                rows);
    }

    ReportTable heavy(Money asked) {
        List<Row> rows = new ArrayList<>();
        rows.add(over("灾难性负担：超过 " + asked, asked.fen()));
        LINES.stream().filter(line -> !line.equals(asked)).forEach(line -> rows.add(over("超过 " + line, line.fen())));
        return new ReportTable(
                "heavy",
                "重负担",
                "全年个人负担超过一条线的人数，及占全年有账单、两边都能结算的人的比例；第一行是所问的灾难性负担线。",
                "全年个人负担",
                List.of(
                        new Column("现行人数", Unit.COUNT),
                        new Column("改革后人数", Unit.COUNT),
                        new Column("变化", Unit.COUNT),
                        new Column("现行占比", Unit.PERCENT),
                        new Column("改革后占比", Unit.PERCENT)),
                rows);
    }

    private Row over(String label, long line) {
        long was = Arrays.stream(before).filter(burden -> burden > line).count();
        long is = Arrays.stream(after).filter(burden -> burden > line).count();
        return Row.of(
                label, was, is, is - was, ReportTable.share(was, before.length), ReportTable.share(is, before.length));
    }
}
