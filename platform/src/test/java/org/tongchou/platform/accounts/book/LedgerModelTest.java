package org.tongchou.platform.accounts.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Refusal;

/** The ledger against a model that only adds: after any sequence of acts all sums are the model's. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerModelTest {
    private static final List<String> ECONOMIC = List.of("30201", "30202", "30211");
    private static final List<String> FUNDS = List.of("一般公共预算", "其他资金");

    @Autowired
    private Units units;

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    private BookFixture fixture;

    @BeforeAll
    void create() {
        fixture = BookFixture.create(units, books, database);
    }

    /** What sums are taken by. */
    private record Cell(long unit, String kind, int month, String economic, String fund) {
        static Cell of(NewEntry entry) {
            return new Cell(
                    entry.unitId(),
                    entry.kind().code(),
                    entry.date().getMonthValue(),
                    entry.economicCode(),
                    entry.fund());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2041, 2042, 2043, 2044, 2045})
    void everySumIsTheModels(int seed) {
        Random random = new Random(seed);
        Book book = books.open(BookFixture.CLERK, fixture.units().bureau().id(), seed);
        Map<Cell, Long> model = new HashMap<>();
        Map<Long, NewEntry> live = new HashMap<>();
        Map<Long, List<Long>> batches = new HashMap<>();
        for (int step = 0; step < 60; step++) {
            int act = random.nextInt(10);
            if (act < 6 || live.isEmpty()) {
                List<NewEntry> entries = IntStream.rangeClosed(0, random.nextInt(12))
                        .mapToObj(n -> entry(random, book))
                        .toList();
                long batch = seed * 1_000L + step;
                List<Long> ids = ledger.post(BookFixture.CLERK, book.id(), entries, batch)
                        .ids();
                batches.put(batch, ids);
                for (int i = 0; i < ids.size(); i++) {
                    live.put(ids.get(i), entries.get(i));
                    model.merge(Cell.of(entries.get(i)), entries.get(i).fen(), Long::sum);
                }
            } else if (act < 9) {
                Long id = any(random, live.keySet().stream());
                ledger.reverse(BookFixture.CLERK, id, "随机冲销");
                take(model, live, id);
            } else {
                Long batch = any(random, batches.keySet().stream());
                List<Long> left = batches.getOrDefault(batch, List.of()).stream()
                        .filter(live::containsKey)
                        .toList();
                if (!left.isEmpty()) {
                    assertThat(ledger.reverseBatch(BookFixture.CLERK, book.id(), batch, "随机冲销"))
                            .isEqualTo(left.size());
                    left.forEach(id -> take(model, live, id));
                }
            }
        }
        model.values().removeIf(fen -> fen == 0);
        assertThat(sums(book)).as("seed %d", seed).isEqualTo(model);
    }

    @Test
    void orderDoesNotMatter() {
        Random random = new Random(77);
        Book first = books.open(BookFixture.CLERK, fixture.units().bureau().id(), 2031);
        List<NewEntry> entries = new ArrayList<>(
                IntStream.range(0, 200).mapToObj(n -> entry(random, first)).toList());
        ledger.post(BookFixture.CLERK, first.id(), entries);
        Map<Cell, Long> together = sums(first);
        Book second = books.open(BookFixture.CLERK, fixture.units().county().id(), 2031);
        Collections.shuffle(entries, random);
        long county = fixture.units().county().id();
        for (NewEntry entry : entries) {
            ledger.postOne(BookFixture.CLERK, second.id(), moved(entry, county));
        }
        Map<Cell, Long> moved = new HashMap<>();
        together.forEach((cell, fen) ->
                moved.merge(new Cell(county, cell.kind(), cell.month(), cell.economic(), cell.fund()), fen, Long::sum));
        moved.values().removeIf(fen -> fen == 0);
        assertThat(sums(second)).isEqualTo(moved);
    }

    @Test
    void oneOfManyReversalsWins() throws Exception {
        long id = ledger.postOne(BookFixture.CLERK, fixture.book().id(), fixture.basic(4_242));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Callable<Boolean> reversal = () -> {
                try {
                    ledger.reverse(BookFixture.CLERK, id, "同时冲销");
                    return true;
                } catch (Refusal refused) {
                    return false;
                }
            };
            int won = 0;
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(6, reversal))) {
                won += done.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void take(Map<Cell, Long> model, Map<Long, NewEntry> live, Long id) {
        NewEntry entry = Objects.requireNonNull(live.remove(id));
        model.merge(Cell.of(entry), -entry.fen(), Long::sum);
    }

    private static Long any(Random random, Stream<Long> ids) {
        List<Long> sorted = ids.sorted().toList();
        return sorted.get(random.nextInt(sorted.size()));
    }

    private NewEntry entry(Random random, Book book) {
        long unit = random.nextBoolean()
                ? fixture.units().own().id()
                : fixture.units().centre().id();
        long fen = random.nextLong(-5_000_000, 5_000_000);
        NewEntry entry = fixture.entry(
                unit,
                random.nextBoolean() ? EntryKind.EXPENSE : EntryKind.BUDGET_INITIAL,
                null,
                ECONOMIC.get(random.nextInt(ECONOMIC.size())),
                FUNDS.get(random.nextInt(FUNDS.size())),
                "基本支出",
                fen == 0 ? 1 : fen);
        return BookFixture.on(LocalDate.of(book.year(), 1 + random.nextInt(12), 1 + random.nextInt(28)))
                .apply(entry);
    }

    private static NewEntry moved(NewEntry entry, long unit) {
        return new NewEntry(
                unit,
                entry.kind(),
                entry.date(),
                entry.voucherNo(),
                entry.summary(),
                entry.counterparty(),
                null,
                entry.functionalCode(),
                entry.economicCode(),
                entry.fund(),
                entry.nature(),
                entry.fen());
    }

    private Map<Cell, Long> sums(Book book) {
        Map<Cell, Long> sums = new HashMap<>();
        database.sql("""
                        select unit_id, kind, extract(month from entry_date)::int, economic_code, fund, sum(fen)::bigint
                        from accounts.entry where book_id = :book group by 1, 2, 3, 4, 5 having sum(fen) <> 0
                        """).param("book", book.id()).query(row -> {
            sums.put(
                    new Cell(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5)),
                    row.getLong(6));
        });
        return sums;
    }
}
