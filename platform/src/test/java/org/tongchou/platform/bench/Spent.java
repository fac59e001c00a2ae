package org.tongchou.platform.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.tongchou.platform.browser.Desk;

/**
 * What some work took.
 *
 * @param wall on the clock, milliseconds
 * @param application processor time of the application, milliseconds; of the bench's own thread where it does the work
 * @param database processor time of PostgreSQL, milliseconds
 */
record Spent(long wall, long application, long database) {
    static final Spent NOTHING = new Spent(0, 0, 0);

    /** Work that is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Spent on(Desk desk, Work work) throws Exception {
        long application = desk.cpuMillis();
        Spent rest = byHand(desk, work);
        return new Spent(rest.wall, desk.cpuMillis() - application, rest.database);
    }

    /** Work that the bench does itself with the database. */
    static Spent byHand(Desk desk, Work work) throws Exception {
        long database = desk.postgresCpuMillis();
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Spent(
                (System.nanoTime() - start) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1_000_000,
                desk.postgresCpuMillis() - database);
    }

    Spent plus(Spent other) {
        return new Spent(wall + other.wall, application + other.application, database + other.database);
    }

    long cpu() {
        return application + database;
    }

    /** Times the other: by the processor, and by the clock. */
    String times(Spent other) {
        return String.format(
                Locale.ROOT,
                "CPU %.1f 倍，时钟 %.1f 倍",
                (double) cpu() / Math.max(1, other.cpu()),
                (double) wall / Math.max(1, other.wall));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "时钟 %.1f s，CPU %.1f s（应用 %.1f，数据库 %.1f）",
                wall / 1000.0,
                cpu() / 1000.0,
                application / 1000.0,
                database / 1000.0);
    }
}
