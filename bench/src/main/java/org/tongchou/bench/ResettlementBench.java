package org.tongchou.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tongchou.benefit.claims.ClaimsGenerator;
import org.tongchou.benefit.claims.ClaimsManifest;
import org.tongchou.benefit.claims.ClaimsReading;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.simulation.Resettled;
import org.tongchou.benefit.simulation.Resettlement;

/** A year settled again against opening the same file and adding up the same rows, in turn in one run. */
final class ResettlementBench {
    private static final int YEAR = 2026;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final PolicyPack pack;
    private final Path folder;
    private final ClaimsYear year;
    private final WordMap words;
    private final long generated;

    private final Samples opened = new Samples();
    private final Map<LineSums.Columns, Samples> sums = new EnumMap<>(LineSums.Columns.class);
    private final Map<LineSums.Columns, Long> totals = new EnumMap<>(LineSums.Columns.class);
    private final Samples settled = new Samples();
    private final Samples clockOfOne = new Samples();
    private final Samples clockOfTwo = new Samples();

    private ResettlementBench(PolicyPack pack, Path folder, long generated) throws IOException {
        this.pack = pack;
        this.folder = folder;
        this.generated = generated;
        year = open();
        words = year.wordsIn(pack.vocabulary(), new ArrayList<>());
    }

    /**
     * Medians: times in nanoseconds of the CPU time of the threads that did the work, so that other work on the machine
     * counts little.
     *
     * @param rows how many persons, bills and lines
     * @param generate writing the year file, once
     * @param open opening the file with all its checks, checksums included
     * @param sums adding up columns, person by person
     * @param settle settling on one thread, making the rules ready included
     * @param clockOfOne settling on one thread, by wall clock
     * @param clockOfTwo settling on two threads, by wall clock
     * @param allocated bytes for each bill
     * @param result what came out
     */
    record Timing(
            ClaimsManifest rows,
            long generate,
            long open,
            Map<LineSums.Columns, Long> sums,
            long settle,
            long clockOfOne,
            long clockOfTwo,
            long allocated,
            Resettled result) {}

    /** Generates a year of synthetic persons and measures as many runs as are asked for, after a first one. */
    static Timing measure(Path region, Path folder, int persons, long seed, int runs)
            throws IOException, InterruptedException {
        PolicyPack pack = PolicyPack.read(region).getPack();
        long start = THREADS.getCurrentThreadCpuTime();
        new ClaimsGenerator(pack, YEAR, persons, seed).write(folder, done -> {});
        return new ResettlementBench(pack, folder, THREADS.getCurrentThreadCpuTime() - start).measure(runs);
    }

    private ClaimsYear open() throws IOException {
        ClaimsReading reading = ClaimsYear.open(folder);
        return reading.found()
                .orElseThrow(() -> new IOException(reading.failures().toString()));
    }

    private Timing measure(int runs) throws IOException, InterruptedException {
        Resettled result = settle(1, new Samples(), new Samples());
        for (int i = 0; i < runs; i++) {
            run(result);
        }
        Map<LineSums.Columns, Long> medians = new EnumMap<>(LineSums.Columns.class);
        sums.forEach((columns, samples) -> medians.put(columns, samples.median()));
        return new Timing(
                year.manifest(),
                generated,
                opened.median(),
                medians,
                settled.median(),
                clockOfOne.median(),
                clockOfTwo.median(),
                allocated(),
                result);
    }

    /** Each once, so that noise meets all of them. */
    private void run(Resettled expected) throws IOException, InterruptedException {
        long start = THREADS.getCurrentThreadCpuTime();
        open();
        opened.add(THREADS.getCurrentThreadCpuTime() - start);
        LineSums reader = new LineSums(year, words);
        for (LineSums.Columns columns : LineSums.Columns.values()) {
            start = THREADS.getCurrentThreadCpuTime();
            long sum = reader.of(columns);
            sums.computeIfAbsent(columns, key -> new Samples()).add(THREADS.getCurrentThreadCpuTime() - start);
            check(totals.computeIfAbsent(columns, key -> sum) == sum, "another sum of the same year");
        }
        check(settle(1, settled, clockOfOne).equals(expected), "another result of the same year");
        check(settle(2, new Samples(), clockOfTwo).equals(expected), "another result on two threads");
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Settles; the CPU time is that of the calling thread and of the one that told last what it had done. */
    private Resettled settle(int threads, Samples cpu, Samples clock) throws InterruptedException {
        AtomicLong work = new AtomicLong();
        long start = THREADS.getCurrentThreadCpuTime();
        long clockStart = System.nanoTime();
        Resettled result =
                new Resettlement(year, words, threads).run(pack, done -> work.set(THREADS.getCurrentThreadCpuTime()));
        clock.add(System.nanoTime() - clockStart);
        cpu.add(THREADS.getCurrentThreadCpuTime() - start + work.get());
        return result;
    }

    /** Bytes for each bill, settled on one thread. */
    private long allocated() throws InterruptedException {
        AtomicLong bytes = new AtomicLong();
        new Resettlement(year, words, 1).run(pack, done -> bytes.set(THREADS.getCurrentThreadAllocatedBytes()));
        return bytes.get() / Math.max(1, year.manifest().bills());
    }
}
