package org.tongchou.platform.bench.counter;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How long calls took, each kept, by transaction; exact percentiles. */
final class Latencies {
    private final Map<String, Values> byName = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();

    void note(String name, long micros) {
        byName.computeIfAbsent(name, key -> new Values()).add(micros);
    }

    /** What of them there are: how many, and the longest time of a share of them, in milliseconds. */
    record Shares(long count, double p50, double p95, double p99, double most) {
        @Override
        public String toString() {
            return String.format("%,8d 次  P50 %7.1f  P95 %7.1f  P99 %7.1f  最长 %8.1f 毫秒", count, p50, p95, p99, most);
        }
    }

    Shares of(String name) {
        return byName.getOrDefault(name, new Values()).shares();
    }

    long count(String name) {
        Values values = byName.get(name);
        return values == null ? 0 : values.count();
    }

    void print(Report report) {
        double seconds = (System.nanoTime() - began) / 1e9;
        long all = byName.values().stream()
                .mapToLong(values -> values.shares().count())
                .sum();
        report.line(String.format("  合计 %,d 次调用，%.0f 次/秒", all, all / seconds));
        new TreeMap<>(byName).forEach((name, values) -> report.line(String.format("  %-6s %s", name, values.shares())));
    }

    private static final class Values {
        private long[] micros = new long[1024];
        private int size;

        synchronized void add(long value) {
            if (size == micros.length) {
                micros = Arrays.copyOf(micros, size * 2);
            }
            micros[size++] = value;
        }

        synchronized long count() {
            return size;
        }

        synchronized Shares shares() {
            if (size == 0) {
                return new Shares(0, 0, 0, 0, 0);
            }
            long[] sorted = Arrays.copyOf(micros, size);
            Arrays.sort(sorted);
            return new Shares(size, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), sorted[size - 1] / 1000.0);
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] / 1000.0;
        }
    }
}
