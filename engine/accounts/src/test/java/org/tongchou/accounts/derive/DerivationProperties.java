package org.tongchou.accounts.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.figures.AccountsFigures.Narrative;
import org.tongchou.accounts.figures.AccountsFigures.Source;
import org.tongchou.accounts.figures.AccountsFigures.Texts;
import org.tongchou.accounts.figures.BaseFile;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** What holds of every derived document, whatever the base facts. */
class DerivationProperties {
    private static final List<String> CODES =
            List.of("2080501", "2080505", "2101101", "2101301", "2101501", "2101502", "2101550", "2210201", "2296013");
    private static final List<String> SOURCES =
            List.of("一般公共预算", "政府性基金", "国有资本经营", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入");

    private static final List<String> ECONOMIC = List.of("30101", "30113", "30201", "30217", "30231", "30306", "31002");
    private static final List<String> THREE_PUBLIC = List.of("因公出国", "公务用车购置", "公务用车运行", "公务接待费");
    private static final List<String> CARRIED = List.of("", "2101501", "2296013");

    @Property(tries = 60)
    void tablesBalance(@ForAll("finalAccounts") AccountsFigures figures) {
        Map<String, FigureTable> tables = Derivation.tables(figures);
        FigureTable grand = of(tables, "总表");
        assertThat(cell(grand, Side.INCOME, "总计", "金额")).isEqualTo(cell(grand, Side.EXPENSE, "总计", "金额"));
        assertThat(cell(grand, Side.INCOME, "本年收入合计", "金额"))
                .isEqualTo(sum(grand, Side.INCOME, SOURCES::contains, "金额"))
                .isEqualTo(cell(of(tables, "收入"), null, "合计", "合计"));
        assertThat(cell(grand, Side.EXPENSE, "本年支出合计", "金额"))
                .isEqualTo(sum(grand, Side.EXPENSE, row -> row.matches("\\d{3}"), "金额"))
                .isEqualTo(cell(of(tables, "支出"), null, "合计", "合计"));
    }

    @Property(tries = 60)
    void fiscalTablesAgree(@ForAll("finalAccounts") AccountsFigures figures) {
        Map<String, FigureTable> tables = Derivation.tables(figures);
        FigureTable fiscal = of(tables, "财政拨款总表");
        assertThat(cell(fiscal, Side.INCOME, "总计", "金额")).isEqualTo(cell(fiscal, Side.EXPENSE, "总计", "合计"));
        assertThat(cell(fiscal, Side.INCOME, "本年收入合计", "金额")).isEqualTo(cell(of(tables, "收入"), null, "合计", "财政拨款收入"));
        Map<String, String> detail = Map.of("一般公共预算", "一般公共预算支出", "政府性基金", "政府性基金", "国有资本经营", "国有资本经营");
        Money all = Money.ZERO;
        for (Map.Entry<String, String> budget : detail.entrySet()) {
            Money spent = cell(fiscal, Side.EXPENSE, "本年支出合计", budget.getKey());
            assertThat(spent).isEqualTo(cell(of(tables, budget.getValue()), null, "合计", "合计"));
            all = all.plus(spent);
        }
        assertThat(all).isEqualTo(cell(fiscal, Side.EXPENSE, "本年支出合计", "合计"));
        FigureTable fund = of(tables, "政府性基金");
        assertThat(cell(fund, null, "合计", "年初结转和结余").plus(cell(fund, null, "合计", "本年收入")))
                .isEqualTo(cell(fund, null, "合计", "合计").plus(cell(fund, null, "合计", "年末结转和结余")));
        FigureTable economic = of(tables, "基本支出经济分类");
        assertThat(cell(economic, null, "人员经费合计", "金额").plus(cell(economic, null, "公用经费合计", "金额")))
                .isEqualTo(cell(of(tables, "一般公共预算支出"), null, "合计", "基本支出"));
    }

    @Property(tries = 60)
    void classesAreTheSumOfDivisionsAndItems(@ForAll("finalAccounts") AccountsFigures figures) {
        Map<String, FigureTable> tables = Derivation.tables(figures);
        for (String topic : List.of("收入", "支出", "一般公共预算支出", "政府性基金", "国有资本经营")) {
            FigureTable table = of(tables, topic);
            for (String column : table.columns()) {
                Money total = cell(table, null, "合计", column);
                for (int digits : new int[] {3, 5, 7}) {
                    assertThat(sum(table, null, row -> row.matches("\\d{" + digits + "}"), column))
                            .as(topic + " " + column + " " + digits)
                            .isEqualTo(total);
                }
                for (FigureRow row : table.rows()) {
                    if (row.row().matches("\\d{3}|\\d{5}")) {
                        int below = row.row().length() + 2;
                        assertThat(sum(
                                        table,
                                        null,
                                        code -> code.startsWith(row.row()) && code.length() == below,
                                        column))
                                .isEqualTo(cell(table, null, row.row(), column));
                    }
                }
            }
        }
    }

    @Property(tries = 40)
    void sentencesSayWhatTheCellsSay(@ForAll("finalAccounts") AccountsFigures figures) {
        Map<String, FigureTable> tables = Derivation.tables(figures);
        String text = Derivation.derive(figures).contents().stream()
                .filter(Text.class::isInstance)
                .map(content -> ((Text) content).text())
                .collect(Collectors.joining("\n"));
        assertThat(text)
                .contains("年度收入 " + printed(cell(of(tables, "总表"), Side.INCOME, "本年收入合计", "金额")))
                .contains("年度支出 " + printed(cell(of(tables, "总表"), Side.EXPENSE, "本年支出合计", "金额")))
                .contains("基本支出 " + printed(cell(of(tables, "支出"), null, "合计", "基本支出")))
                .contains("人员经费 " + printed(cell(of(tables, "基本支出经济分类"), null, "人员经费合计", "金额")));
        for (FigureRow row : of(tables, "一般公共预算支出").rows()) {
            Money amount = row.values().getOrDefault("合计", Money.ZERO);
            if (row.row().length() == 7 && !amount.isZero()) {
                assertThat(text)
                        .containsPattern(row.row() + " \\S+ " + printed(amount).replace(".", "\\."));
            }
        }
        assertThat(text).doesNotContain("{").doesNotContain("null");
    }

    @Property(tries = 20)
    void derivingAgainGivesTheSame(@ForAll("documents") AccountsFigures figures) {
        assertThat(Derivation.derive(figures)).isEqualTo(Derivation.derive(figures));
    }

    @Property(tries = 200)
    void everyCellIsTheSumOfItsOrigins(@ForAll("documents") AccountsFigures figures) {
        Derived derived = Derivation.trace(figures);
        derived.tables()
                .values()
                .forEach(table -> table.rows()
                        .forEach(row -> row.values().forEach((column, amount) -> {
                            CellAddress cell = new CellAddress(table.topic(), row.side(), row.row(), column);
                            assertThat(sum(figures, derived.origins(cell)))
                                    .as("%s", cell)
                                    .isEqualTo(amount);
                        })));
    }

    @Property(tries = 200)
    void everyFigureOfASentenceIsTheSumOfItsOrigins(@ForAll("documents") AccountsFigures figures) {
        Derived derived = Derivation.trace(figures);
        assertThat(derived.figures()).containsKeys("收入合计", "基本支出", "三公合计");
        derived.figures().values().stream()
                .filter(figure -> figure.unit().equals("万元"))
                .forEach(figure -> assertThat(sum(figures, figure.origins()).in(MoneyUnit.WAN_YUAN))
                        .as(figure.key())
                        .isEqualByComparingTo(figure.value()));
    }

    @Property(tries = 40)
    void piecesAndCellsFitTheDocument(@ForAll("documents") AccountsFigures figures) {
        Derived derived = Derivation.trace(figures);
        List<Content> contents = derived.publication().contents();
        derived.sentences()
                .forEach((at, pieces) -> assertThat(contents.get(at))
                        .isEqualTo(new Text(pieces.stream().map(Piece::text).collect(Collectors.joining()))));
        derived.cells().forEach((at, rows) -> {
            Grid grid = (Grid) contents.get(at);
            assertThat(rows).hasSameSizeAs(grid.rows());
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    assertThat(rows.get(r).get(c).isPresent())
                            .isEqualTo(grid.rows().get(r).get(c).kind() == Content.Kind.FIGURE);
                }
            }
        });
    }

    private static Money sum(AccountsFigures figures, List<Origin> origins) {
        Money sum = Money.ZERO;
        for (Origin origin : origins) {
            Money amount = figures.lines(origin.file()).stream()
                    .filter(line ->
                            line.key().equals(origin.key()) && line.fund().equals(origin.fund()))
                    .map(line -> line.amount(origin.column()))
                    .reduce(Money.ZERO, Money::plus);
            assertThat(origin.sign()).isIn(1, -1);
            sum = origin.sign() > 0 ? sum.plus(amount) : sum.minus(amount);
        }
        return sum;
    }

    private static String printed(Money amount) {
        return amount.print(MoneyUnit.WAN_YUAN, 2) + " 万元";
    }

    private static FigureTable of(Map<String, FigureTable> tables, String topic) {
        return Objects.requireNonNull(tables.get(topic), topic);
    }

    private static Money cell(FigureTable table, @Nullable Side side, String row, String column) {
        return table.amount(side, row, column);
    }

    private static Money sum(FigureTable table, @Nullable Side side, Predicate<String> which, String column) {
        return table.rows().stream()
                .filter(row -> row.side() == side && which.test(row.row()))
                .map(row -> row.values().getOrDefault(column, Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
    }

    // ---- random base facts

    @Provide
    Arbitrary<AccountsFigures> finalAccounts() {
        return Combinators.combine(
                        income().list().ofMaxSize(8),
                        expense().list().ofMinSize(1).ofMaxSize(14),
                        carryOver().list().ofMaxSize(4),
                        Arbitraries.integers().between(0, 100))
                .as(DerivationProperties::figures);
    }

    /** Budgets and final accounts of any lines: reversals, zeros, codes and items that repeat, nothing that balances. */
    @Provide
    Arbitrary<AccountsFigures> documents() {
        return Arbitraries.of(DocumentKind.BUDGET, DocumentKind.FINAL)
                .flatMap(kind -> Combinators.combine(
                                lines(kind, BaseFile.INCOME, CODES),
                                lines(kind, BaseFile.EXPENSE, CODES),
                                lines(kind, BaseFile.ECONOMIC, ECONOMIC),
                                lines(kind, BaseFile.THREE_PUBLIC, THREE_PUBLIC),
                                lines(kind, BaseFile.CARRY_OVER, CARRIED))
                        .as((income, expense, economic, threePublic, carryOver) -> figures(
                                kind,
                                Map.of(
                                        BaseFile.INCOME, income,
                                        BaseFile.EXPENSE, expense,
                                        BaseFile.ECONOMIC, economic,
                                        BaseFile.THREE_PUBLIC, threePublic,
                                        BaseFile.CARRY_OVER, carryOver))));
    }

    private static Arbitrary<List<Line>> lines(DocumentKind kind, BaseFile file, List<String> keys) {
        Arbitrary<Map<String, Money>> amounts = Arbitraries.maps(
                        Arbitraries.of(file.columns(kind)),
                        Arbitraries.longs()
                                .between(-900_000_000_00L, 900_000_000_00L)
                                .map(Money::ofFen))
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of(keys), Arbitraries.of(file.byFund() ? BaseFile.FUNDS : List.of("")), amounts)
                .as((key, fund, money) -> new Line(key, fund, "", money))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<Money> amount() {
        return Arbitraries.longs().between(0, 900_000_000_00L).map(Money::ofFen);
    }

    private static Arbitrary<Line> income() {
        return Combinators.combine(Arbitraries.of(CODES), Arbitraries.of(SOURCES), amount())
                .as((code, source, amount) -> new Line(code, "", "", Map.of(source, amount)));
    }

    private static Arbitrary<Line> expense() {
        return Combinators.combine(Arbitraries.of(CODES), Arbitraries.of(BaseFile.FUNDS), amount(), amount())
                .as((code, fund, basic, project) -> new Line(code, fund, "", Map.of("基本支出", basic, "项目支出", project)));
    }

    private static Arbitrary<Line> carryOver() {
        return Combinators.combine(Arbitraries.of(CODES), Arbitraries.of(BaseFile.FUNDS), amount())
                .as((code, fund, opening) -> new Line(code, fund, "", Map.of("年初结转和结余", opening)));
    }

    /** Basic expenditure of the general budget is split between wages and office cost, so that table 06 fits table 05. */
    private static AccountsFigures figures(
            List<Line> income, List<Line> expense, List<Line> carryOver, int wagesPercent) {
        long basic = expense.stream()
                .filter(line -> line.fund().equals("一般公共预算"))
                .mapToLong(line -> line.amount("基本支出").fen())
                .sum();
        long wages = basic / 100 * wagesPercent;
        List<Line> economic = new ArrayList<>();
        economic.add(new Line("30101", "", "", Map.of("基本支出", Money.ofFen(wages))));
        economic.add(new Line("30201", "", "", Map.of("基本支出", Money.ofFen(basic - wages))));
        Map<BaseFile, List<Line>> base = new HashMap<>();
        base.put(BaseFile.INCOME, income);
        base.put(BaseFile.EXPENSE, expense);
        base.put(BaseFile.CARRY_OVER, carryOver);
        base.put(BaseFile.ECONOMIC, economic);
        return figures(DocumentKind.FINAL, base);
    }

    private static AccountsFigures figures(DocumentKind kind, Map<BaseFile, List<Line>> base) {
        return new AccountsFigures(
                "样例市",
                "样例市医疗保障局",
                2024,
                kind,
                MoneyUnit.WAN_YUAN,
                2,
                false,
                "全年预算数",
                new Source("随机数据", "", ""),
                List.of(),
                new Texts(List.of(), List.of()),
                base,
                new Narrative(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of()),
                Map.of());
    }
}
