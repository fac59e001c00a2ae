package org.tongchou.platform.bench.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.browser.Desk;

/**
 * Measures the counter over HTTP in a region of some size, against the limit that the database sets, and recomputes all of it at the end:
 * {@code ./tongchou bench counter}. Asserts no time. Not named like a test, so that it runs only when it is asked for.
 */
class CounterBench {
    private static final String SIZES = System.getProperty("tongchou.people", "10000");
    private static final int SECONDS = Integer.getInteger("tongchou.seconds", 30);
    private static final int MINUTES = Integer.getInteger("tongchou.minutes", 0);
    private static final double VISITS = Double.parseDouble(System.getProperty("tongchou.visits", "15"));
    private static final double BILLS = Double.parseDouble(System.getProperty("tongchou.bills", "200"));
    private static final int CLIENTS = Integer.getInteger("tongchou.clients", 8);
    private static final int PATIENT_CLIENTS = 200;
    private static final int MOST_RAW = 8_000;

    /** Bills before anything of bills is measured: about as many as the compiler needs to be done with the path. */
    private static final int WARMING = 8_000;

    /** Where a prepared region lies or is made; a temporary folder when empty. */
    private static final String DATA = System.getProperty("tongchou.bench-data", "");

    @TempDir
    private Path folder;

    private final Report report = new Report(Path.of("target", "counter-bench.txt"));

    @Test
    void measure() throws Exception {
        report.line(String.format(
                "%n== 柜台压力测量 %s，%d 个处理器 ==",
                LocalDateTime.now(ZoneId.of("Asia/Shanghai")).withNano(0),
                Runtime.getRuntime().availableProcessors()));
        for (String size : SIZES.split(",", -1)) {
            Path of = DATA.isEmpty() ? folder.resolve("people-" + size) : Path.of(DATA);
            Path data = Files.createDirectories(of).resolve("data");
            boolean made = Files.exists(data);
            if (!made) {
                Town.make(data, Integer.parseInt(size));
            }
            try (Desk platform = Java.serve(data)) {
                JdbcClient database = platform.database();
                if (!made) {
                    Town.multiply(database, Integer.parseInt(size));
                }
                Town town = Town.open(database);
                report.line(String.format(
                        "%n%,d 人，%d 家医院，%d 家药店，可以结算的 %,d 人次",
                        database.sql("select count(*) from enrolment.person")
                                .query(Long.class)
                                .single(),
                        town.hospitals().size(),
                        town.pharmacies().size(),
                        town.people().size()));
                measure(platform, database, town);
            }
            report.line("校验（verify）：");
            try (Desk platform = Java.serve(data)) {
                assertThat(platform.address()).isNotEmpty();
                assertThat(Java.verify(data, report)).as("verify").isTrue();
            }
        }
    }

    private void measure(Desk platform, JdbcClient database, Town town) throws Exception {
        String address = platform.address();
        long first = database.sql("select count(*) from settlement.visit")
                .query(Long.class)
                .single();
        Load.closed(300, CLIENTS, first, new Crowd(town, address, new Latencies(), () -> true)::visit);
        if (MINUTES > 0) {
            soak(platform, database, town);
            return;
        }
        crowd("混合就诊，固定每秒 " + VISITS + " 次就诊", town, address, first + 10_000, false);
        crowd("混合就诊，" + CLIENTS + " 个客户端，能办多快办多快", town, address, first + 100_000, true);
        Bills warm = Bills.ready(town, address, database, WARMING);
        Load.closed(warm.count(), CLIENTS, 0, (number, due) -> warm.settle(number, due, new Latencies()));
        // As after a day of work: the statistics of tables that were empty a minute ago are known.
        database.sql("analyze").update();
        bills(platform, database, town);
    }

