package org.tongchou.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.benefit.claims.ClaimsFailure;
import org.tongchou.benefit.claims.ClaimsGenerator;
import org.tongchou.benefit.claims.ClaimsReading;
import org.tongchou.benefit.claims.ClaimsRecords;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.benefit.simulation.Resettled;
import org.tongchou.benefit.simulation.Resettlement;
import org.tongchou.benefit.simulation.Tally;

/** A year settled again against opening the same file and adding up the same lines, in one run. */
final class ResettlementBench {
    private static final int YEAR = 2026;
    private static final int SAMPLE = 20_000;

    private final PolicyPack pack;
    private final ClaimsYear year;
    private final WordMap words;
    private final long opened;

    private ResettlementBench(PolicyPack pack, ClaimsYear year, WordMap words, long opened) {
        this.pack = pack;
        this.year = year;
        this.words = words;
        this.opened = opened;
    }

    /**
     * What was measured; times in nanoseconds of the process's CPU time, so that other work on the machine does not count,
     * the least of the runs.
     *
     * @param open opening the file with all its checks, checksums included
     * @param sum adding up the amounts of all lines, bill by bill
     * @param columns adding up every column of all lines, bill by bill
     * @param one settling on one thread
     * @param two settling on two threads
     * @param oneClock settling on one thread, by wall clock
     * @param twoClock settling on two threads, by wall clock
     * @param allocated bytes for each bill, of the year settled at once
     */
    record Timing(
            int persons,
            int bills,
            int lines,
            long open,
            long sum,
            long columns,
            long one,
            long two,
            long oneClock,
            long twoClock,
            long allocated) {}

    /**
     * Bills settled one by one through the engine that makes settlements.
     *
     * @param plain nanoseconds of CPU time for each bill
     * @param explained the same with an explanation
     * @param plainBytes allocated for each bill
     * @param explainedBytes the same with an explanation
     */
    record Single(long plain, long explained, long plainBytes, long explainedBytes) {}

    /** Generates a year of synthetic persons and opens it. */
    static ResettlementBench generate(Path region, Path folder, int persons, long seed) throws IOException {
        PolicyPack pack = PolicyPack.read(region).getPack();
        new ClaimsGenerator(pack, YEAR, persons, seed).write(folder, done -> {});
        long start = cpu();
        ClaimsReading reading = ClaimsYear.open(folder);
        long opened = cpu() - start;
        List<ClaimsFailure> failures = new ArrayList<>();
        ClaimsYear year = reading.found()
                .orElseThrow(() -> new IOException(reading.failures().toString()));
        return new ResettlementBench(pack, year, year.wordsIn(pack.vocabulary(), failures), opened);
    }

    Timing measure(int runs) throws InterruptedException {
        long sum = Long.MAX_VALUE;
        long columns = Long.MAX_VALUE;
        Span one = Span.LONGEST;
        Span two = Span.LONGEST;
        Resettled first = settle(1);
        LineSums sums = new LineSums(year, words);
        for (int i = 0; i < runs; i++) {
            long start = cpu();
            long total = sums.amounts();
            long summed = cpu();
            long all = sums.columns();
            columns = Math.min(columns, cpu() - summed);
            sum = Math.min(sum, summed - start);
            if (total > all) {
                throw new IllegalStateException("one column is more than all");
            }
            one = one.least(settled(1, first));
            two = two.least(settled(2, first));
        }
        int bills = year.manifest().bills();
        int lines = year.manifest().lines();
        return new Timing(
                year.persons(),
                bills,
                lines,
                opened,
                sum,
                columns,
                one.cpu(),
                two.cpu(),
                one.clock(),
                two.clock(),
                allocation());
    }

    /** CPU time and wall clock, in nanoseconds. */
    private record Span(long cpu, long clock) {
        static final Span LONGEST = new Span(Long.MAX_VALUE, Long.MAX_VALUE);

        Span least(Span other) {
            return new Span(Math.min(cpu, other.cpu), Math.min(clock, other.clock));
        }
    }

    private Span settled(int threads, Resettled expected) throws InterruptedException {
        long cpu = cpu();
        long clock = System.nanoTime();
        Resettled result = settle(threads);
        Span span = new Span(cpu() - cpu, System.nanoTime() - clock);
        if (!result.equals(expected)) {
            throw new IllegalStateException("another result on " + threads + " threads");
        }
        return span;
    }

    /** CPU time of the process, garbage collection and compilation too. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Bytes for each bill, all threads of the work together. */
    private long allocation() throws InterruptedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[1];
        new Resettlement(year, words, 1)
                .run(
                        pack,
                        done -> allocated[0] = threads.getThreadAllocatedBytes(
                                Thread.currentThread().getId()));
        return allocated[0] / Math.max(1, year.manifest().bills());
    }

    private Resettled settle(int threads) throws InterruptedException {
        return new Resettlement(year, words, threads).run(pack, done -> {});
    }

    /** The sums of a year, to be shown. */
    Tally tally() throws InterruptedException {
        return settle(1).tally();
    }

    /** Settles persons of the beginning of the year one by one, with and without an explanation. */
    Single single(int runs) {
        List<Person> persons = new ArrayList<>();
        List<Bill> bills = new ArrayList<>();
        ClaimsRecords records = new ClaimsRecords(year);
        for (int row = 0; row < year.persons() && bills.size() < SAMPLE; row++) {
            Person person = records.person(row);
            for (int i = year.firstBill(row); i < year.endOfBills(row); i++) {
                bills.add(records.bill(i, String.valueOf(i)));
                persons.add(person);
            }
        }
        long[] plain = {Long.MAX_VALUE, Long.MAX_VALUE};
        long[] explained = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int i = 0; i < runs; i++) {
            pass(persons, bills, false, plain);
            pass(persons, bills, true, explained);
        }
        return new Single(plain[0], explained[0], plain[1], explained[1]);
    }

    private void pass(List<Person> persons, List<Bill> bills, boolean explain, long[] least) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Policy> policies = policies();
        long id = Thread.currentThread().getId();
        YearState state = YearState.start(policies.get(0).layout());
        Person before = null;
        long bytes = threads.getThreadAllocatedBytes(id);
        long start = cpu();
        for (int i = 0; i < bills.size(); i++) {
            if (!persons.get(i).equals(before)) {
                before = persons.get(i);
                state = YearState.start(policies.get(0).layout());
            }
            Bill bill = bills.get(i);
            Policy policy = policies.get(0).covers(bill.date()) ? policies.get(0) : policies.get(1);
            Outcome outcome = explain
                    ? BenefitEngine.settleAndExplain(policy, persons.get(i), state, bill)
                    : BenefitEngine.settle(policy, persons.get(i), state, bill);
            if (outcome instanceof Outcome.Settled settled) {
                state = settled.value().after();
            }
        }
        long time = cpu() - start;
        long allocated = threads.getThreadAllocatedBytes(id) - bytes;
        least[0] = Math.min(least[0], time / bills.size());
        least[1] = Math.min(least[1], allocated / bills.size());
    }

    private List<Policy> compiled = List.of();

    /** Those of both ends of the year: what is warm stays warm. */
    private List<Policy> policies() {
        if (compiled.isEmpty()) {
            compiled = List.of(
                    Policy.compile(pack, LocalDate.of(YEAR, 1, 1)), Policy.compile(pack, LocalDate.of(YEAR, 12, 31)));
        }
        return compiled;
    }
}
