package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.MoneyUnit;

/**
 * Sound final accounts in nine tables, made from a few base figures in fen, so that every relation holds exactly.
 *
 * @param unit the unit of money the tables print
 * @param fiscal by code: basic and project expenditure from the general budget
 * @param other expenditure from other income, all of it project expenditure of 2101502
 * @param growth how much more fiscal income than fiscal expenditure there was, under 2101501
 * @param opening carry-over at the start of the year
 * @param reception reception cost, the only public expenditure
 */
record SampleAccounts(
        MoneyUnit unit, Map<String, long[]> fiscal, long other, long growth, long opening, long reception) {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("208", "社会保障和就业支出"),
            Map.entry("20805", "行政事业单位养老支出"),
            Map.entry("2080505", "机关事业单位基本养老保险缴费支出"),
            Map.entry("210", "卫生健康支出"),
            Map.entry("21011", "行政事业单位医疗"),
            Map.entry("2101101", "行政单位医疗"),
            Map.entry("2101103", "公务员医疗补助"),
            Map.entry("21015", "医疗保障管理事务"),
            Map.entry("2101501", "行政运行"),
            Map.entry("2101502", "一般行政管理事务"),
            Map.entry("221", "住房保障支出"),
            Map.entry("22102", "住房改革支出"),
            Map.entry("2210201", "住房公积金"));
    private static final List<String> CLASSES = List.of("201", "208", "210", "213", "221");

    /** Some figures that are all different. */
    static SampleAccounts usual(MoneyUnit unit) {
        return new SampleAccounts(
                unit,
                new TreeMap<>(Map.of(
                        "2080505", new long[] {454_610_000L, 0},
                        "2101101", new long[] {144_530_000L, 0},
                        "2101103", new long[] {36_130_000L, 0},
                        "2101501", new long[] {2_154_800_000L, 34_010_000L},
                        "2101502", new long[] {0, 998_950_000L},
                        "2210201", new long[] {464_580_000L, 0})),
                90_710_000L,
                6_400_000L,
                79_560_000L,
                13_450_000L);
    }

    AccountsDocument document() {
        return TestDocuments.of(DocumentKind.FINAL, tables(), List.of());
    }

    List<Table> tables() {
        return List.of(
                grand(),
                income(),
                expense(),
                fiscalGrand(),
                general(),
                economic(),
                threePublic(),
                fund(),
                stateCapital());
    }

    private String print(long fen) {
        return BigDecimal.valueOf(fen)
                .divide(BigDecimal.valueOf(unit.fen()))
                .setScale(2)
                .toPlainString();
    }

    private long basic(String code) {
        return sum(code, 0);
    }

    private long project(String code) {
        return sum(code, 1);
    }

    private long sum(String prefix, int which) {
        return fiscal.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(entry -> entry.getValue()[which])
                .sum();
    }

    private long otherOf(String prefix) {
        return "2101502".startsWith(prefix) ? other : 0;
    }

    private long growthOf(String prefix) {
        return "2101501".startsWith(prefix) ? growth : 0;
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (String leaf : fiscal.keySet()) {
            for (int length : new int[] {3, 5, 7}) {
                if (!codes.contains(leaf.substring(0, length))) {
                    codes.add(leaf.substring(0, length));
                }
            }
        }
        return codes;
    }

    private static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    private long fiscalTotal() {
        return basic("") + project("");
    }

    private Table grand() {
        TestTable table = TestTable.of("总表", 100, unit, "金额");
        long yearIncome = fiscalTotal() + growth + other;
        long yearExpense = fiscalTotal() + other;
        table.income("一般公共预算", print(fiscalTotal() + growth))
                .income("政府性基金", print(0))
                .income("国有资本经营", print(0))
                .income("上级补助收入", print(0))
                .income("事业收入", print(0))
                .income("经营收入", print(0))
                .income("附属单位上缴收入", print(0))
                .income("其他收入", print(other));
        CLASSES.forEach(code -> table.expense(code, print(basic(code) + project(code) + otherOf(code))));
        return table.income("本年收入合计", print(yearIncome))
                .expense("本年支出合计", print(yearExpense))
                .income("使用非财政拨款结余", print(0))
                .expense("结余分配", print(0))
                .income("年初结转和结余", print(opening))
                .expense("年末结转和结余", print(opening + growth))
                .income("总计", print(yearIncome + opening))
                .expense("总计", print(yearIncome + opening))
                .build();
    }

    private Table income() {
        TestTable table = TestTable.of("收入", 200, unit, "合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入");
        table.named("合计", incomeRow(""));
        codes().forEach(code -> table.code(code, name(code), incomeRow(code)));
        return table.build();
    }

    private String[] incomeRow(String code) {
        long granted = basic(code) + project(code) + growthOf(code);
        String none = print(0);
        return new String[] {
            print(granted + otherOf(code)), print(granted), none, none, none, none, print(otherOf(code))
        };
    }

    private Table expense() {
        TestTable table = TestTable.of("支出", 300, unit, "合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出");
        table.named("合计", expenseRow(""));
        codes().forEach(code -> table.code(code, name(code), expenseRow(code)));
        return table.build();
    }

    private String[] expenseRow(String code) {
        long project = project(code) + otherOf(code);
        return new String[] {
            print(basic(code) + project), print(basic(code)), print(project), print(0), print(0), print(0)
        };
    }

    private Table fiscalGrand() {
        TestTable table = TestTable.of("财政拨款总表", 400, unit, "金额", "合计", "一般公共预算", "政府性基金", "国有资本经营");
        table.income("一般公共预算", print(fiscalTotal() + growth))
                .income("政府性基金", print(0))
                .income("国有资本经营", print(0));
        CLASSES.forEach(code -> table.expense(code, budgets(basic(code) + project(code))));
        return table.income("本年收入合计", print(fiscalTotal() + growth))
                .expense("本年支出合计", budgets(fiscalTotal()))
                .income("年初结转和结余", print(opening))
                .expense("年末结转和结余", budgets(opening + growth))
                .income("年初结转和结余/一般公共预算", print(opening))
                .income("年初结转和结余/政府性基金", print(0))
                .income("年初结转和结余/国有资本经营", print(0))
                .income("总计", print(fiscalTotal() + growth + opening))
                .expense("总计", budgets(fiscalTotal() + growth + opening))
                .build();
    }

    private String[] budgets(long general) {
        return new String[] {print(general), print(general), print(0), print(0)};
    }

    private Table general() {
        TestTable table = TestTable.of("一般公共预算支出", 500, unit, "合计", "基本支出", "项目支出");
        table.named("合计", print(fiscalTotal()), print(basic("")), print(project("")));
        codes().forEach(code -> table.code(
                code, name(code), print(basic(code) + project(code)), print(basic(code)), print(project(code))));
        return table.build();
    }

    private Table economic() {
        long staff = basic("") - reception;
        long pension = basic("2080505");
        long housing = basic("2210201");
        return TestTable.of("基本支出经济分类", 600, unit, "金额")
                .code("301", "工资福利支出", print(staff))
                .code("30101", "基本工资", print(staff - pension - housing - basic("2101101") - basic("2101103")))
                .code("30108", "机关事业单位基本养老保险缴费", print(pension))
                .code("30110", "职工基本医疗保险缴费", print(basic("2101101")))
                .code("30111", "公务员医疗补助缴费", print(basic("2101103")))
                .code("30113", "住房公积金", print(housing))
                .code("302", "商品和服务支出", print(reception))
                .code("30217", "公务接待费", print(reception))
                .named("人员经费合计", print(staff))
                .named("公用经费合计", print(reception))
                .build();
    }

    private Table threePublic() {
        return TestTable.of("三公经费", 700, unit, "金额")
                .named("合计", print(reception))
                .named("因公出国", print(0))
                .named("公务用车", print(0))
                .named("公务用车购置", print(0))
                .named("公务用车运行", print(0))
                .named("公务接待费", print(reception))
                .build();
    }

    private Table fund() {
        String none = print(0);
        return TestTable.of("政府性基金", 800, unit, "年初结转和结余", "本年收入", "合计", "基本支出", "项目支出", "年末结转和结余")
                .named("合计", none, none, none, none, none, none)
                .build();
    }

    private Table stateCapital() {
        return TestTable.of("国有资本经营", 900, unit, "合计", "基本支出", "项目支出")
                .named("合计", print(0), print(0), print(0))
                .build();
    }
}
