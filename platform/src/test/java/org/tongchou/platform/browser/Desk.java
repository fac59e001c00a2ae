package org.tongchou.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;

/** The platform in a process of its own, started as the launcher starts it. */
public final class Desk implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("统筹已启动：(\\S+)/（");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final Process process;
    private final String address;

    private Desk(Path data, Process process, String address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    /** Starts it with the demonstration's data and waits until it says so. */
    static Desk start(Path data) throws IOException {
        return start(data, "--profile", "demo");
    }

    /** Starts it and waits until it says so. */
    public static Desk start(Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dtongchou.home=..",
                "-Dtongchou.demo-people=0",
                "-cp",
                "target/classes:target/lib/*",
                "org.tongchou.platform.Main",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        return running(data, new ProcessBuilder(command));
    }

    /** Starts it by another command and waits until it says so. */
    public static Desk running(Path data, ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                drain(lines);
                return new Desk(data, process, started.group(1));
            }
        }
        throw new IllegalStateException(said.toString());
    }

    /** Reads on, so that it never waits for somebody to read what it says. */
    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(() -> lines.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }

    public String address() {
        return address;
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Its database. */
    public JdbcClient database() {
        return database(data);
    }

    /** The database that runs in a data directory. */
    public static JdbcClient database(Path data) {
        EmbeddedPostgres postgres = postgres(data);
        SimpleDriverDataSource source = new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                postgres.url(EmbeddedPostgres.DATABASE),
                EmbeddedPostgres.USER,
                postgres.password());
        return JdbcClient.create(source);
    }

    public Connection connect() throws SQLException {
        EmbeddedPostgres postgres = postgres(data);
        return DriverManager.getConnection(
                postgres.url(EmbeddedPostgres.DATABASE), EmbeddedPostgres.USER, postgres.password());
    }

    private static EmbeddedPostgres postgres(Path data) {
        return EmbeddedPostgres.attach(data.resolve("postgres")).orElseThrow();
    }

    /** The processor's time that the application has used. */
    public long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** The processor's time that the database has used, its processes that have ended included. */
    public long postgresCpuMillis() throws IOException {
        ProcessHandle server = ProcessHandle.of(server()).orElseThrow();
        long ticks = ticks(server.pid(), 13, 14, 15, 16);
        for (ProcessHandle child : server.children().toList()) {
            ticks += ticks(child.pid(), 13, 14);
        }
        return ticks * 10;
    }

    /** Some of the counters of a process, in hundredths of a second; 0 when it has just ended and cannot be read. */
    private static long ticks(long pid, int... places) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') - 1).split(" ", -1);
            return IntStream.of(places)
                    .mapToLong(place -> Long.parseLong(fields[place - 1]))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** What the application holds in memory. */
    public long javaMegabytes() throws IOException {
        return kilobytes(process.pid(), "status", "VmRSS") / 1024;
    }

    /** What all processes of the database hold in memory, shared pages counted once. */
    public long postgresMegabytes() throws IOException {
        long server = server();
        long sum = kilobytes(server, "smaps_rollup", "Pss");
        for (ProcessHandle child :
                ProcessHandle.of(server).orElseThrow().children().toList()) {
            sum += kilobytes(child.pid(), "smaps_rollup", "Pss");
        }
        return sum / 1024;
    }

    private long server() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/data-18/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static long kilobytes(long pid, String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits for something to come true. */
    public static void await(Callable<Boolean> condition) throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        process.destroy();
        assertThat(process.onExit().join().exitValue()).as("exit code").isEqualTo(143);
    }
}