    private void crowd(String what, Town town, String address, long first, boolean full) throws Exception {
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        Crowd crowd = new Crowd(town, address, latencies, () -> true);
        long began = System.nanoTime();
        if (full) {
            Load.closed(Long.MAX_VALUE / 2, CLIENTS, first, (number, due) -> {
                if (System.nanoTime() > end) {
                    throw new Load.Over();
                }
                crowd.visit(number, due);
            });
        } else {
            Load.open(VISITS, SECONDS, PATIENT_CLIENTS, first, crowd::visit);
        }
        report.line(String.format("%n%s：%.1f 次结算/秒", what, crowd.settled() / ((System.nanoTime() - began) / 1e9)));
        crowd.print(report);
        assertThat(crowd.different()).as("answers that differed").isZero();
    }

    private void bills(Desk platform, JdbcClient database, Town town) throws Exception {
        Bills paced = Bills.ready(town, platform.address(), database, (int) (BILLS * SECONDS));
        Latencies latencies = new Latencies();
        Load.open(BILLS, SECONDS, PATIENT_CLIENTS, 0, (number, due) -> paced.settle(number, due, latencies));
        report.line(String.format("%n只结算（2207），固定每秒 %.0f 次：%s；拒绝 %d", BILLS, latencies.of("2207"), paced.refused()));
        int count = 500 * SECONDS;
        Bills fast = Bills.ready(town, platform.address(), database, count);
        Latencies full = new Latencies();
        long application = platform.cpuMillis();
        long postgres = platform.postgresCpuMillis();
        double seconds = Load.closed(fast.count(), CLIENTS, 0, (number, due) -> fast.settle(number, due, full));
        double rate = full.count("2207") / seconds;
        report.line(String.format("只结算，%d 个客户端：%.0f 次/秒；%s；拒绝 %d", CLIENTS, rate, full.of("2207"), fast.refused()));
        report.line(String.format(
                "  每次用 CPU：应用 %.2f 毫秒，数据库 %.2f 毫秒",
                (platform.cpuMillis() - application) / (double) fast.count(),
                (platform.postgresCpuMillis() - postgres) / (double) fast.count()));
        RawRows raw = new RawRows(platform, Math.min(count, MOST_RAW));
        postgres = platform.postgresCpuMillis();
        Latencies written = new Latencies();
        double limit = raw.write(CLIENTS, written);
        report.line(String.format(
                "同样的行直接写入（%d 个连接，每笔 %.1f 行）：%.0f 笔/秒；%s",
                CLIENTS, raw.count() / (double) written.count("raw"), limit, written.of("raw")));
        report.line(String.format(
                "  每笔用 CPU：数据库 %.2f 毫秒", (platform.postgresCpuMillis() - postgres) / (double) written.count("raw")));
        report.line(String.format("结算 ÷ 直接写入：%.0f%%", 100 * rate / limit));
        database.sql("drop schema raw cascade").update();
    }

    private void soak(Desk platform, JdbcClient database, Town town) throws Exception {
        report.line(String.format("%n持续 %d 分钟，每秒 %.1f 次就诊", MINUTES, VISITS));
        Latencies all = new Latencies();
        Crowd crowd = new Crowd(town, platform.address(), all, () -> true);
        long first = database.sql("select count(*) from settlement.visit")
                .query(Long.class)
                .single();
        for (int minute = 0; minute < MINUTES; minute += 2) {
            Load.open(VISITS, 120, PATIENT_CLIENTS, first + (long) (minute * 60 * VISITS), crowd::visit);
            report.line(String.format(
                    "  第 %2d 分钟：结算 %,7d 次，GC 后堆 %4d MB，应用 %4d MB，数据库 %4d MB，2207 %s",
                    minute + 2,
                    crowd.settled(),
                    Heap.liveMegabytes(platform.pid()),
                    platform.javaMegabytes(),
                    platform.postgresMegabytes(),
                    all.of("2207")));
        }
        crowd.print(report);
        assertThat(crowd.different()).as("answers that differed").isZero();
    }
}
