package org.tongchou.platform.accounts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.accounts.derive.CellAddress;
import org.tongchou.accounts.derive.KeyFigure;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.Rounding;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestDatabase;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.Voucher;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.EntryRules;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.accounts.book.Posting;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.PageQuery;

/**
 * Whatever is in the books: every figure is the sum of the vouchers that it opens to, and the department is the sum of
 * its units. Every book is posted to the real database and taken back; a book that fails is reported with its seed and
 * made smaller.
 */
@PlatformTest
class SourcesProperties {
    private static final PageQuery ALL = new PageQuery(1, 500, null);
    private static final List<String> FUNCTIONAL =
            List.of("2080505", "2101101", "2101301", "2101501", "2101550", "2210201", "2296013");
    private static final List<String> ECONOMIC =
            List.of("30101", "30113", "30201", "30212", "30217", "30231", "30306", "30913", "31002", "31013");
    private static final List<String> FISCAL = List.of("一般公共预算", "政府性基金", "国有资本经营");
    private static @Nullable Desk shared;

    /** What the properties need of the application. */
    private record Desk(
            TransactionTemplate transactions,
            Ledger ledger,
            DocumentFlow flow,
            DocumentStore store,
            Drafts drafts,
            FigureSources sources,
            BookFixture books) {}

    /**
     * A line of a random book.
     *
     * @param centre whether it belongs to the centre rather than to the 本级
     * @param pick chooses among the words that entries of the kind may have
     * @param fen its amount
     * @param reversed whether it is reversed after everything is posted
     */
    private record Draw(
            boolean centre, EntryKind kind, String functional, String economic, int pick, long fen, boolean reversed) {}

    @BeforeContainer
    static void start() throws Exception {
        TestDatabase.renew();
        ApplicationContext application =
                new TestContextManager(SourcesProperties.class).getTestContext().getApplicationContext();
        shared = new Desk(
                application.getBean(TransactionTemplate.class),
                application.getBean(Ledger.class),
                application.getBean(DocumentFlow.class),
                application.getBean(DocumentStore.class),
                application.getBean(Drafts.class),
                application.getBean(FigureSources.class),
                BookFixture.create(
                        application.getBean(Units.class),
                        application.getBean(Books.class),
                        application.getBean(JdbcClient.class)));
    }

    private static Desk desk() {
        if (shared == null) {
            throw new IllegalStateException("not started");
        }
        return shared;
    }

