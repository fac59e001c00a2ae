package org.tongchou.accounts.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** Tables in the layouts of many provinces; all figures are made up. Cells are written with | instead of tabs. */
class RecogniserTest {
    @TempDir
    Path folder;

    @Test
    void readsATwoSidedTableInYuanWithRecognitionSpacesAndDashes() {
        Table table = only("""
                收入支出决算总表
                公开01表
                编制单位：样例市医疗保障局 2024年度 金额单位：元
                收入|||支出||
                项目|行次|金额|项目|行次|金额
                栏次||1|栏次||2
                一、一般公共预算财政拨款收入|1|2, 315. 94|一、一般公共服务支出|32|—
                二、政府性基金预算财政拨款收入|2|－|八、社会保障和就业支出|39|315.94
                八、其他收入|8|100|九、卫生健康支出|40|2,000.00
                |9||十九、住房保障支出|50|
                本年收入合计|27|2,415.94|本年支出合计|58|2,315.94
                年初结转和结余|29|0.06|年末结转和结余|60|100.06
                总计|31|2,416.00|总计|62|2,416.00
                """);

        assertThat(table.topic()).isEqualTo("总表");
        assertThat(table.form()).isEqualTo("公开01表");
        assertThat(table.unit()).isEqualTo(MoneyUnit.YUAN);
        assertThat(value(table, Side.INCOME, "一般公共预算", "金额")).isEqualByComparingTo("2315.94");
        assertThat(value(table, Side.INCOME, "政府性基金", "金额")).isNull();
        assertThat(value(table, Side.EXPENSE, "201", "金额")).isNull();
        assertThat(value(table, Side.EXPENSE, "210", "金额")).isEqualByComparingTo("2000");
        assertThat(value(table, Side.INCOME, "总计", "金额")).isEqualByComparingTo("2416");
        assertThat(table.findRow(Side.EXPENSE, "210").orElseThrow().line()).isEqualTo(40);
        assertThat(table.roundingFen()).isZero();
    }

    @Test
    void readsThreePublicExpensesPrintedLyingDown() {
        Table table = only("""
                2024年度财政拨款“三公”经费支出决算表
                单位：万元
                预算数||||||决算数|||||
                合计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费
                ||小计|公务用车购置费|公务用车运行维护费||||小计|公务用车购置费|公务用车运行维护费|
                1|2|3|4|5|6|7|8|9|10|11|12
                9.00||6.00||6.00|3.00|7.50||5.50||5.50|2.00
                """);

        assertThat(table.topic()).isEqualTo("三公经费");
        assertThat(value(table, null, "合计", "预算数")).isEqualByComparingTo("9");
        assertThat(value(table, null, "合计", "金额")).isEqualByComparingTo("7.5");
        assertThat(value(table, null, "公务用车", "金额")).isEqualByComparingTo("5.5");
        assertThat(value(table, null, "公务用车购置", "金额")).isNull();
        assertThat(value(table, null, "公务接待费", "预算数")).isEqualByComparingTo("3");
    }

    @Test
    void readsABudgetTableWithPartsOfThisYearAndCarryOver() {
        Table table = only("""
                部门公开表4
                财政拨款收支总表
                单位：万元
                收入||支出||||
                项目|2025年预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算
                一、本年收入|90.00|一、本年支出|100.00|100.00||
                （一）一般公共预算拨款|90.00|（一）社会保障和就业支出|20.00|20.00||
                （二）政府性基金预算拨款||（二）卫生健康支出|80.00|80.00||
                二、上年结转|10.00|二、结转下年||||
                （一）一般公共预算拨款|10.00|||||
                收入总计|100.00|支出总计|100.00|100.00||
                """);

        assertThat(table.topic()).isEqualTo("财政拨款总表");
        assertThat(value(table, Side.INCOME, "本年收入合计", "金额")).isEqualByComparingTo("90");
        assertThat(value(table, Side.INCOME, "一般公共预算", "金额")).isEqualByComparingTo("90");
        assertThat(value(table, Side.INCOME, "年初结转和结余/一般公共预算", "金额")).isEqualByComparingTo("10");
        assertThat(value(table, Side.EXPENSE, "208", "一般公共预算")).isEqualByComparingTo("20");
        assertThat(value(table, Side.EXPENSE, "总计", "合计")).isEqualByComparingTo("100");
    }

    @Test
    void joinsCodesPrintedInThreeColumnsAndSkipsUnitNumbers() {
        Table table = only("""
                样例市医疗保障局支出预算总表 单位：万元
                单位代码|科目编码|||科目名称|合计|基本支出|项目支出|上缴上级支出
                |类|款|项|||||
                |||||合计|30.00|10.00|20.00|
                307001|208|05|05|机关事业单位基本养老保险缴费支出|10.00|10.00||
                307001|210|15|01|行政运行|20.00||20.00|
                """.replace("|||||合计", "||||合计"));

        assertThat(table.topic()).isEqualTo("支出");
        assertThat(roles(table)).containsExactly("合计", "2080505", "2101501");
        assertThat(value(table, null, "2101501", "项目支出")).isEqualByComparingTo("20");
    }

