package org.tongchou.benefit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.simulation.ReportTable.Column;
import org.tongchou.benefit.simulation.ReportTable.Row;
import org.tongchou.benefit.simulation.ReportTable.Unit;
import org.tongchou.money.Money;

/** The tables of a comparison, from sums and burdens that are small enough to count by hand. */
class TablesTest {
    private static final long NONE = ReportTable.NONE;
    private static final Vocabulary VOCABULARY =
            PolicyPack.read("x", Map.of("region.yaml", """
                        region: { code: "999900", name: 样例市, trust: demo }
                        vocabulary:
                          levels: { level1: { name: 一级医院 }, level3: { name: 三级医院 } }
                          identities: { 特困: { name: 特困人员 }, 低保: { name: 低保对象 } }
                          classes: { aid: { 一类: [特困], 二类: [低保] } }
                          funds:
                            pool: { name: 统筹, code: "390100", field: hifp_pay }
                            aid: { name: 救助, code: "610100", field: maf_pay }
                            hospital: { name: 医院, code: "999996", field: hosp_part_amt }
                        """)).pack().vocabulary();

    // ---- burdens

    private static BurdenTables burdens(long[] before, long[] after) {
        return new BurdenTables(
                new Resettled(new Tally(VOCABULARY), before), new Resettled(new Tally(VOCABULARY), after));
    }

    private static Row row(String label, long... values) {
        return Row.of(label, values);
    }

    @Test
    void winnersAndLosersAreToldApartByHowMuchTheyWinOrLose() {
        long none = Resettled.NO_BILL;
        long refused = Resettled.REFUSED;
        ReportTable table = burdens(
                        new long[] {200_000, 200_000, 50_000, 50_000, 10, 7, 5, 0, 0, 0, 0, none, refused, 5},
                        new long[] {
                            100_000, 100_001, 40_000, 40_001, 9, 7, 6, 9_999, 10_000, 99_999, 100_000, none, 5, refused
                        })
                .winnersAndLosers();
        assertThat(table.id()).isEqualTo("winners-and-losers");
        assertThat(table.definition()).contains("共 11 人");
        assertThat(table.columns())
                .containsExactly(
                        new Column("人数", Unit.COUNT),
                        new Column("占比", Unit.PERCENT),
                        new Column("负担变化合计", Unit.FEN),
                        new Column("人均变化", Unit.FEN));
        // shares of eleven persons; means half away from nought
        assertThat(table.rows())
                .containsExactly(
                        row("减轻合计", 5, 45_45, -219_999, -44_000),
                        row("减轻 1,000 元及以上", 1, 9_09, -100_000, -100_000),
                        row("减轻 100 元至 1,000 元以下", 2, 18_18, -109_999, -55_000),
                        row("减轻 不到 100 元", 2, 18_18, -10_000, -5_000),
                        row("不变", 1, 9_09, 0, 0),
                        row("加重 不到 100 元", 2, 18_18, 10_000, 5_000),
                        row("加重 100 元至 1,000 元以下", 2, 18_18, 109_999, 55_000),
                        row("加重 1,000 元及以上", 1, 9_09, 100_000, 100_000),
                        row("加重合计", 5, 45_45, 219_999, 44_000));
    }

    @Test
    void tenthsAreOfPersonsInTheOrderOfTheirBurden() {
        // one to twenty yuan, from the last to the first; five yuan each afterwards
        long[] before =
                LongStream.rangeClosed(1, 20).map(yuan -> 2100 - 100 * yuan).toArray();
        long[] after = LongStream.generate(() -> 500).limit(20).toArray();
        ReportTable table = burdens(before, after).deciles();
        assertThat(table.id()).isEqualTo("deciles");
        assertThat(table.columns()).hasSize(7);
        assertThat(table.rows()).hasSize(10);
        // 1 + 2 of 210 yuan
        assertThat(table.rows().get(0)).isEqualTo(row("第 1 组", 2, 150, 500, 200, 500, 1_43, 10_00));
        // 19 + 20 of 210 yuan
        assertThat(table.rows().get(9)).isEqualTo(row("第 10 组", 2, 1950, 500, 2000, 500, 18_57, 10_00));
    }

