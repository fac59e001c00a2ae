package org.tongchou.benefit.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.PolicyYear;

/**
 * Settles all bills of a year again, person by person in order, each person from nothing used up. The work is divided
 * into ranges of persons; the result does not depend on how many threads there are. Memory: the rules, a little for each
 * thread, and eight bytes for each person.
 */
public final class Resettlement {
    /** Persons taken at once by a thread. */
    private static final int RANGE = 2048;

    private final ClaimsYear year;
    private final WordMap words;
    private final int threads;

    /**
     * Prepares.
     *
     * @param year the bills
     * @param words the words of the year in the region of all packs that are tried
     * @param threads how many work at once, at least 1
     */
    public Resettlement(ClaimsYear year, WordMap words, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        this.year = year;
        this.words = words;
        this.threads = threads;
    }

    /**
     * Settles the year.
     *
     * @param pack a pack without errors
     * @param progress told from any thread how many persons have been done, in all
     * @throws InterruptedException when the calling thread is interrupted; all work ends first
     */
    public Resettled run(PolicyPack pack, IntConsumer progress) throws InterruptedException {
        int calendar = year.manifest().year();
        PolicyYear policies = PolicyYear.compile(pack, LocalDate.of(calendar, 1, 1), LocalDate.of(calendar, 12, 31));
        long[] burdens = new long[year.persons()];
        Arrays.fill(burdens, Resettled.NO_BILL);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
        List<RangeSettler> settlers = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            RangeSettler settler = new RangeSettler(year, words, policies, burdens);
            settlers.add(settler);
            Thread worker = new Thread(
                    () -> {
                        try {
                            work(settler, next, done, progress);
                        } catch (RuntimeException | Error e) {
                            trouble.compareAndSet(null, e);
                            next.set(year.persons());
                        }
                    },
                    "resettle-" + i);
            worker.setDaemon(true);
            workers.add(worker);
            worker.start();
        }
        join(workers, next);
        Throwable failure = trouble.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        Tally tally = new Tally(pack.vocabulary());
        settlers.forEach(settler -> tally.add(settler.tally()));
        return new Resettled(tally, burdens);
    }

    private void work(RangeSettler settler, AtomicInteger next, AtomicInteger done, IntConsumer progress) {
        int persons = year.persons();
        for (int from = next.getAndAdd(RANGE); from < persons; from = next.getAndAdd(RANGE)) {
            int to = Math.min(persons, from + RANGE);
            settler.settle(from, to);
            progress.accept(done.addAndGet(to - from));
        }
    }

    /** Waits for all, even when interrupted: then they take no further range. */
    private void join(List<Thread> workers, AtomicInteger next) throws InterruptedException {
        InterruptedException interrupted = null;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = e;
                    next.set(year.persons());
                }
            }
        }
        if (interrupted != null) {
            throw interrupted;
        }
    }
}
