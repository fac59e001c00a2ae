package org.tongchou.accounts.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** Relations inside and between tables. */
class TableChecksTest {
    private static final Auditor AUDITOR = Auditor.standard();
    private static final Money MORE = Money.wanYuan("3");

    private static AccountsDocument sound() {
        return SampleAccounts.usual(MoneyUnit.WAN_YUAN).document();
    }

    private static AccountsDocument single(MoneyUnit unit, String[]... rows) {
        TestTable table = TestTable.of("支出", 1, unit, "合计", "基本支出", "项目支出");
        for (String[] row : rows) {
            if (row[0].matches("\\d+")) {
                table.code(row[0], row[0], row[1], row[2], row[3]);
            } else {
                table.named(row[0], row[1], row[2], row[3]);
            }
        }
        return TestDocuments.of(DocumentKind.FINAL, List.of(table.build()), List.of());
    }

    private static String[] row(String... cells) {
        return cells;
    }

    private static List<CheckResult> failures(AccountsDocument document) {
        return AUDITOR.audit(document).with(Outcome.FAIL);
    }

    private static CheckResult one(AccountsDocument document, String id) {
        return AUDITOR.audit(document).results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Cell> cells(AccountsDocument document) {
        return document.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.figures().stream())
                .toList();
    }

    private static Cell cell(AccountsDocument document, String topic, String role, String column) {
        return document.findTable(topic)
                .flatMap(table -> table.findRow(null, role))
                .map(row -> row.cells().get(column))
                .orElseThrow();
    }

    @Test
    void soundAccountsHaveNoFindings() {
        Audit audit = AUDITOR.audit(sound());

        assertThat(audit.with(Outcome.FAIL)).isEmpty();
        assertThat(audit.with(Outcome.PASS)).hasSizeGreaterThan(150);
    }

    @TestFactory
    List<DynamicTest> everyChangedCellIsFound() {
        AccountsDocument sound = sound();
        return cells(sound).stream()
                .map(cell -> DynamicTest.dynamicTest(cell.place().label(), () -> {
                    AccountsDocument changed =
                            TestDocuments.withAmount(sound, cell, cell.orZero().plus(MORE));
                    assertThat(failures(changed))
                            .anyMatch(result ->
                                    result.cells().stream().map(CellRef::place).anyMatch(cell.place()::equals));
                }))
                .toList();
    }

    @Test
    void theCellThatBrokenSumsShareComesFirst() {
        AccountsDocument sound = sound();
        Cell project = cell(sound, "支出", "2101502", "项目支出");

        List<CheckResult> found = failures(TestDocuments.withAmount(sound, project, Money.ofFen(1)));

        assertThat(found)
                .extracting(CheckResult::id)
                .contains("row.expense/支出/2101502", "parent.function/支出/21015/项目支出");
        assertThat(found)
                .filteredOn(result ->
                        result.cells().stream().anyMatch(ref -> ref.place().equals(project.place())))
                .hasSizeGreaterThan(1)
                .allSatisfy(result -> assertThat(result.cells().get(0).place()).isEqualTo(project.place()));
    }

    @Test
    void aBlankTotalOverFiguresIsWrongAndBlankEverywhereIsNothing() {
        AccountsDocument wrong = single(MoneyUnit.WAN_YUAN, row("合计", "", "5.00", ""), row("210", "5.00", "5.00", ""));

        assertThat(failures(wrong)).extracting(CheckResult::id).contains("row.expense/支出/合计", "total.function/支出/合计");
        assertThat(AUDITOR.audit(wrong).results())
                .noneMatch(result -> result.id().equals("total.function/支出/项目支出"));
    }

