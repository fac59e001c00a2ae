package org.tongchou.accounts.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** The figures of three published documents: what is derived from their items is what they print, up to rounding. */
class PublishedAccountsTest {
    /** Seven figures rounded to 0.01 万元 are the most that one total of these documents adds up. */
    private static final Money ROUNDING = Money.wanYuan("0.035");

    /** Tables that the base facts do not give: published by class only. */
    private static final Set<String> NOT_DERIVED = Set.of("支出经济分类");

    @ParameterizedTest
    @ValueSource(strings = {"ningde-2024-final", "quanzhou-2020-final", "fuzhou-2024-budget"})
    void derivedTablesAgreeWithThePublishedOnes(String example) {
        AccountsFigures figures = Samples.load(example);
        Map<String, FigureTable> derived = new TableDeriver(figures, Form.of(figures.kind())).tables();
        assertThat(figures.printed()).isNotEmpty();
        figures.printed().forEach((topic, published) -> {
            if (!NOT_DERIVED.contains(topic)) {
                FigureTable table = Objects.requireNonNull(derived.get(topic), topic);
                for (FigureRow row : published.rows()) {
                    row.values()
                            .forEach((column, amount) -> assertThat(table.amount(row.side(), row.row(), column)
                                            .minus(amount)
                                            .abs())
                                    .as(topic + " " + row.row() + " " + column)
                                    .isLessThanOrEqualTo(ROUNDING));
                }
            }
        });
    }

    @Test
    void tablesAreGivenAsPublished() {
        Map<String, FigureTable> quanzhou = Derivation.tables(Samples.load("quanzhou-2020-final"));
        FigureTable total = Objects.requireNonNull(quanzhou.get("总表"));
        assertThat(total.amount(Side.EXPENSE, "210", "金额")).isEqualTo(Money.wanYuan("8139.87"));
        FigureTable expense = Objects.requireNonNull(quanzhou.get("支出"));
        assertThat(expense.amount(null, "210", "合计")).isEqualTo(Money.wanYuan("8139.86"));
    }

    @Test
    void sentencesSayWhatTheDocumentsSayErrorsIncluded() {
        assertThat(text("quanzhou-2020-final"))
                .contains("人员经费 3,388.81 万元")
                .contains("机关运行经费支出 112.5 万元，比上年决算数增长 131.96%")
                .contains("一趟不用跑事项占比 78.13%")
                .contains("一趟不用跑事项占比 82.14%")
                .contains("比年初预算数的 25.00 万元减少 20.94 万元，下降 83.76%");
        assertThat(text("ningde-2024-final"))
                .contains("占工程支出金额的 100%")
                .contains("21.39 万元，比上年决算数增加 0.03 万元，增长 0.16%")
                .contains("三公”经费支出 13.45 万元，完成全年预算的 100.00%，比上年决算数减少 7.44 万元，下降 35.61%");
        assertThat(text("fuzhou-2024-budget"))
                .contains("人员经费 7,058.16 万元")
                .contains("公用经费 618.35 万元")
                .contains("收入预算为 222,846.31 万元，比上年预算数增加 113,997.97 万元，增长 104.73%");
    }

    @Test
    void everyExampleNamesItsSource() {
        for (String example : new String[] {"ningde-2024-final", "quanzhou-2020-final", "fuzhou-2024-budget"}) {
            AccountsFigures figures = Samples.load(example);
            assertThat(figures.source().publisher()).isEqualTo(figures.bureau());
            assertThat(figures.source().title()).contains(Integer.toString(figures.year()));
            assertThat(figures.unit()).isEqualTo(MoneyUnit.WAN_YUAN);
        }
    }

    private static String text(String example) {
        return Derivation.derive(Samples.load(example)).contents().stream()
                .filter(Text.class::isInstance)
                .map(content -> ((Text) content).text())
                .collect(Collectors.joining("\n"));
    }
}
