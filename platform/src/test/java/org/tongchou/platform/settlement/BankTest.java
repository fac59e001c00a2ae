package org.tongchou.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Refusal;

/**
 * Many at once, as at a bank: bills, cancellations and money that comes in, for few people, so that they always meet. Whatever happens,
 * nothing is lost and nothing is there twice. Some seconds; longer with {@code -Dtongchou.bank.minutes}.
 */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankTest {
    private static final int THREADS = 16;
    private static final Duration TIME =
            Duration.ofSeconds(4).plus(Duration.ofMinutes(Integer.getInteger("tongchou.bank.minutes", 0)));

    private static final String SETTLED = "select count(*) from settlement.settlement where reverses is null";
    private static final String CANCELLED = "select count(*) from settlement.settlement where reverses is not null";
    private static final String USED = "select coalesce(sum(account_fen), 0) from settlement.settlement";

    @Autowired
    private Counter counter;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    @Autowired
    private List<Verification> verifications;

    @BeforeAll
    void fill() {
        counter.fill();
    }

    /** One visit and what stands of it. */
    private record Open(Visit visit, long person, long fen) {}

    @Test
    void ofManyActsAtOnceNothingIsLostAndNothingDoneTwice() throws Exception {
        List<Long> employees = new ArrayList<>();
        List<Long> residents = new ArrayList<>();
        AtomicLong credited = new AtomicLong();
        for (int i = 0; i < 4; i++) {
            employees.add(counter.person("employee", "在职"));
            residents.add(counter.person("resident", "成年居民"));
        }
        for (long person : employees) {
            counter.credit(person, 10_000);
            credited.addAndGet(10_000);
        }
        long settledBefore = count(SETTLED);
        long cancelledBefore = count(CANCELLED);
        long usedBefore = count(USED);
        ConcurrentLinkedQueue<Settled> standing = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Open> visits = new ConcurrentLinkedQueue<>();
        AtomicLong settled = new AtomicLong();
        AtomicLong cancelled = new AtomicLong();
        Instant end = Instant.now().plus(TIME);
        together(thread -> () -> {
            Random random = new Random(thread);
            while (Instant.now().isBefore(end)) {
                int act = random.nextInt(10);
                boolean employee = random.nextBoolean();
                List<Long> people = employee ? employees : residents;
                long person = people.get(random.nextInt(people.size()));
                if (act < 6) {
                    long yuan = 10L + random.nextInt(400);
                    Visit visit = counter.visit(
                            person, employee ? "employee" : "resident", "outpatient", Long.toString(yuan));
                    standing.add(counter.settle(visit, yuan * 100));
                    visits.add(new Open(visit, person, yuan * 100));
                    settled.incrementAndGet();
                } else if (act < 9) {
                    Settled one = standing.poll();
                    Open open = visits.stream()
                            .filter(some -> one != null && some.visit().id() == one.visitId())
                            .findFirst()
                            .orElse(null);
                    if (one != null && open != null) {
                        counter.cancel(open.visit(), one.id());
                        cancelled.incrementAndGet();
                        if (random.nextBoolean()) {
                            standing.add(counter.settle(open.visit(), open.fen()));
                            settled.incrementAndGet();
                        } else {
                            visits.remove(open);
                        }
                    }
                } else if (employee) {
                    counter.credit(person, 2_000);
                    credited.addAndGet(2_000);
                }
            }
            return null;
        });
        assertThat(settled.get()).isGreaterThan(10);
        assertThat(count(SETTLED) - settledBefore).isEqualTo(settled.get());
        assertThat(count(CANCELLED) - cancelledBefore).isEqualTo(cancelled.get());
        long used = count(USED);
        long left = employees.stream()
                .mapToLong(person -> accounts.balance(person).fen())
                .sum();
        assertThat(left).isEqualTo(credited.get() - used + usedBefore);
        assertThat(employees).allMatch(person -> accounts.balance(person).fen() >= 0);
        assertThat(-ledger.balance(Funds.ACCOUNT, FundAccounts.DUE_TO_PROVIDERS, Counter.HOSPITAL, counter.today))
                .isEqualTo(used);
        nothingIsWrong();
        System.out.printf("同时办理：结算 %,d 笔，撤销 %,d 笔，%s%n", settled.get(), cancelled.get(), TIME);
    }

    @Test
    void aVisitThatIsSettledAndCancelledAtOnceEndsInOneOfBoth() throws Exception {
        long person = counter.person("employee", "在职");
        counter.credit(person, 100_000);
        for (int round = 0; round < 5; round++) {
            Visit visit = counter.visit(person, "employee", "outpatient", "120.00");
            Settled first = counter.settle(visit, 12_000);
            AtomicLong done = new AtomicLong();
            together(thread -> () -> {
                try {
                    if (thread % 2 == 0) {
                        counter.cancel(visit, first.id());
                        done.addAndGet(100);
                    } else {
                        counter.settle(visit, 12_000);
                        done.incrementAndGet();
                    }
                } catch (Refusal refused) {
                    assertThat(refused.code()).isIn("E-SET-007", "E-SET-031", "E-SET-040");
                }
                return null;
            });
            assertThat(done.get()).as("one cancels, at most one settles again").isIn(100L, 101L);
            assertThat(count("select count(*) from settlement.settlement s where visit_id = " + visit.id()
                            + " and reverses is null and not exists (select from settlement.settlement m"
                            + " where m.reverses = s.id)"))
                    .isEqualTo(done.get() - 100);
        }
        nothingIsWrong();
    }

    @Test
    void ofSixteenStaysTheLastOfTheCeilingIsPaidOnce() throws Exception {
        long alone = 0;
        long one = counter.person("resident", "成年居民");
        for (int i = 0; i < THREADS; i++) {
            alone += fund(one);
        }
        long person = counter.person("resident", "成年居民");
        AtomicLong together = new AtomicLong();
        together(thread -> () -> together.addAndGet(fund(person)));
        assertThat(together.get()).as("as one after the other").isEqualTo(alone);
        nothingIsWrong();
    }

    /** What funds pay of a visit that by itself would use up a good part of the year. */
    private long fund(long person) {
        Visit visit = counter.visit(person, "resident", "outpatient", "1500.00");
        return counter.settle(visit, 150_000).amounts().fund();
    }

    private void nothingIsWrong() {
        assertThat(verifications.stream()
                        .filter(verification -> !verification.name().contains("审计"))
                        .flatMap(verification -> verification.problems().stream()))
                .isEmpty();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    /** What one of many does. */
    @FunctionalInterface
    private interface Part {
        Callable<Object> of(int thread);
    }

    /** All begin at the same moment; the first failure fails the test. */
    private static void together(Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Object>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Callable<Object> work = part.of(i);
                all.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            for (Future<Object> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