    @Test
    void restoresTruncatedCodesFromNamesAndSaysSo() {
        AccountsDocument document = read("""
                一般公共预算财政拨款支出决算表
                单位：万元
                科目编码|科目名称|小计|基本支出|项目支出
                合计||30.00|30.00|
                208|社会保障和就业支出|30.00|30.00|
                20805|行政事业单位养老支出|30.00|30.00|
                20805|机关事业单位基本养老保险缴费支出|20.00|20.00|
                208050|机关事业单位职业年金缴费支出|10.00|10.00|
                """);

        assertThat(roles(document.tables().get(0))).containsExactly("合计", "208", "20805", "2080505", "2080506");
        assertThat(codes(document)).containsExactly(ProblemCode.CODE_TRUNCATED, ProblemCode.CODE_TRUNCATED);
    }

    @Test
    void linesUpRowsThatLostOrGainedACell() {
        AccountsDocument document = read("""
                支出决算表
                单位：万元
                科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
                合计||35.00|10.00|20.00||5.00|
                2101501|行政运行|10.00|10.00||||
                2101502|一般行政管理事务|25.00|20.00|5.00|
                2101550|事业运行|7.00|3.00||4.00||||
                """);

        Table table = document.tables().get(0);
        assertThat(value(table, null, "2101502", "合计")).isEqualByComparingTo("25");
        assertThat(value(table, null, "2101550", "合计")).isEqualByComparingTo("7");
        assertThat(value(table, null, "2101550", "基本支出")).isEqualByComparingTo("3");
        assertThat(codes(document)).contains(ProblemCode.ROW_SHIFTED);
    }

    @Test
    void joinsPagesWithARepeatedHeadAndCountsARepeatedTotalOnce() {
        AccountsDocument document = read("""
                收入决算表
                公开02表
                单位：万元
                科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入
                合计||30.00|30.00||
                208|社会保障和就业支出|10.00|10.00||

                收入决算表
                公开02表
                单位：万元
                科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入
                合计||30.00|30.00||
                210|卫生健康支出|20.00|20.00||
                注：本表反映取得的收入。
                """);

        assertThat(document.tables()).hasSize(1);
        Table table = document.tables().get(0);
        assertThat(table.rows()).extracting(Row::repeated).containsExactly(false, false, true, false);
        assertThat(table.notes()).containsExactly("注：本表反映取得的收入。");
        assertThat(codes(document)).containsExactly(ProblemCode.ROW_REPEATED);
    }

    @Test
    void goesOnWithAPageThatRepeatsOnlyTheHeader() {
        Table table = only("""
                支出决算表
                单位：万元
                科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出
                合计||30.00|30.00||
                208|社会保障和就业支出|10.00|10.00||

                科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出
                210|卫生健康支出|20.00|20.00||
                """);

        assertThat(roles(table)).containsExactly("合计", "208", "210");
    }

    @Test
    void keepsTheTitleWhenALineOfWordsStandsBetween() {
        Table table = only("""
                收入决算表
                收入|支出
                单位：万元
                科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入
                合计||30.00|30.00||
                """);

        assertThat(table.topic()).isEqualTo("收入");
    }

    @Test
    void tellsATablePrintedTwiceFromOneThatGoesOn() {
        String once = """
                收入决算表
                单位：万元
                科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入
                合计||30.00|30.00||
                208|社会保障和就业支出|10.00|10.00||
                210|卫生健康支出|20.00|20.00||

                """;
        AccountsDocument document = read(once + once);

        assertThat(document.tables()).hasSize(2);
        assertThat(codes(document)).containsExactly(ProblemCode.TABLE_DUPLICATED);
    }

    @Test
    void readsEconomicItemsAbreastAndTheirTotals() {
        Table table = only("""
                一般公共预算财政拨款基本支出决算表
                单位：万元
                人员经费|||公用经费|||||
                科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数
                301|工资福利支出|30.00|302|商品和服务支出|8.00|310|资本性支出|2.00
                30101|基本工资|30.00|30201|办公费|8.00|31002|办公设备购置|2.00
                303|对个人和家庭的补助|5.00|||||
                30305|生活补助|5.00||||||
                人员经费合计||35.00|公用经费合计||||| 10.00
                """);

        assertThat(table.topic()).isEqualTo("基本支出经济分类");
        assertThat(roles(table))
                .containsExactly("301", "30101", "303", "30305", "人员经费合计", "302", "30201", "公用经费合计", "310", "31002");
        assertThat(value(table, null, "公用经费合计", "金额")).isEqualByComparingTo("10");
        assertThat(value(table, null, "31002", "金额")).isEqualByComparingTo("2");
    }

    @Test
    void splitsACodeFromANameInOneCell() {
        Table table = only("""
                一般公共预算支出表
                单位：万元
                功能分类科目|合计|基本支出||项目支出
                |||||
                ||人员经费|公用经费|
                合计|12.00|8.00|1.00|3.00
                [2101501]行政运行|12.00|8.00|1.00|3.00
                """);

        assertThat(roles(table)).containsExactly("合计", "2101501");
        assertThat(value(table, null, "2101501", "公用经费")).isEqualByComparingTo("1");
    }

