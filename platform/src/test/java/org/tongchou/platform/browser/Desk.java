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
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;

/** The platform in a process of its own with the demonstration's data, started as the launcher starts it. */
final class Desk implements AutoCloseable {
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

    /** Starts it and waits until it says so. */
    static Desk start(Path data) throws IOException {
        Process process = new ProcessBuilder(
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
                        "--profile",
                        "demo",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return new Desk(data, process, started.group(1));
            }
        }
        throw new IllegalStateException(said.toString());
    }

    String address() {
        return address;
    }

    /** Its database. */
    JdbcClient database() {
        EmbeddedPostgres postgres = postgres();
        SimpleDriverDataSource source = new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                postgres.url(EmbeddedPostgres.DATABASE),
                EmbeddedPostgres.USER,
                postgres.password());
        return JdbcClient.create(source);
    }

    Connection connect() throws SQLException {
        EmbeddedPostgres postgres = postgres();
        return DriverManager.getConnection(
                postgres.url(EmbeddedPostgres.DATABASE), EmbeddedPostgres.USER, postgres.password());
    }

    private EmbeddedPostgres postgres() {
        return EmbeddedPostgres.attach(data.resolve("postgres")).orElseThrow();
    }

    /** The processor's time that the application has used. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** What the application holds in memory. */
    long javaMegabytes() throws IOException {
        return kilobytes(process.pid(), "status", "VmRSS") / 1024;
    }

    /** What all processes of the database hold in memory, shared pages counted once. */
    long postgresMegabytes() throws IOException {
        long server = Long.parseLong(Files.readAllLines(data.resolve("postgres/data-18/postmaster.pid"))
                .get(0)
                .strip());
        long sum = kilobytes(server, "smaps_rollup", "Pss");
        for (ProcessHandle child :
                ProcessHandle.of(server).orElseThrow().children().toList()) {
            sum += kilobytes(child.pid(), "smaps_rollup", "Pss");
        }
        return sum / 1024;
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
    static void await(Callable<Boolean> condition) throws Exception {
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