    @Test
    void roundingIsNotAnErrorAndSaidSo() {
        AccountsDocument document =
                single(MoneyUnit.WAN_YUAN, row("合计", "10.01", "5.00", "5.00"), row("208", "5.03", "5.00", ""));

        CheckResult total = one(document, "row.expense/支出/合计");
        assertThat(total.outcome()).isEqualTo(Outcome.PASS);
        assertThat(total.cause()).isEqualTo(Cause.ROUNDING);
        assertThat(total.diff()).isEqualByComparingTo("0.01");
        assertThat(total.tolerance()).isEqualByComparingTo("0.015");
        CheckResult wrong = one(document, "row.expense/支出/208");
        assertThat(wrong.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(wrong.message()).contains("5.03万元", "5.00万元", "0.03万元", "L3");
    }

    @Test
    void yuanToTheFenLeavesNoRoomForRounding() {
        AccountsDocument document = single(MoneyUnit.YUAN, row("合计", "10.01", "5.00", "5.00"));

        assertThat(one(document, "row.expense/支出/合计").outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aCodeLeftOutOfATableStandsForZero() {
        AccountsDocument sound = sound();
        AccountsDocument without = TestDocuments.withTables(
                sound,
                sound.tables().stream()
                        .map(table -> table.topic().equals("支出") ? withoutCode(table, "2101501") : table)
                        .toList());

        CheckResult result = one(without, "bound.general-within-expense/2101501/合计");
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.right()).isEqualByComparingTo("0");
    }

    private static Table withoutCode(Table table, String code) {
        return TestDocuments.withRows(
                table,
                table.rows().stream().filter(row -> !code.equals(row.code())).toList());
    }

    @Test
    void damageOfTheTextIsNoErrorOfTheDocument() {
        AccountsDocument sound = sound();
        Cell cell = cell(sound, "支出", "208", "基本支出");
        AccountsDocument damaged = TestDocuments.withProblem(
                TestDocuments.withAmount(sound, cell, Money.ofFen(1)),
                new Problem(ProblemCode.ROW_SHIFTED, "test.txt", cell.place().wholeRow(), "", "本行错位"));

        CheckResult result = one(damaged, "row.expense/支出/208");
        assertThat(result.outcome()).isEqualTo(Outcome.WARN);
        assertThat(result.cause()).isEqualTo(Cause.EXTRACTION);
        assertThat(result.message()).contains("W-ACC-018");
    }

    @TestFactory
    List<DynamicTest> aMissingTableIsNeverAPass() {
        AccountsDocument sound = sound();
        List<String> checks = answered(sound);
        return sound.tables().stream()
                .map(table -> DynamicTest.dynamicTest(table.topic(), () -> {
                    AccountsDocument without = TestDocuments.without(sound, table.topic());
                    assertThat(AUDITOR.audit(without).with(Outcome.PASS))
                            .allSatisfy(result -> assertThat(result.cells())
                                    .noneMatch(cell -> cell.topic().equals(table.topic())));
                    assertThat(answered(without))
                            .as("checks that say something")
                            .hasSameElementsAs(checks);
                }))
                .toList();
    }

    private static List<String> answered(AccountsDocument document) {
        return AUDITOR.audit(document).results().stream()
                .map(CheckResult::check)
                .distinct()
                .toList();
    }

    @Property(tries = 20)
    void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
        AccountsDocument sound = sound();
        AccountsDocument shuffled = TestDocuments.mapRows(sound, rows -> {
            List<Row> other = new ArrayList<>(rows);
            Collections.shuffle(other, new Random(seed));
            return other;
        });

        assertThat(sums(shuffled)).hasSameElementsAs(sums(sound));
    }

    private static List<String> sums(AccountsDocument document) {
        return AUDITOR.audit(document).results().stream()
                .filter(result -> result.left() != null)
                .map(result -> result.id() + " " + result.outcome() + " " + result.left())
                .toList();
    }

    @Property(tries = 30)
    void yuanAndWanYuanGiveTheSameVerdicts(
            @ForAll @IntRange(min = 0, max = 250) int which, @ForAll @LongRange(min = -90, max = 90) long change) {
        assertThat(verdicts(MoneyUnit.YUAN, which, change)).isEqualTo(verdicts(MoneyUnit.WAN_YUAN, which, change));
    }

    private static List<String> verdicts(MoneyUnit unit, int which, long change) {
        AccountsDocument sound = SampleAccounts.usual(unit).document();
        Cell cell = cells(sound).get(which);
        AccountsDocument changed =
                TestDocuments.withAmount(sound, cell, cell.orZero().plus(Money.ofFen(change * 1_000_000L)));
        return AUDITOR.audit(changed).results().stream()
                .map(result -> result.id() + " " + result.outcome())
                .toList();
    }

    @Test
    void theSameDocumentGivesTheSameAudit() {
        AccountsDocument document = sound();

        assertThat(AUDITOR.audit(document)).isEqualTo(Auditor.standard().audit(document));
    }

    @Test
    void repeatedRowsAreNotCounted() {
        AccountsDocument repeated = TestDocuments.mapRows(sound(), rows -> {
            List<Row> more = new ArrayList<>(rows);
            more.add(TestDocuments.repeated(rows.get(0)));
            return more;
        });

        assertThat(failures(repeated)).isEmpty();
    }
}