    @Test
    void knowsATableByItsHeaderWhenTheTitleIsLost() {
        Table table = only("""
                单位：万元
                项目||本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入
                科目编码|科目名称|||||
                合计||3.00|3.00|||
                210|卫生健康支出|3.00|3.00|||
                """);

        assertThat(table.topic()).isEqualTo("收入");
    }

    @Test
    void joinsATitleBrokenOverTwoLines() {
        Table table = only("""
                政府性基金预算财政拨款
                收入支出决算表
                单位：万元
                项目||年初结转和结余|本年收入|本年支出|||年末结转和结余
                科目编码|科目名称|||小计|基本支出|项目支出|
                合计||1.00|2.00|2.50||2.50|0.50
                """);

        assertThat(table.topic()).isEqualTo("政府性基金");
        assertThat(table.columns()).extracting("name").contains("本年支出小计", "本年支出项目支出");
        assertThat(value(table, null, "合计", "合计")).isEqualByComparingTo("2.5");
        assertThat(value(table, null, "合计", "年末结转和结余")).isEqualByComparingTo("0.5");
    }

    @Test
    void takesTheLatestYearWhereSeveralArePrinted() {
        Table table = only("""
                一般公共预算“三公”经费支出表
                单位：万元
                项目|2024年预算数|2025年预算数|增减%
                合计|5.00|4.00|-20
                1、因公出国（境）费用|0.00|0.00|0
                2、公务接待费|5.00|4.00|-20
                """);

        assertThat(value(table, null, "公务接待费", "金额")).isEqualByComparingTo("4");
        assertThat(table.columns()).hasSize(2);
    }

    @Test
    void findsOutWhoseAccountsTheyAre() {
        AccountsDocument document = read("""
                2024年度样例市医疗保障局部门决算
                单位名称|单位性质|在职人数
                样例市医疗保障局本级|行政单位|12
                样例市医疗保障基金中心|公益一类事业单位|30

                支出决算表
                编制单位：样例市医疗保障局
                单位：万元
                科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出
                合计||3.00|3.00||
                """);

        assertThat(document.meta().bureau()).isEqualTo("样例市医疗保障局");
        assertThat(document.meta().region()).isEqualTo("样例市");
        assertThat(document.meta().year()).isEqualTo(2024);
        assertThat(document.meta().kind()).isEqualTo(DocumentKind.FINAL);
        assertThat(document.meta().units())
                .containsExactly(
                        new BudgetUnit("样例市医疗保障局本级", "行政单位", 12), new BudgetUnit("样例市医疗保障基金中心", "公益一类事业单位", 30));
    }

    @Test
    void reportsUnreadableFiguresAndUnknownTablesAndGoesOn() {
        AccountsDocument document = read("""
                支出决算表
                单位：万元
                科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出
                合计||3.0O|3.00||
                210|卫生健康支出|3.00|3.00||

                某地特有情况表
                名目|甲|乙|丙
                其一|1.00|2.00|3.00
                """);

        assertThat(document.tables()).hasSize(1);
        assertThat(codes(document))
                .containsExactlyInAnyOrder(ProblemCode.NUMBER_UNREADABLE, ProblemCode.TABLE_UNRECOGNISED);
        assertThat(value(document.tables().get(0), null, "210", "合计")).isEqualByComparingTo("3");
    }

    @Test
    void saysWhenUnitsOfMoneyAreMixedOrMissing() {
        String income = """
                收入决算表
                单位：%s
                科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入
                合计||30.00|30.00||

                """;
        String expense = """
                支出决算表
                单位：%s
                科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出
                合计||30.00|30.00||

                """;

        assertThat(codes(read(income.formatted("万元") + expense.formatted("元"))))
                .containsExactly(ProblemCode.UNIT_MIXED);
        assertThat(codes(read(income.formatted("") + expense.formatted("")))).containsExactly(ProblemCode.UNIT_MISSING);
    }

    private AccountsDocument read(String text) {
        try {
            Path file = folder.resolve("document.txt");
            Files.writeString(file, text.replace('|', '\t'));
            return AccountsReader.read(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Table only(String text) {
        AccountsDocument document = read(text);
        assertThat(document.problems()).extracting(Problem::line).isEmpty();
        assertThat(document.tables()).hasSize(1);
        return document.tables().get(0);
    }

    private static List<String> roles(Table table) {
        return table.rows().stream().map(Row::role).toList();
    }

    private static List<ProblemCode> codes(AccountsDocument document) {
        return document.problems().stream().map(Problem::code).toList();
    }

    private static @Nullable BigDecimal value(Table table, @Nullable Side side, String row, String column) {
        Row found =
                table.findRow(side, row).orElseThrow(() -> new AssertionError("no row " + row + " in " + roles(table)));
        String name = table.columns().stream()
                .filter(c -> c.role().equals(column) && found.cells().containsKey(c.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + column + " in " + table.columns()))
                .name();
        Money amount = Objects.requireNonNull(found.cells().get(name)).amount();
        return amount == null ? null : amount.in(table.unit());
    }
}
