package org.tongchou.accounts.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;

/** The rules evaluated by Java: wording, codes, completeness. */
class RulesTest {
    private static List<CheckResult> results(AccountsDocument document, String check) {
        return Auditor.standard().audit(document).results().stream()
                .filter(result -> result.check().equals(check))
                .toList();
    }

    private static Outcome outcome(AccountsDocument document, String check) {
        List<CheckResult> results = results(document, check);
        assertThat(results).as(check).isNotEmpty();
        return results.get(0).outcome();
    }

    private static AccountsDocument tables(TestTable... tables) {
        return TestDocuments.of(
                DocumentKind.FINAL, Stream.of(tables).map(TestTable::build).toList(), List.of());
    }

    private static AccountsDocument figures(NarrativeFigure... figures) {
        return TestDocuments.of(DocumentKind.FINAL, List.of(), List.of(figures));
    }

    private static AccountsDocument text(String... lines) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines) {
            blocks.add(new Paragraph(line, 0, Place.line(blocks.size() + 1)));
        }
        return TestDocuments.of(DocumentKind.FINAL, List.of(), List.of(), blocks);
    }

    private static TestTable expense() {
        return TestTable.of("支出", 10, MoneyUnit.WAN_YUAN, "合计");
    }

    @ParameterizedTest
    @CsvSource({
        "2101501, 行政运行, PASS",
        "2101501, 事业运行, FAIL",
        "2080505, 机关事业单位基本养老保险缴费支, PASS",
        "2101599, 从未见过的科目, WARN",
        "2399998, 从未见过的科目, PASS",
    })
    void codesAndNamesAreCompared(String code, String name, Outcome expected) {
        assertThat(outcome(tables(expense().code(code, name, "1.00")), "code.name"))
                .isEqualTo(expected);
    }

    @Test
    void aCodeNobodyKnowsIsAWarningAndHasOneName() {
        AccountsDocument document = tables(
                expense().code("2399998", "某项支出", "1.00"),
                TestTable.of("收入", 30, MoneyUnit.WAN_YUAN, "合计").code("2399998", "别的支出", "1.00"));

        assertThat(outcome(document, "code.unknown")).isEqualTo(Outcome.WARN);
        assertThat(outcome(document, "code.name")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aRowPrintedTwiceIsFound() {
        assertThat(outcome(
                        tables(expense().code("210", "卫生健康支出", "1.00").code("210", "卫生健康支出", "1.00")),
                        "code.duplicate"))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome(tables(expense().code("210", "卫生健康支出", "1.00")), "code.duplicate"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void levelsLeftOutAreFound() {
        TestTable whole = expense()
                .code("210", "卫生健康支出", "2.00")
                .code("21015", "医疗保障管理事务", "2.00")
                .code("2101501", "行政运行", "2.00");
        TestTable noParent = expense()
                .code("208", "社会保障和就业支出", "1.00")
                .code("20805", "行政事业单位养老支出", "1.00")
                .code("2080505", "机关事业单位基本养老保险缴费支出", "1.00")
                .code("210", "卫生健康支出", "2.00")
                .code("2101501", "行政运行", "2.00");
        TestTable noChild = expense()
                .code("208", "社会保障和就业支出", "1.00")
                .code("20805", "行政事业单位养老支出", "1.00")
                .code("2080505", "机关事业单位基本养老保险缴费支出", "1.00")
                .code("210", "卫生健康支出", "2.00")
                .code("21015", "医疗保障管理事务", "2.00");

        assertThat(outcome(tables(whole), "code.parent")).isEqualTo(Outcome.PASS);
        assertThat(results(tables(noParent), "code.parent"))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("没有上级科目 21015"));
        assertThat(results(tables(noChild), "code.parent"))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("21015", "没有列出下级科目"));
    }

    @Test
    void rowsOutOfOrderAreAWarning() {
        assertThat(outcome(
                        tables(expense().code("2101501", "行政运行", "1.00").code("2080505", "机关事业单位基本养老保险缴费支出", "1.00")),
                        "code.order"))
                .isEqualTo(Outcome.WARN);
    }

    @ParameterizedTest
    @CsvSource({
        "2101501 行政运行 5.00 万元, PASS",
        "2101501 事业运行 5.00 万元, FAIL",
        "4101501 行政运行 5.00 万元, FAIL",
        "2101501（项）行政运行支出 5.00 万元, PASS",
    })
    void codesInSentencesAreCompared(String sentence, Outcome expected) {
        NarrativeFigure figure =
                TestText.of("科目/2101501", "5.00", "万元", 1).sentence(sentence).build();
        NarrativeFigure at = new NarrativeFigure(
                figure.key(),
                figure.value(),
                2,
                "万元",
                List.of(),
                figure.section(),
                sentence,
                figure.place(),
                sentence.indexOf("5.00"));

        assertThat(outcome(figures(at), "code.text")).isEqualTo(expected);
    }

    @Test
    void aSilentCodeIsAWarningWhereMostAreExplained() {
        AccountsDocument document = TestDocuments.of(
                DocumentKind.FINAL,
                List.of(TestTable.of("一般公共预算支出", 10, MoneyUnit.WAN_YUAN, "合计")
                        .code("2101501", "行政运行", "1.00")
                        .code("2101502", "一般行政管理事务", "1.00")
                        .code("2101599", "其他医疗保障管理事务支出", "1.00")
                        .build()),
                List.of(
                        TestText.of("科目/2101501", "1.00", "万元", 50).build(),
                        TestText.of("科目/2101502", "1.00", "万元", 51).build()));

        assertThat(results(document, "code.silent"))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("2101599"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5.00, 10.00, 1, PASS",
        "1, 5.00, 10.00, -1, FAIL",
        "-1, 5.00, 10.00, -1, PASS",
        "0, , , , PASS",
        "0, 5.00, , , FAIL",
    })
    void wordsForUpAndDownAgree(int direction, String amount, String percent, Integer word, Outcome expected) {
        NarrativeFigure figure = TestText.of("支出合计", "55.00", "万元", 1)
                .against("上年", direction, amount, percent, word)
                .build();

        assertThat(outcome(figures(figure), "wording.direction")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, 25, PASS", "1, 25, FAIL", "0, 25, FAIL", "0, 4.06, PASS", "1, 4.06, FAIL"})
    void wordsAgreeWithThePrintedBase(int direction, String base, Outcome expected) {
        NarrativeFigure figure = TestText.of("三公合计", "4.06", "万元", 1)
                .againstValue("年初预算", direction, base, null)
                .build();

        assertThat(outcome(figures(figure), "wording.direction")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "75.00, 决算数小于年初预算数的主要原因是压减支出。, PASS",
        "75.00, 决算数大于年初预算数的主要原因是追加支出。, FAIL",
        "125.00, 决算数大于年初预算数的主要原因是追加支出。, PASS",
        "100.00, 决算数等于年初预算数。, PASS",
    })
    void greaterAndLessAgreeWithTheCompletionRate(String percent, String reason, Outcome expected) {
        String sentence = "支出决算为 75.00 万元，完成年初预算的 " + percent + "%。";
        NarrativeFigure figure = TestText.of("支出合计", "75.00", "万元", 1)
                .sentence(sentence)
                .completes("年初预算", null, percent)
                .build();
        AccountsDocument document = TestDocuments.of(
                DocumentKind.FINAL,
                List.of(),
                List.of(figure),
                List.of(new Paragraph(sentence + reason, 0, Place.line(1))));

        assertThat(outcome(document, "wording.comparison")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024 年度收入 XX 万元，比上年增加 ×× 万元。",
                "机关运行经费支出＿＿万元。",
                "本部门（待填）。",
                "合计 #REF! 万元",
                "基本支出 万元，项目支出 5.00 万元。",
            })
    void leftoversOfATemplateAreFound(String line) {
        assertThat(outcome(text(line), "wording.placeholder")).isEqualTo(Outcome.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024 年度收入 5.00 万元。", "单位：万元", "金额单位：元", "以万元为单位", "完成 XXL 型设备采购", "若干万元，以实际为准"})
    void ordinaryTextIsNoLeftover(String line) {
        assertThat(outcome(text(line), "wording.placeholder")).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "2024年度部门决算表, PASS",
        "2023年度部门决算表, FAIL",
        "2023 年度收支预算总表, FAIL",
        "2023年医疗服务与保障能力提升补助资金绩效目标表, SKIP",
        "《关于编制2023年度部门决算的通知》要求报送报表, SKIP",
    })
    void titlesNameTheYearOfTheAccounts(String line, Outcome expected) {
        assertThat(outcome(text(line), "wording.year")).isEqualTo(expected);
    }

    @Test
    void sentencesNameTheYearOfTheAccounts() {
        NarrativeFigure other = TestText.of("支出合计", "5.00", "万元", 1)
                .sentence("2023 年度支出 5.00 万元。")
                .build();
        NarrativeFigure own = TestText.of("支出合计", "6.00", "万元", 2)
                .sentence("2024 年度支出 6.00 万元。")
                .build();

        NarrativeFigure compared = TestText.of("支出合计", "5.00", "万元", 1)
                .sentence("与 2023 年相比，支出增加 5.00 万元。")
                .build();

        assertThat(outcome(figures(compared), "wording.year")).isEqualTo(Outcome.SKIP);
        assertThat(outcome(figures(other), "wording.year")).isEqualTo(Outcome.FAIL);
        assertThat(outcome(figures(other, own), "wording.year"))
                .as("last year beside this year")
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void anotherOrganisationIsFound() {
        assertThat(outcome(
                        text("编制单位：甲市医疗保障局", "编制单位：甲市医疗保障局（公章）", "部门：乙市医疗保障局", "编制单位：甲市医疗保障局"), "wording.organisation"))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome(text("编制单位：甲市医疗保障局", "部门：甲市医疗保障局", "编制单位：甲市医疗保障局"), "wording.organisation"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aChangeWithoutAReasonIsAWarning() {
        String bare = "支出合计 55.00 万元，比上年增加 5.00 万元。";
        String reasoned = "支出合计 55.00 万元，比上年增加 5.00 万元，主要原因是人员增加。";
        for (String sentence : List.of(bare, reasoned)) {
            AccountsDocument document = TestDocuments.of(
                    DocumentKind.FINAL,
                    List.of(),
                    List.of(TestText.of("支出合计", "55.00", "万元", 1)
                            .sentence(sentence)
                            .against("上年", 1, "5.00", null, null)
                            .build()),
                    List.of(new Paragraph(sentence, 0, Place.line(1))));
            assertThat(outcome(document, "wording.reason"))
                    .isEqualTo(sentence.equals(bare) ? Outcome.WARN : Outcome.PASS);
        }
    }

    @Test
    void aMissingTableOfTheSetIsFound() {
        AccountsDocument whole = SampleAccounts.usual(MoneyUnit.WAN_YUAN).document();

        assertThat(outcome(whole, "tables.missing")).isEqualTo(Outcome.PASS);
        assertThat(results(TestDocuments.without(whole, "三公经费"), "tables.missing"))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("缺少“三公经费”表"));
        assertThat(outcome(tables(expense().code("210", "卫生健康支出", "1.00")), "tables.missing"))
                .isEqualTo(Outcome.SKIP);
    }

    @Test
    void aTableAnnouncedInTheContentsIsMissedUnlessHardlyAnyIsThere() {
        List<Block> contents = List.of(
                new Paragraph("一、收入预算总表 ..... 9", 0, Place.line(1)),
                new Paragraph("二、支出预算总表 ..... 11", 0, Place.line(2)),
                new Paragraph("三、政府性基金预算拨款支出预算表 ..... 14", 0, Place.line(3)));
        Table expense = expense().code("210", "卫生健康支出", "1.00").build();
        Table income = TestTable.of("收入", 30, MoneyUnit.WAN_YUAN, "合计")
                .named("合计", "1.00")
                .build();

        assertThat(results(
                        TestDocuments.of(DocumentKind.BUDGET, List.of(expense, income), List.of(), contents),
                        "tables.missing"))
                .extracting(CheckResult::id)
                .containsExactly("tables.missing/政府性基金");
        assertThat(outcome(
                        TestDocuments.of(DocumentKind.BUDGET, List.of(expense), List.of(), contents), "tables.missing"))
                .isEqualTo(Outcome.SKIP);
    }

    @Test
    void aTablePrintedTwiceIsFound() {
        Table table = expense().code("210", "卫生健康支出", "1.00").build();
        AccountsDocument twice = TestDocuments.of(DocumentKind.FINAL, List.of(table, table), List.of());
        Table rest = expense().code("221", "住房保障支出", "1.00").build();
        AccountsDocument continued = TestDocuments.of(DocumentKind.FINAL, List.of(table, rest), List.of());

        assertThat(outcome(twice, "tables.duplicated")).isEqualTo(Outcome.FAIL);
        assertThat(outcome(continued, "tables.duplicated")).isEqualTo(Outcome.PASS);
    }

    @Test
    void anEmptyTableNeedsASentence() {
        TestTable empty = TestTable.of("政府性基金", 10, MoneyUnit.WAN_YUAN, "合计").named("合计", "0.00");

        assertThat(outcome(tables(empty), "tables.empty")).isEqualTo(Outcome.WARN);
        assertThat(outcome(
                        TestDocuments.of(
                                DocumentKind.FINAL,
                                List.of(empty.build()),
                                List.of(),
                                List.of(new Paragraph("本部门没有使用政府性基金安排的支出。", 0, Place.line(60)))),
                        "tables.empty"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void mixedUnitsOfMoneyAreAWarning() {
        AccountsDocument mixed = tables(
                expense().code("210", "卫生健康支出", "1.00"),
                TestTable.of("收入", 30, MoneyUnit.WAN_YUAN, "合计").named("合计", "1.00"),
                TestTable.of("三公经费", 50, MoneyUnit.YUAN, "金额").named("合计", "1.00"));

        assertThat(results(mixed, "units.money"))
                .singleElement()
                .satisfies(result -> assertThat(result.cells().get(0).topic()).isEqualTo("三公经费"));
        assertThat(outcome(figures(TestText.of("支出合计", "1.00", "万元", 1).build()), "units.money"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void threePublicCountsAreExpected() {
        NarrativeFigure cost = TestText.of("三公合计", "1.00", "万元", 1).build();

        assertThat(results(figures(cost), "three-public.counts"))
                .hasSize(6)
                .allMatch(result -> result.outcome() == Outcome.WARN);
        assertThat(outcome(figures(), "three-public.counts")).isEqualTo(Outcome.SKIP);
    }

    @ParameterizedTest
    @CsvSource({"2, 30, PASS", "1, 30, PASS", "3, 30, WARN", "2, 31, WARN"})
    void statedUnitsAndStaffAgreeWithTheList(String units, String staff, Outcome expected) {
        AccountsDocument document = TestDocuments.withUnits(
                figures(
                        TestText.of("下属单位数", units, "个", 1).build(),
                        TestText.of("年末实有在职人员", staff, "人", 2).build()),
                List.of(new BudgetUnit("甲局本级", "行政单位", 10), new BudgetUnit("甲中心", "事业单位", 20)));

        assertThat(results(document, "units.listed"))
                .extracting(CheckResult::outcome)
                .containsOnly(expected);
    }

    @Test
    void negativeFiguresAreAWarning() {
        assertThat(outcome(tables(expense().code("210", "卫生健康支出", "-1.00")), "cell.negative"))
                .isEqualTo(Outcome.WARN);
    }

    @Test
    void oneThingWithTwoNumbersIsFound() {
        NarrativeFigure one = TestText.of("“不见面”办理事项占比", "78.13", "%", 1)
                .section("第一部分")
                .sentence("“不见面”办理事项占比 78.13%。")
                .build();
        NarrativeFigure other = TestText.of("“不见面”办理事项占比", "82.14", "%", 9)
                .section("第二部分")
                .sentence("“不见面”办理事项占比 82.14%。")
                .build();

        assertThat(outcome(figures(one, other), "repeated.facts")).isEqualTo(Outcome.FAIL);
        assertThat(outcome(figures(one), "repeated.facts")).isEqualTo(Outcome.PASS);
    }

    @Test
    void aFigureWithoutATableShouldStayTheSame() {
        NarrativeFigure one = TestText.of("机关运行经费", "5.00", "万元", 1).build();
        NarrativeFigure other = TestText.of("机关运行经费", "6.00", "万元", 2).build();

        assertThat(results(figures(one, other), "repeated.figures"))
                .extracting(CheckResult::outcome)
                .contains(Outcome.WARN);
    }

    @Test
    void rowsOfAnIdleTableKeepTheirPlace() {
        List<Row> rows = expense().code("210", "卫生健康支出", "1.00").build().rows();

        assertThat(CellRules.refs(expense().build(), rows.get(0)))
                .extracting(ref -> ref.place().label())
                .containsExactly("L11", "L11 第2格");
    }
}
