package org.tongchou.accounts.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.compare.Comparison.Line;
import org.tongchou.accounts.compare.Comparison.Pair;
import org.tongchou.accounts.compare.Comparison.Section;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.Percent;

class ComparisonTest {
    private static final Place PLACE = Place.line(1);

    @Test
    void growsFromTheEarlierYearWhateverTheOrderOfTheFiles() {
        Comparison comparison = Comparison.of(List.of(
                document("甲局", 2024, DocumentKind.FINAL, 20, "120.00"),
                document("甲局", 2023, DocumentKind.FINAL, 20, "100.00")));
        assertThat(comparison.parties()).extracting(Party::label).containsExactly("甲局 2023 决算", "甲局 2024 决算");
        assertThat(comparison.pairs()).containsExactly(new Pair(0, 1, false));
        Line expense = line(comparison, "收支总量", "本年支出");
        assertThat(expense.values()).containsExactly(yuan("100.00"), yuan("120.00"));
        assertThat(expense.changes()).containsExactly(yuan("20.00"));
        assertThat(expense.rates()).containsExactly(percent("20.00%"));
        assertThat(comparison.label(comparison.pairs().get(0))).isEqualTo("2024 比 2023");
    }

    @Test
    void computesTheExecutionOfABudget() {
        Comparison comparison = Comparison.of(List.of(
                document("甲局", 2024, DocumentKind.FINAL, 20, "90.00"),
                document("甲局", 2024, DocumentKind.BUDGET, 20, "120.00")));
        assertThat(comparison.pairs()).containsExactly(new Pair(0, 1, true));
        assertThat(line(comparison, "收支总量", "本年支出").rates()).containsExactly(percent("75.00%"));
    }

    @Test
    void comparesBureausWithoutGrowth() {
        Comparison comparison = Comparison.of(List.of(
                document("甲局", 2023, DocumentKind.FINAL, 20, "100.00"),
                document("乙局", 2024, DocumentKind.FINAL, 50, "100.00")));
        assertThat(comparison.pairs()).isEmpty();
        Line perHead = line(comparison, "人均支出（按在职人数）", "本年支出");
        assertThat(perHead.values()).containsExactly(yuan("50000.00"), yuan("20000.00"));
        Line share = section(comparison, "支出功能分类结构").lines().stream()
                .filter(line -> line.code().equals("210"))
                .findFirst()
                .orElseThrow();
        assertThat(share.shares()).containsExactly(percent("100.00%"), percent("100.00%"));
    }

    @Test
    void saysWhyAPerHeadFigureIsMissing() {
        Comparison comparison = Comparison.of(List.of(
                document("甲局", 2023, DocumentKind.FINAL, null, "100.00"),
                document("乙局", 2024, DocumentKind.FINAL, 50, "100.00")));
        assertThat(line(comparison, "人均支出（按在职人数）", "本年支出").values())
                .containsExactly(Optional.empty(), yuan("20000.00"));
        assertThat(comparison.notes()).contains("甲局 2023 决算 未列全各单位在职人数，不计算人均", "没有可比较的“三公”经费");
    }

    @Test
    void hasNoGrowthOverNothing() {
        Comparison comparison = Comparison.of(List.of(
                document("甲局", 2023, DocumentKind.FINAL, 20, "0.00"),
                document("甲局", 2024, DocumentKind.FINAL, 20, "5.00")));
        Line expense = line(comparison, "收支总量", "本年支出");
        assertThat(expense.changes()).containsExactly(yuan("5.00"));
        assertThat(expense.rates()).containsExactly(Optional.empty());
    }

    @Test
    void readsAFigureFromASentence() {
        Comparison comparison = Comparison.of(List.of(
                document("甲局", 2023, DocumentKind.FINAL, 20, "1.00"),
                document("甲局", 2024, DocumentKind.FINAL, 20, "1.00")));
        assertThat(line(comparison, "机关运行经费和政府采购", "机关运行经费").values()).containsExactly(yuan("0.32"), yuan("0.32"));
    }

    @Test
    void laysOutOneGridASectionWithEqualRows() {
        Comparison comparison = Comparison.of(List.of(
                document("甲局", 2023, DocumentKind.FINAL, 20, "100.00"),
                document("甲局", 2024, DocumentKind.FINAL, 20, "120.00")));
        Publication publication = ComparisonPublication.of(comparison);
        List<Content.Grid> grids = publication.contents().stream()
                .filter(Content.Grid.class::isInstance)
                .map(Content.Grid.class::cast)
                .toList();
        assertThat(grids).hasSize(comparison.sections().size() + 1).allSatisfy(grid -> {
            int width = grid.header().get(0).size();
            assertThat(grid.header()).allSatisfy(row -> assertThat(row).hasSize(width));
            assertThat(grid.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).hasSize(width));
        });
        assertThat(publication.contents()).anyMatch(Content.Chart.class::isInstance);
    }

    private static Line line(Comparison comparison, String section, String name) {
        return section(comparison, section).lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Section section(Comparison comparison, String title) {
        return comparison.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<BigDecimal> yuan(String amount) {
        return Optional.of(new BigDecimal(amount));
    }

    private static Optional<Percent> percent(String printed) {
        return Optional.of(Percent.parse(printed));
    }

    /** A document whose whole expenditure is in one class and basic. */
    private static AccountsDocument document(
            String bureau, int year, DocumentKind kind, @Nullable Integer staff, String expense) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(null, "合计", "合计", expense));
        rows.add(row("210", "卫生健康支出", "210", expense));
        Table table = new Table(
                "支出",
                "sample",
                null,
                "支出表",
                MoneyUnit.WAN_YUAN,
                2,
                List.of(new Column("合计", "合计"), new Column("基本支出", "基本支出")),
                rows,
                List.of(),
                PLACE,
                PLACE);
        String sentence = "机关运行经费 3200 元。";
        NarrativeFigure agency = new NarrativeFigure(
                "机关运行经费", new BigDecimal("3200"), 0, "元", List.of(), "", sentence, PLACE, sentence.indexOf('3'));
        DocumentMeta meta = new DocumentMeta(
                null, bureau, year, kind, MoneyUnit.WAN_YUAN, List.of(new BudgetUnit(bureau, "", staff)));
        RawDocument raw = new RawDocument(bureau, Medium.TEXT, List.of(), List.of());
        return new AccountsDocument(bureau + year, meta, List.of(table), List.of(agency), List.of(), raw);
    }

    private static Row row(@Nullable String code, String name, String role, String amount) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Cell cell = new Cell(Money.wanYuan(amount), amount, PLACE);
        cells.put("合计", cell);
        cells.put("基本支出", cell);
        return new Row(null, null, code, code, name, role, null, cells, false, PLACE);
    }
}
