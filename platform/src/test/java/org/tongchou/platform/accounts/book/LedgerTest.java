package org.tongchou.platform.accounts.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
    private BookFixture fixture;

    @Autowired
    private Units units;

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Entries entries;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void create() {
        if (fixture == null
                || database.sql("select count(*) from accounts.book")
                                .query(Long.class)
                                .single()
                        == 0) {
            fixture = BookFixture.create(units, books, database);
        }
    }

    @Test
    void postsInOrderAndTellsWho() {
        Posting posting =
                ledger.post(BookFixture.CLERK, fixture.book().id(), List.of(fixture.basic(12_345), fixture.spent(-99)));
        assertThat(posting.problems()).isEmpty();
        EntryRow first = entries.get(BookFixture.CLERK, posting.ids().get(0));
        EntryRow second = entries.get(BookFixture.CLERK, posting.ids().get(1));
        assertThat(first.fen()).isEqualTo(12_345);
        assertThat(first.functionalName()).isEqualTo("行政运行");
        assertThat(first.economicName()).isEqualTo("办公费");
        assertThat(first.createdName()).isEqualTo("测试用户");
        assertThat(second.projectName()).isEqualTo("医疗救助补助");
        assertThat(second.fen()).isEqualTo(-99);
    }

    @Test
    void postsNothingWhenOneEntryIsWrong() {
        long before = count();
        NewEntry wrong = BookFixture.on(LocalDate.of(2023, 12, 31)).apply(fixture.basic(0));
        Posting posting = ledger.post(BookFixture.CLERK, fixture.book().id(), List.of(fixture.basic(1), wrong));
        assertThat(posting.posted()).isFalse();
        assertThat(posting.problems())
                .extracting(EntryProblem::index, EntryProblem::code, EntryProblem::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "E-BKS-102", "日期"),
                        org.assertj.core.groups.Tuple.tuple(1, "E-BKS-112", "金额"));
        assertThat(posting.problems().get(0).sentence()).isEqualTo("日期的值“2023-12-31”不可用，应为2024 年内的日期");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void reversesOnceWithAReason() {
        long id = ledger.postOne(BookFixture.CLERK, fixture.book().id(), fixture.basic(777));
        assertThatThrownBy(() -> ledger.reverse(BookFixture.CLERK, id, " "))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("冲销原因");
        long mirror = ledger.reverse(BookFixture.CLERK, id, "重复登记");
        EntryRow row = entries.get(BookFixture.CLERK, mirror);
        assertThat(row.fen()).isEqualTo(-777);
        assertThat(row.reverses()).isEqualTo(id);
        assertThat(row.summary()).isEqualTo("冲销：重复登记");
        assertThat(entries.get(BookFixture.CLERK, id).reversedBy()).isEqualTo(mirror);
        assertThatThrownBy(() -> ledger.reverse(BookFixture.CLERK, id, "再来")).hasMessageContaining("已经冲销过");
        assertThatThrownBy(() -> ledger.reverse(BookFixture.CLERK, mirror, "再来"))
                .hasMessageContaining("不能再冲销");
    }

    @Test
    void reversesABatchCompletely() {
        ledger.post(
                BookFixture.CLERK,
                fixture.book().id(),
                IntStream.rangeClosed(1, 50).mapToObj(fixture::basic).toList(),
                4711L);
        EntryFilter batch = filter(4711L, "live");
        EntryRow one = entries.list(BookFixture.CLERK, batch, new PageQuery(1, 1, "-fen"))
                .items()
                .get(0);
        assertThat(one.fen()).isEqualTo(50);
        ledger.reverse(BookFixture.CLERK, one.id(), "单笔");
        assertThat(ledger.reverseBatch(BookFixture.CLERK, fixture.book().id(), 4711, "整批"))
                .isEqualTo(49);
        assertThat(entries.list(BookFixture.CLERK, batch, new PageQuery(1, 1, null))
                        .totals()
                        .count())
                .isZero();
        assertThatThrownBy(() ->
                        ledger.reverseBatch(BookFixture.CLERK, fixture.book().id(), 4711, "整批"))
                .hasMessageContaining("已经全部冲销");
    }

    @Test
    void refusesWhatIsOutOfScope() {
        long id = ledger.postOne(BookFixture.CLERK, fixture.book().id(), fixture.basic(5));
        var centre = TestActors.actorIn(List.of(fixture.units().centre().id()));
        var county = TestActors.actorIn(List.of(fixture.units().county().id()));
        assertThatThrownBy(() -> entries.get(centre, id)).hasMessageContaining("没有找到");
        assertThatThrownBy(() -> ledger.reverse(centre, id, "越权")).hasMessageContaining("不在您的数据范围内");
        assertThat(ledger.post(centre, fixture.book().id(), List.of(fixture.basic(5)))
                        .problems())
                .extracting(EntryProblem::field)
                .contains("单位");
        assertThatThrownBy(() -> ledger.post(county, fixture.book().id(), List.of(fixture.basic(5))))
                .hasMessageContaining("没有找到账套");
    }

    @Test
    void closedBooksStayAsTheyAre() {
        Book book = books.open(BookFixture.CLERK, fixture.units().bureau().id(), 2022);
        Book closed = books.setOpen(BookFixture.CLERK, book.id(), false, book.version());
        assertThatThrownBy(() -> ledger.post(BookFixture.CLERK, book.id(), List.of(fixture.basic(5))))
                .hasMessageContaining("已经关闭");
        assertThatThrownBy(() -> books.setOpen(BookFixture.CLERK, book.id(), true, book.version()))
                .hasMessageContaining("测试用户");
        assertThat(books.setOpen(BookFixture.CLERK, book.id(), true, closed.version())
                        .open())
                .isTrue();
        assertThatThrownBy(() ->
                        books.open(BookFixture.CLERK, fixture.units().bureau().id(), 2022))
                .hasMessageContaining("已经开设");
    }

    @Test
    void theDatabaseRefusesChanges() {
        long id = ledger.postOne(BookFixture.CLERK, fixture.book().id(), fixture.basic(31));
        assertThatThrownBy(() -> database.sql("update accounts.entry set fen = 1 where id = " + id)
                        .update())
                .hasMessageContaining("只能追加");
        assertThatThrownBy(() -> database.sql("delete from accounts.entry where id = " + id)
                        .update())
                .hasMessageContaining("只能追加");
    }

    @Test
    void postsTwoHundredThousandRowsInSeconds() {
        Book book = books.open(BookFixture.CLERK, fixture.units().county().id(), 2024);
        NewEntry county =
                fixture.entry(fixture.units().county().id(), EntryKind.EXPENSE, null, "30201", "一般公共预算", "基本支出", 1);
        long start = System.nanoTime();
        Posting posting = ledger.post(BookFixture.CLERK, book.id(), Collections.nCopies(200_000, county));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(posting.ids()).hasSize(200_000).isSorted();
        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }

    /** A version is frozen under an exclusive lock: it sees whole postings only, and its watermark misses none. */
    @Test
    void freezingSeesWholePostings() throws Exception {
        Book book = books.open(BookFixture.CLERK, fixture.units().county().id(), 2023);
        NewEntry one = BookFixture.on(LocalDate.of(2023, 5, 5))
                .apply(fixture.entry(
                        fixture.units().county().id(), EntryKind.EXPENSE, null, "30201", "一般公共预算", "基本支出", 100));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<?>> posters = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(n -> threads.submit(() -> {
                        start.await();
                        for (int i = 0; i < 20; i++) {
                            ledger.post(BookFixture.CLERK, book.id(), Collections.nCopies(10, one));
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (int i = 0; i < 20; i++) {
                transaction.executeWithoutResult(status -> {
                    database.sql("select id from accounts.book where id = :id for update")
                            .param("id", book.id())
                            .query(Long.class)
                            .single();
                    long[] first = seen(book);
                    assertThat(first[0] % 10).isZero();
                    assertThat(seen(book)).isEqualTo(first);
                });
            }
            for (Future<?> poster : posters) {
                poster.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen(book)[0]).isEqualTo(800);
    }

    private long[] seen(Book book) {
        return database.sql("select count(*), coalesce(max(id), 0) from accounts.entry where book_id = :id")
                .param("id", book.id())
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    private long count() {
        return database.sql("select count(*) from accounts.entry")
                .query(Long.class)
                .single();
    }

    private EntryFilter filter(Long batch, String state) {
        return new EntryFilter(
                fixture.book().id(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                batch,
                null,
                null,
                null,
                null,
                state);
    }
}