    @Test
    void tenthsOfOnePersonAreEmptyButTheLast() {
        ReportTable table = burdens(new long[] {300}, new long[] {100}).deciles();
        for (int i = 0; i < 9; i++) {
            assertThat(table.rows().get(i)).isEqualTo(row("第 " + (i + 1) + " 组", 0, NONE, NONE, NONE, NONE, 0, 0));
        }
        assertThat(table.rows().get(9)).isEqualTo(row("第 10 组", 1, 300, 100, 300, 100, 100_00, 100_00));
    }

    @Test
    void heavyBurdensAreThoseOverALine() {
        BurdenTables tables =
                burdens(new long[] {10_000_00, 10_000_01, 30_000_00}, new long[] {10_000_01, 10_000_01, 60_000_00});
        ReportTable table = tables.heavy(Money.yuan("10000"));
        assertThat(table.id()).isEqualTo("heavy");
        assertThat(table.columns()).hasSize(5);
        assertThat(table.rows())
                .containsExactly(
                        row("灾难性负担：超过 10,000.00 元", 2, 3, 1, 66_67, 100_00),
                        row("超过 20,000.00 元", 1, 1, 0, 33_33, 33_33),
                        row("超过 50,000.00 元", 0, 1, 1, 0, 33_33),
                        row("超过 100,000.00 元", 0, 0, 0, 0, 0));
        assertThat(tables.heavy(Money.yuan("30000")).rows())
                .extracting(Row::label)
                .containsExactly(
                        "灾难性负担：超过 30,000.00 元",
                        "超过 10,000.00 元",
                        "超过 20,000.00 元",
                        "超过 50,000.00 元",
                        "超过 100,000.00 元");
    }

    @Test
    void whoBearsNothingOnOneSideIsCounted() {
        // two of four: nought is a burden, no bill and a refused bill are none
        long[] before = {0, 7, Resettled.NO_BILL, Resettled.REFUSED};
        long[] after = {7, 0, Resettled.NO_BILL, Resettled.REFUSED};
        assertThat(burdens(before, after).heavy(Money.yuan("0.06")).rows().get(0))
                .isEqualTo(row("灾难性负担：超过 0.06 元", 1, 1, 0, 50_00, 50_00));
    }

    // ---- sums

    /** One bill: measures in their order; rows of scheme, level, age, class and kind. */
    private static Tally tally(long[] measures, int... rows) {
        Tally tally = new Tally(VOCABULARY);
        tally.add(rows, measures);
        return tally;
    }

    private static SumTables sums() {
        Tally before = tally(new long[] {1, 10_000, 9_000, 5_000, 500, 1_500, 3_000, 4_500}, 1, 0, 3, -1, 8);
        before.addFund(0, 4_000);
        before.addFund(0, 0);
        before.addFund(1, 1_000);
        before.addRefused(Failure.Code.NO_VALUE);
        Tally after = tally(new long[] {1, 10_000, 9_500, 6_000, 400, 1_600, 2_000, 3_600}, 1, 0, 3, -1, 8);
        after.addFund(0, 3_000);
        after.addFund(0, 3_000);
        return new SumTables(VOCABULARY, before, after);
    }

    @Test
    void theOverallTableComparesEveryMeasure() {
        ReportTable table = sums().overall();
        assertThat(table.id()).isEqualTo("overall");
        assertThat(table.columns())
                .containsExactly(
                        new Column("现行", Unit.FEN),
                        new Column("改革后", Unit.FEN),
                        new Column("变化", Unit.FEN),
                        new Column("变化率", Unit.PERCENT));
        assertThat(table.rows())
                .containsExactly(
                        row("医疗费总额", 10_000, 10_000, 0, 0),
                        row("政策范围内费用", 9_000, 9_500, 500, 5_56),
                        row("基金支付", 5_000, 6_000, 1_000, 20_00),
                        row("医院承担", 500, 400, -100, -20_00),
                        row("账户支付", 1_500, 1_600, 100, 6_67),
                        row("个人现金", 3_000, 2_000, -1_000, -33_33),
                        row("个人负担", 4_500, 3_600, -900, -20_00));
    }

    @Test
    void fundsThatPayOnOneSideOnlyAreShownAndOthersNot() {
        ReportTable table = sums().funds();
        assertThat(table.id()).isEqualTo("funds");
        assertThat(table.columns()).hasSize(6);
        assertThat(table.rows())
                .containsExactly(
                        row("统筹", 4_000, 6_000, 2_000, 50_00, 1, 2), row("救助", 1_000, 0, -1_000, -100_00, 1, 0));
        SumTables turned = new SumTables(VOCABULARY, new Tally(VOCABULARY), tallyOfAid());
        assertThat(turned.funds().rows()).containsExactly(row("救助", 0, 7, 7, NONE, 0, 1));
    }

