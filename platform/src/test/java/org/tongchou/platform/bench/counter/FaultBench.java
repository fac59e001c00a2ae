package org.tongchou.platform.bench.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.browser.Desk;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;

/**
 * Faults under load: application and database killed, lines cut, the disk slow, the clock wrong; after each, everything is recomputed from
 * the settlements, and at the end every acknowledged settlement must be there: {@code ./tongchou bench faults}. Not named like a test, so
 * that it runs only when it is asked for.
 */
@SuppressWarnings("NullAway.Init") // filled by the test
class FaultBench {
    private static final int ROUNDS = Integer.getInteger("tongchou.rounds", 50);
    private static final long SEED = Long.getLong("tongchou.seed", 2026);
    private static final int PEOPLE = Integer.getInteger("tongchou.people", 1000);
    private static final int CLIENTS = Integer.getInteger("tongchou.clients", 6);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_VISITS = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private Path data;
    private Process application;
    private Proxy proxy;
    private Town town;
    private final Report report = new Report(Path.of("target", "fault-bench.txt"));
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** What is done wrong. */
    private enum Fault {
        KILL_APPLICATION("杀死应用"),
        KILL_DATABASE("杀死数据库"),
        CUT_CLIENTS("切断客户端连接"),
        CUT_DATABASE("切断数据库连接"),
        SLOW_DISK("提交拖慢 100 毫秒"),
        WRONG_CLOCK("时钟跳变");

        private final String name;

        Fault(String name) {
            this.name = name;
        }
    }

    @AfterEach
    void stop() throws Exception {
        stopped.set(true);
        if (proxy != null) {
            proxy.close();
        }
        if (application != null) {
            application.destroyForcibly().waitFor();
        }
        EmbeddedPostgres.attach(data.resolve("postgres")).ifPresent(EmbeddedPostgres::close);
    }

    @Test
    void everyAcknowledgedSettlementStands() throws Exception {
        Random random = new Random(SEED);
        data = folder.resolve("data");
        Town.make(data, PEOPLE);
        proxy = new Proxy();
        start();
        town = Town.open(database());
        report.line(String.format("%n== 故障测量：种子 %d，%d 轮，%d 个客户端，%,d 人 ==", SEED, ROUNDS, CLIENTS, PEOPLE));
        Latencies latencies = new Latencies();
        Crowd crowd = new Crowd(town, proxy.address(), latencies, () -> true);
        Thread load = load(crowd);
        for (int round = 1; round <= ROUNDS; round++) {
            Thread.sleep(500 + random.nextInt(1500));
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            long before = crowd.settled();
            Instant began = Instant.now();
            strike(fault, random);
            await("settlements go on", () -> crowd.settled() > before + CLIENTS);
            long millis = Duration.between(began, Instant.now()).toMillis();
            List<String> problems = check("checked-" + round);
            report.line(String.format(
                    "第 %2d 轮 %-12s 之后 %6d 毫秒恢复结算，累计 %,6d 笔，%s",
                    round, fault.name, millis, crowd.settled(), problems.isEmpty() ? "全部核对相符" : problems.toString()));
            assertThat(problems).isEmpty();
        }
        stopped.set(true);
        load.join(PATIENCE.toMillis());
        crowd.print(report);
        assertThat(crowd.different()).as("answers that differed").isZero();
        acknowledged(crowd.acknowledged());
        assertThat(check("checked-end")).isEmpty();
        report.line(String.format(
                "收到答复的 %,d 笔结算和撤销全部在册；校验（verify）：", crowd.acknowledged().size()));
        assertThat(Java.verify(data, report)).as("verify").isTrue();
    }

    private Thread load(Crowd crowd) {
        AtomicLong number = new AtomicLong();
        Thread load = new Thread(() -> {
            try {
                Load.closed(Long.MAX_VALUE / 2, CLIENTS, 0, (ignored, due) -> {
                    if (stopped.get()) {
                        throw new Load.Over();
                    }
                    crowd.visit(number.getAndIncrement(), due);
                    LockSupport.parkNanos(BETWEEN_VISITS.toNanos());
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        load.start();
        return load;
    }

    private void strike(Fault fault, Random random) throws Exception {
        switch (fault) {
            case KILL_APPLICATION -> {
                application.destroyForcibly().waitFor();
                proxy.cut();
                start();
            }
            case KILL_DATABASE -> {
                Path pid = data.resolve("postgres/data-18/postmaster.pid");
                ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                        .orElseThrow()
                        .destroyForcibly();
            }
            case CUT_CLIENTS -> {
                for (int i = 0; i < 5; i++) {
                    proxy.cut();
                    Thread.sleep(random.nextInt(100));
                }
            }
            case CUT_DATABASE -> database().sql("""
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid()""").query(Long.class).single();
            case SLOW_DISK -> {
                settings("alter system set commit_delay = 100000", "alter system set commit_siblings = 0");
                Thread.sleep(2000);
                settings("alter system reset commit_delay", "alter system reset commit_siblings");
            }
            default -> {
                long seconds = (random.nextBoolean() ? 1 : -1) * (60L + random.nextInt(1500));
                Files.writeString(data.resolve(FaultyApplication.CLOCK), Long.toString(seconds));
                Thread.sleep(1500);
                Files.delete(data.resolve(FaultyApplication.CLOCK));
            }
        }
    }

    private void settings(String... changes) {
        JdbcClient database = database();
        for (String change : changes) {
            database.sql(change).update();
        }
        database.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    private JdbcClient database() {
        return Desk.database(data);
    }

    private void acknowledged(List<String> numbers) {
        assertThat(database()
                        .sql("select number from unnest(:numbers::text[]) number"
                                + " where number not in (select s.number from settlement.settlement s)")
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .as("acknowledged, not there")
                .isEmpty();
    }

    /** Has everything recomputed, again when a fault came between. */
    private List<String> check(String name) throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            String answer = name + "-" + attempt;
            Files.writeString(data.resolve(FaultyApplication.CHECK), answer);
            await("checked", () -> Files.exists(data.resolve(answer)));
            List<String> problems = Files.readAllLines(data.resolve(answer));
            if (problems.stream().noneMatch(problem -> problem.contains("没有查完"))) {
                return problems;
            }
        }
        return Files.readAllLines(data.resolve(name + "-2"));
    }

    private void start() throws Exception {
        Path ready = data.resolve(FaultyApplication.READY);
        Files.deleteIfExists(ready);
        application = Java.run(
                        Java.classes() + File.pathSeparator + faulty(),
                        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        FaultyApplication.class.getName(),
                        "--tongchou.data=" + data,
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "faults.log").toFile()))
                .start();
        await("application starts", () -> {
            assertThat(application.isAlive()).as("application lives").isTrue();
            return Files.exists(ready) && !Files.readString(ready).isEmpty();
        });
        proxy.to(Integer.parseInt(Files.readString(ready).strip()));
    }

    /** A folder with the classes of the faulty application and no others of the tests. */
    private Path faulty() throws IOException {
        Path classes = folder.resolve("classes");
        String name = FaultyApplication.class.getName().replace('.', '/');
        Path from = Path.of(FaultyApplication.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolve(name)
                .getParent();
        Path to = Files.createDirectories(classes.resolve(name).getParent());
        try (DirectoryStream<Path> own = Files.newDirectoryStream(from, "FaultyApplication*.class")) {
            for (Path one : own) {
                Files.copy(one, to.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return classes;
    }

    /** Something that comes true. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(String what, Condition condition) throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (DataAccessException e) {
                // The database is away.
            }
            assertThat(Instant.now()).as(what).isBefore(limit);
            Thread.sleep(50);
        }
    }
}
