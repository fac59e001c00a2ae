package org.tongchou.platform.bench.counter;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Work at a fixed rate, whatever becomes of it, or as fast as it goes. */
final class Load {
    /** A piece of work that was due at a time, in nanoseconds. */
    @FunctionalInterface
    interface Work {
        void run(long number, long due);
    }

    /** Ends a load before all of it is done. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Load() {}

    /** At a fixed rate: each piece is due at its time, and late when it begins later. */
    static void open(double perSecond, int seconds, int threads, long first, Work work) throws InterruptedException {
        long began = System.nanoTime() + 100_000_000;
        long count = (long) (perSecond * seconds);
        AtomicLong next = new AtomicLong();
        all(threads, () -> {
            for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = began + (long) (i * 1e9 / perSecond);
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                work.run(first + i, due);
            }
            return null;
        });
    }

    /** As fast as some at a time go; gives how many seconds it took. */
    static double closed(long count, int threads, long first, Work work) throws InterruptedException {
        long began = System.nanoTime();
        AtomicLong next = new AtomicLong();
        all(threads, () -> {
            for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.run(first + i, System.nanoTime());
            }
            return null;
        });
        return (System.nanoTime() - began) / 1e9;
    }

    private static void all(int threads, Callable<Object> each) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Object> one : pool.invokeAll(Collections.nCopies(threads, each))) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof Over)) {
                throw new IllegalStateException(e.getCause());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