    private static Tally tallyOfAid() {
        Tally tally = new Tally(VOCABULARY);
        tally.addFund(1, 7);
        return tally;
    }

    @Test
    void rowsWithoutBillsAreLeftOutAndTheLastIsForNoWord() {
        Row all = row("", 1, 10_000, 5_000, 6_000, 1_000, 20_00, 4_500, 3_600);
        ReportTable levels = sums().by(Dimension.LEVEL);
        assertThat(levels.id()).isEqualTo("by-level");
        assertThat(levels.title()).isEqualTo("按医疗机构等级");
        assertThat(levels.columns()).hasSize(8);
        assertThat(levels.rows()).containsExactly(new Row("一级医院", all.values()));
        ReportTable classes = sums().by(Dimension.AID_CLASS);
        assertThat(classes.id()).isEqualTo("by-aid-class");
        assertThat(classes.rows()).containsExactly(new Row("未写明", all.values()));
        assertThat(sums().by(Dimension.AGE).rows()).extracting(Row::label).containsExactly("35—44 岁");
        SumTables onlyAfter = new SumTables(
                VOCABULARY, new Tally(VOCABULARY), tally(new long[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, 1, 0, 0, 0));
        assertThat(onlyAfter.by(Dimension.LEVEL).rows()).containsExactly(row("三级医院", 0, 0, 0, 4, 4, NONE, 0, 8));
    }

    @Test
    void reservesLastAsManyMonthsAsTheYearlyPaymentsGo() {
        Map<String, Money> reserves = new LinkedHashMap<>();
        reserves.put("pool", Money.ofFen(10_000));
        reserves.put("aid", Money.ofFen(500));
        reserves.put("nobody", Money.ofFen(1));
        // 10,000 ÷ (4,000 ÷ 12) = 30 months, ÷ (6,000 ÷ 12) = 20; 500 ÷ (1,000 ÷ 12) = 6, none paid afterwards
        ReportTable table = sums().reserves(reserves).orElseThrow();
        assertThat(table.id()).isEqualTo("reserves");
        assertThat(table.columns()).hasSize(3);
        assertThat(table.rows()).containsExactly(row("统筹", 10_000, 300, 200), row("救助", 500, 60, NONE));
        assertThat(sums().reserves(Map.of())).isEmpty();
        assertThat(sums().reserves(Map.of("nobody", Money.ofFen(1)))).isEmpty();
    }

    @Test
    void refusedBillsAreCountedByTheirReason() {
        ReportTable table = sums().refused().orElseThrow();
        assertThat(table.id()).isEqualTo("refused");
        assertThat(table.columns()).hasSize(2);
        assertThat(table.rows())
                .containsExactly(row(Failure.Code.NO_VALUE.id() + " " + Failure.Code.NO_VALUE.says(), 1, 0));
        Tally none = new Tally(VOCABULARY);
        Tally one = new Tally(VOCABULARY);
        one.addRefused(Failure.Code.DATE);
        assertThat(new SumTables(VOCABULARY, none, none).refused()).isEmpty();
        assertThat(new SumTables(VOCABULARY, none, one).refused().orElseThrow().rows())
                .containsExactly(row(Failure.Code.DATE.id() + " " + Failure.Code.DATE.says(), 0, 1));
    }

    // ---- parts

    @Test
    void talliesAddUp() {
        Tally one = tally(new long[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, 1, 0, 0, 0);
        one.addFund(1, 7);
        one.addRefused(Failure.Code.DATE);
        Tally two = tally(new long[] {1, 10, 10, 10, 10, 10, 10, 10}, 0, 0, 0, 0, 0);
        two.addFund(1, 3);
        two.addRefused(Failure.Code.DATE);
        two.addRefused(Failure.Code.NO_VALUE);
        one.add(two);
        assertThat(one.all(Tally.Measure.BILLS)).isEqualTo(2);
        assertThat(one.all(Tally.Measure.BURDEN)).isEqualTo(18);
        assertThat(one.of(Dimension.SCHEME, 0, Tally.Measure.TOTAL)).isEqualTo(12);
        assertThat(one.of(Dimension.LEVEL, 1, Tally.Measure.TOTAL)).isEqualTo(2);
        assertThat(one.fund(1)).isEqualTo(10);
        assertThat(one.billsOfFund(1)).isEqualTo(2);
        assertThat(one.refused(Failure.Code.DATE)).isEqualTo(2);
        assertThat(one.refused()).isEqualTo(3);
        assertThat(one.toString()).isEqualTo("[[2, 12, 13, 14, 15, 16, 17, 18], [0, 10, 0]]");
    }

    @Test
    void talliesAreEqualWhenAllOfThemIs() {
        Tally empty = new Tally(VOCABULARY);
        Tally bill = tally(new long[8], 0, 0, 0, 0, 0);
        assertThat(bill).isEqualTo(empty).hasSameHashCodeAs(empty).isNotEqualTo("");
        List<Tally> different = List.of(
                tally(new long[] {1, 0, 0, 0, 0, 0, 0, 0}, 0, 0, 0, 0, 0),
                tally(new long[] {1, 0, 0, 0, 0, 0, 0, 0}, 1, 0, 0, 0, 0),
                tallyOfAid(),
                twoHalves(),
                refusedOne());
        for (int one = 0; one < different.size(); one++) {
            for (int other = 0; other < different.size(); other++) {
                assertThat(different.get(one).equals(different.get(other))).isEqualTo(one == other);
            }
        }
        assertThat(different.get(0).hashCode()).isNotEqualTo(different.get(2).hashCode());
        Resettled known = new Resettled(empty, new long[] {1, 2});
        assertThat(known)
                .isEqualTo(new Resettled(bill, new long[] {1, 2}))
                .hasSameHashCodeAs(new Resettled(bill, new long[] {1, 2}))
                .isNotEqualTo(new Resettled(empty, new long[] {1, 3}))
                .isNotEqualTo(new Resettled(tallyOfAid(), new long[] {1, 2}))
                .isNotEqualTo("");
        assertThat(known.hashCode()).isNotEqualTo(new Resettled(empty, new long[] {1, 3}).hashCode());
    }

    /** Pays what the aid fund paid, in two bills. */
    private static Tally twoHalves() {
        Tally tally = new Tally(VOCABULARY);
        tally.addFund(1, 3);
        tally.addFund(1, 4);
        return tally;
    }

    private static Tally refusedOne() {
        Tally tally = new Tally(VOCABULARY);
        tally.addRefused(Failure.Code.DATE);
        return tally;
    }

    @ParameterizedTest
    @CsvSource({
        "0,0", "6,0", "7,1", "17,1", "18,2", "34,2", "35,3", "44,3", "45,4", "60,5", "70,6", "79,6", "80,7", "120,7"
    })
    void agesHaveBands(int age, int band) {
        assertThat(Dimension.ageBand(age)).isEqualTo(band);
    }

    @Test
    void rowsAreNamedForPeople() {
        assertThat(Dimension.AGE.labels(VOCABULARY))
                .containsExactly(
                        "0—6 岁", "7—17 岁", "18—34 岁", "35—44 岁", "45—59 岁", "60—69 岁", "70—79 岁", "80 岁及以上", "未写明");
        assertThat(Dimension.LEVEL.labels(VOCABULARY)).containsExactly("一级医院", "三级医院", "未写明");
        assertThat(Dimension.AID_CLASS.labels(VOCABULARY)).containsExactly("不属于任何一类", "一类", "二类", "未写明");
        assertThat(Dimension.SCHEME.labels(VOCABULARY)).contains("职工医保", "居民医保").endsWith("未写明");
        for (Dimension dimension : Dimension.values()) {
            assertThat(dimension.title()).isNotBlank();
            assertThat(dimension.definition()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,3,3333", "2,3,6667", "1,8,1250", "-1,16,-625", "1,20000,1", "1,20001,0", "0,5,0"})
    void sharesAreRoundedHalfAwayFromNought(long part, long whole, long share) {
        assertThat(ReportTable.share(part, whole)).isEqualTo(share);
    }

    @Test
    void nothingHasNoShareAndNoMean() {
        assertThat(ReportTable.share(0, 0)).isEqualTo(NONE);
        assertThat(ReportTable.mean(0, 0)).isEqualTo(NONE);
        assertThat(ReportTable.mean(7, 2)).isEqualTo(4);
        assertThat(ReportTable.mean(-7, 2)).isEqualTo(-4);
        assertThat(List.of(Unit.values()).stream()
                        .map(unit -> unit.shown() + unit.decimals())
                        .toList())
                .isEqualTo(List.of("元2", "0", "%2", "个月1"));
    }
}