    @Property(tries = 25)
    void everyFigureIsTheSumOfItsVouchersAndTheDepartmentOfItsUnits(@ForAll("books") List<Draw> book) {
        desk().transactions().executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            List<NewEntry> standing = post(book);
            for (DocumentKind kind : DocumentKind.values()) {
                Composed bureau = document(desk().books().units().bureau().id(), kind);
                everyCellIsTheSumOfItsVouchers(bureau);
                everyFigureOfASentenceIsTheSumOfItsVouchers(bureau);
                isWhatTheVouchersSay(bureau, kind, standing);
                Map<CellAddress, Money> parts =
                        amounts(document(desk().books().units().own().id(), kind));
                amounts(document(desk().books().units().centre().id(), kind))
                        .forEach((cell, amount) -> parts.merge(cell, amount, Money::plus));
                amounts(bureau)
                        .forEach((cell, amount) -> assertThat(parts.getOrDefault(cell, Money.ZERO))
                                .as("%s of all units", cell)
                                .isEqualTo(amount));
            }
        });
    }

    private static void everyCellIsTheSumOfItsVouchers(Composed composed) {
        Map<CellAddress, Money> amounts = amounts(composed);
        assertThat(amounts).hasSizeGreaterThan(60);
        amounts.forEach((cell, amount) -> {
            FigureSource source = desk().sources().cell(composed, cell, ALL);
            assertThat(source.fen()).as("%s", cell).isEqualTo(amount.fen());
            isTheSumOfItsVouchers(source, amount.fen());
            assertThat(source.facts().stream()
                            .mapToLong(FigureSource.SourceFact::fen)
                            .sum())
                    .as("facts of %s", cell)
                    .isEqualTo(amount.fen());
        });
    }

    private static void isTheSumOfItsVouchers(FigureSource source, long fen) {
        assertThat(source.entriesFen()).as(source.title()).isEqualTo(fen);
        assertThat(source.entries())
                .as(source.title())
                .hasSize((int) source.entriesTotal())
                .extracting(Voucher::id)
                .doesNotHaveDuplicates();
        assertThat(source.entries().stream().mapToLong(Voucher::fen).sum())
                .as(source.title())
                .isEqualTo(fen);
    }

    /** Sums of money that tables or entries give; a share is the quotient of the two figures that it names. */
    private static void everyFigureOfASentenceIsTheSumOfItsVouchers(Composed composed) {
        Map<String, KeyFigure> figures = composed.derived().figures();
        assertThat(figures).containsKeys("收入合计", "支出合计", "基本支出", "三公合计", "机关运行经费");
        figures.forEach((key, figure) -> {
            FigureSource source = desk().sources().figure(composed, 0, key, ALL);
            if (!figure.origins().isEmpty()) {
                isTheSumOfItsVouchers(
                        source, Money.of(figure.value(), MoneyUnit.WAN_YUAN).fen());
            } else if (List.of(EntryRule.AGENCY_COST, EntryRule.HANDED_DOWN).contains(key)) {
                isTheSumOfItsVouchers(source, source.entriesFen());
                assertThat(Money.ofFen(source.entriesFen()).in(MoneyUnit.WAN_YUAN, 2, Rounding.HALF_UP))
                        .as(key)
                        .isEqualByComparingTo(figure.value());
            } else if (figure.unit().equals("%")) {
                assertThat(figure.keys()).as(key).hasSize(2);
                BigDecimal part = value(figures, figure.keys().get(0));
                BigDecimal whole = value(figures, figure.keys().get(1));
                assertThat(figure.value().multiply(whole).movePointLeft(2))
                        .as(key)
                        .isCloseTo(part, within(new BigDecimal("0.000001")));
            }
        });
    }

    private static BigDecimal value(Map<String, KeyFigure> figures, String key) {
        return Objects.requireNonNull(figures.get(key), key).value();
    }

    /** The plainest tables, added up again from what was posted. */
    private static void isWhatTheVouchersSay(Composed composed, DocumentKind kind, List<NewEntry> standing) {
        EntryKind income = kind == DocumentKind.FINAL ? EntryKind.INCOME : EntryKind.BUDGET_INCOME;
        EntryKind expense = kind == DocumentKind.FINAL ? EntryKind.EXPENSE : EntryKind.BUDGET_INITIAL;
        Map<CellAddress, Money> said = new HashMap<>();
        for (NewEntry entry : standing) {
            for (String row : List.of("合计", code(entry, 3), code(entry, 5), code(entry, 7))) {
                if (entry.kind() == income) {
                    add(said, "收入", row, entry.fund(), entry);
                    if (FISCAL.contains(entry.fund())) {
                        add(said, "收入", row, "财政拨款收入", entry);
                    }
                    add(said, "收入", row, "合计", entry);
                } else if (entry.kind() == expense) {
                    add(said, "支出", row, entry.nature(), entry);
                    add(said, "支出", row, "合计", entry);
                    if (entry.fund().equals("一般公共预算")) {
                        add(said, "一般公共预算支出", row, entry.nature(), entry);
                        add(said, "一般公共预算支出", row, "合计", entry);
                    }
                }
            }
        }
        Map<CellAddress, Money> printed = amounts(composed);
        printed.forEach((cell, amount) -> {
            if (List.of("收入", "支出", "一般公共预算支出").contains(cell.topic()) && !amount.isZero()) {
                assertThat(said.get(cell)).as("%s", cell).isEqualTo(amount);
            }
        });
        said.forEach((cell, amount) -> {
            boolean shown = printed.containsKey(new CellAddress(cell.topic(), null, "合计", cell.column()));
            if (shown && !amount.isZero()) {
                assertThat(printed.get(cell)).as("%s", cell).isEqualTo(amount);
            }
        });
    }

    private static String code(NewEntry entry, int digits) {
        return entry.functionalCode().substring(0, digits);
    }

    private static void add(Map<CellAddress, Money> sums, String topic, String row, String column, NewEntry entry) {
        sums.merge(new CellAddress(topic, null, row, column), Money.ofFen(entry.fen()), Money::plus);
    }

    private static Composed document(long unit, DocumentKind kind) {
        long id = desk().store()
                .find(unit, 2024, kind)
                .map(Document::id)
                .orElseGet(() -> desk().flow().create(DocumentFixture.EDITOR, unit, 2024, kind, "万元"));
        return desk().drafts()
                .open(
                        desk().store().get(DocumentFixture.EDITOR, id),
                        desk().store().version(id, null));
    }

    private static Map<CellAddress, Money> amounts(Composed composed) {
        Map<CellAddress, Money> amounts = new LinkedHashMap<>();
        for (FigureTable table : composed.derived().tables().values()) {
            for (FigureRow row : table.rows()) {
                row.values()
                        .forEach((column, amount) ->
                                amounts.put(new CellAddress(table.topic(), row.side(), row.row(), column), amount));
            }
        }
        return amounts;
    }

    // ---- random books

    /** Posts a book and gives the entries that were not reversed. */
    private static List<NewEntry> post(List<Draw> book) {
        List<NewEntry> entries = book.stream().map(SourcesProperties::entry).toList();
        Posting posting =
                desk().ledger().post(BookFixture.CLERK, desk().books().book().id(), entries);
        assertThat(posting.problems()).isEmpty();
        List<NewEntry> standing = new ArrayList<>();
        for (int i = 0; i < book.size(); i++) {
            if (book.get(i).reversed()) {
                desk().ledger().reverse(BookFixture.CLERK, posting.ids().get(i), "登记有误");
            } else {
                standing.add(entries.get(i));
            }
        }
        return standing;
    }

    private static NewEntry entry(Draw draw) {
        BookFixture books = desk().books();
        EntryKind kind = draw.kind();
        List<String> funds = EntryRules.funds(kind);
        List<String> natures = EntryRules.natures(kind);
        String nature = natures.isEmpty() ? "" : natures.get(draw.pick() % natures.size());
        Long project = draw.centre() ? (Long) books.centreProject() : (Long) books.ownProject();
        return new NewEntry(
                draw.centre()
                        ? books.units().centre().id()
                        : books.units().own().id(),
                kind,
                LocalDate.of(2024, kind == EntryKind.OPENING ? 1 : 1 + draw.pick() % 12, 1),
                "文-1",
                "随机",
                "",
                nature.equals("项目支出") ? project : null,
                draw.functional(),
                EntryRules.isExpenditure(kind) ? draw.economic() : "",
                funds.get(draw.pick() % funds.size()),
                nature,
                draw.fen());
    }

    @Provide
    Arbitrary<List<Draw>> books() {
        Arbitrary<Long> fen = Arbitraries.longs()
                .between(-2_000_000_000_00L, 2_000_000_000_00L)
                .filter(amount -> amount != 0);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(EntryKind.values()),
                        Arbitraries.of(FUNCTIONAL),
                        Arbitraries.of(ECONOMIC),
                        Arbitraries.integers().between(0, 999),
                        fen,
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(Draw::new)
                .list()
                .ofMaxSize(80);
    }
}
