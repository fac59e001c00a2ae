package org.tongchou.platform.accounts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.accounts.derive.CellAddress;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.money.Money;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.EntryRules;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Every figure opens to entries that add up to it, whatever is in the books. */
@PlatformTest
class SourcesTest {
    private static final PageQuery PAGE = new PageQuery(1, 20, null);
    private static final List<EntryKind> KINDS = List.of(EntryKind.values());
    private static final List<String> FUNCTIONAL =
            List.of("2080505", "2101101", "2101301", "2101501", "2101502", "2101550", "2210201", "2296013");
    private static final List<String> ECONOMIC =
            List.of("30101", "30108", "30113", "30201", "30212", "30217", "30231", "30306", "31002", "31013");

    @Autowired
    private Units units;

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DocumentFlow flow;

    @Autowired
    private DocumentStore store;

    @Autowired
    private Drafts drafts;

    @Autowired
    private FigureSources sources;

    private DocumentFixture fixture;

    @BeforeEach
    void create() {
        fixture = DocumentFixture.get(units, books, ledger, database);
    }

    @Test
    void everyCellOfRandomBooksIsTheSumOfItsVouchersAndUnitsAddUp() {
        Random random = new Random(20240615);
        long bureau = document(fixture.bureau(), DocumentKind.FINAL);
        long budget = document(fixture.bureau(), DocumentKind.BUDGET);
        long own = document(fixture.own(), DocumentKind.FINAL);
        long centre = document(fixture.centre(), DocumentKind.FINAL);
        for (int round = 0; round < 2; round++) {
            List<NewEntry> entries = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                entries.add(random(random));
            }
            assertThat(ledger.post(BookFixture.CLERK, fixture.books().book().id(), entries)
                            .problems())
                    .isEmpty();
            everyCellIsTheSumOfItsVouchers(bureau);
            everyCellIsTheSumOfItsVouchers(budget);
            Map<CellAddress, Money> parts = amounts(own);
            amounts(centre).forEach((cell, amount) -> parts.merge(cell, amount, Money::plus));
            amounts(bureau)
                    .forEach((cell, amount) -> assertThat(parts.getOrDefault(cell, Money.ZERO))
                            .as("%s", cell)
                            .isEqualTo(amount));
        }
    }

    private void everyCellIsTheSumOfItsVouchers(long id) {
        Composed composed = open(id);
        int cells = 0;
        for (CellAddress cell : amounts(id).keySet()) {
            FigureSource view = sources.cell(composed, cell, PAGE);
            assertThat(view.entriesFen()).as("%s", cell).isEqualTo(view.fen());
            assertThat(view.facts().stream()
                            .mapToLong(FigureSource.SourceFact::fen)
                            .sum())
                    .as("%s", cell)
                    .isEqualTo(view.fen());
            assertThat(view.entries()).hasSizeLessThanOrEqualTo(20);
            cells++;
        }
        assertThat(cells).isGreaterThan(150);
    }

    private NewEntry random(Random random) {
        boolean atCentre = random.nextBoolean();
        long unit = atCentre ? fixture.centre() : fixture.own();
        EntryKind kind = KINDS.get(random.nextInt(KINDS.size()));
        List<String> funds = EntryRules.funds(kind);
        String fund = funds.get(random.nextInt(funds.size()));
        List<String> natures = EntryRules.natures(kind);
        String nature = natures.isEmpty() ? "" : natures.get(random.nextInt(natures.size()));
        boolean project = nature.equals("项目支出");
        boolean spending = EntryRules.isExpenditure(kind);
        long fen = random.nextInt(2_000_000_00) - 200_000_00L;
        return new NewEntry(
                unit,
                kind,
                kind == EntryKind.OPENING ? LocalDate.of(2024, 1, 1) : LocalDate.of(2024, 1 + random.nextInt(12), 9),
                "文-" + random.nextInt(1000),
                "随机",
                "",
                project
                        ? (Long)
                                (atCentre
                                        ? fixture.books().centreProject()
                                        : fixture.books().ownProject())
                        : null,
                FUNCTIONAL.get(random.nextInt(FUNCTIONAL.size())),
                spending ? ECONOMIC.get(random.nextInt(ECONOMIC.size())) : "",
                fund,
                nature,
                fen == 0 ? 1 : fen);
    }

    @Test
    void figuresOfSentencesOpenToEntriesRegistersAndOtherFigures() {
        long id = document(fixture.bureau(), DocumentKind.FINAL);
        Composed composed = open(id);
        long version = store.version(id, null).id();
        FigureSource agency = sources.figure(composed, version, "机关运行经费", PAGE);
        assertThat(agency.entriesTotal()).isPositive();
        assertThat(agency.fen()).isEqualTo(agency.entriesFen());
        assertThat(agency.entries())
                .allSatisfy(entry -> assertThat(entry.unit()).isEqualTo("样例市医疗保障局本级"));
        FigureSource goods = sources.figure(composed, version, "政府采购/货物", PAGE);
        assertThat(goods.printed()).isEqualTo("3.20 万元");
        assertThat(goods.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo("HT-1");
            assertThat(row.enteredBy()).isEqualTo("采购员");
        });
        FigureSource share = sources.figure(composed, version, "占比/小微企业合同金额/中小企业合同金额", PAGE);
        assertThat(share.parts()).extracting(FigureSource.SourcePart::key).containsExactly("小微企业合同金额", "中小企业合同金额");
        FigureSource total = sources.figure(composed, version, "收入合计", PAGE);
        assertThat(total.cells())
                .singleElement()
                .extracting(FigureSource.SourceCell::row)
                .isEqualTo("本年收入合计");
        assertThat(total.entriesFen()).isEqualTo(total.fen());
        assertThat(total.prior()).contains("600.00 万元").contains("2023 年决算批复");
        assertThat(sources.figure(composed, version, "接待批次", PAGE).printed()).isEqualTo("2 批次");
        assertThat(sources.figure(composed, version, "车辆总数", PAGE).rows()).hasSize(1);
    }

    @Test
    void unknownCellsAreNotFound() {
        Composed composed = open(document(fixture.bureau(), DocumentKind.FINAL));
        assertThatThrownBy(() -> sources.cell(composed, new CellAddress("总表", null, "没有", "金额"), PAGE))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sources.figure(composed, 1, "没有", PAGE)).isInstanceOf(Refusal.class);
    }

    private long document(long unit, DocumentKind kind) {
        return store.find(unit, 2024, kind)
                .map(Document::id)
                .orElseGet(() -> flow.create(DocumentFixture.EDITOR, unit, 2024, kind, "万元"));
    }

    private Composed open(long id) {
        return drafts.open(store.get(DocumentFixture.EDITOR, id), store.version(id, null));
    }

    private Map<CellAddress, Money> amounts(long id) {
        Map<CellAddress, Money> amounts = new LinkedHashMap<>();
        for (FigureTable table : open(id).derived().tables().values()) {
            for (FigureRow row : table.rows()) {
                row.values()
                        .forEach((column, amount) ->
                                amounts.put(new CellAddress(table.topic(), row.side(), row.row(), column), amount));
            }
        }
        return amounts;
    }
}
