package org.tongchou.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in a folder: unpacked once, durable (fsync, checksums), with a password, on the
 * loopback address only. Runs as a plain user and as root, where the server process gives its privileges up. A server
 * that outlived a killed application is taken over again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** Name of the database. */
    public static final String DATABASE = "tongchou";

    /** Name of the owner. */
    public static final String USER = "tongchou";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_SECONDS = 60;

    private final Path home;
    private final Path data;
    private final boolean durable;
    private final String password;
    private int port;

    private EmbeddedPostgres(Path folder, boolean durable) throws IOException {
        Files.createDirectories(folder);
        this.home = unpack(folder.resolve("server-18.6"));
        this.data = folder.resolve("data-18");
        this.durable = durable;
        this.password = password(folder.resolve("password"));
    }

    /**
     * Starts the server, or takes over the one that runs.
     *
     * @param folder where server, data and password are kept; created when missing
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, true);
    }

    /** The same; {@code durable} false turns fsync off, which only tests may want. */
    static EmbeddedPostgres start(Path folder, boolean durable) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder.toAbsolutePath(), durable);
            postgres.begin();
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("内置数据库无法启动，目录 " + folder + "：" + e.getMessage(), e);
        }
    }

    /** JDBC address of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    /** Password of {@link #USER}. */
    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            run(List.of(bin("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w"));
        } catch (IOException e) {
            LOG.warn("内置数据库没有正常停止：{}", e.getMessage());
        }
    }

    private void begin() throws IOException, SQLException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create();
        }
        if (takeOver()) {
            return;
        }
        port = freePort();
        List<String> command = new ArrayList<>(List.of(
                bin("pg_ctl"),
                "start",
                "-w",
                "-t",
                Integer.toString(START_SECONDS),
                "-D",
                data.toString(),
                "-l",
                data.resolve("server.log").toString(),
                "-o",
                options()));
        run(command);
        makeDatabase();
    }

    private String options() {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60"
                + " -c shared_buffers=128MB -c timezone=Asia/Shanghai -c log_timezone=Asia/Shanghai"
                + (durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
    }

    private void create() throws IOException {
        Path building = data.resolveSibling(data.getFileName() + ".new");
        deleteRecursively(building);
        Path file = Files.createTempFile(data.getParent(), "pw", "");
        try {
            Files.writeString(file, password);
            Files.createDirectory(building);
            run(List.of(
                    bin("initdb"),
                    "-D",
                    building.toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + file,
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--locale-provider=icu",
                    "--icu-locale=zh-Hans-CN",
                    "--data-checksums"));
        } finally {
            Files.deleteIfExists(file);
        }
        Files.move(building, data);
    }

    /** Whether a server of this folder already runs and answers; its port is then known. */
    private boolean takeOver() throws IOException {
        Path pid = data.resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pid);
        if (lines.size() < 4
                || !ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false)) {
            return false;
        }
        port = Integer.parseInt(lines.get(3).strip());
        try {
            makeDatabase();
        } catch (SQLException e) {
            return false;
        }
        LOG.info("接管仍在运行的内置数据库，端口 {}", port);
        return true;
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            boolean there = statement
                    .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")
                    .next();
            if (!there) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private String bin(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    private static void run(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "--user", "--"));
        }
        whole.addAll(command);
        Path output = Files.createTempFile("tongchou", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            if (!process.waitFor(START_SECONDS + 30L, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("超时：" + command.get(0));
            }
            if (process.exitValue() != 0) {
                throw new IOException(Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("被中断", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path unpack(Path home) throws IOException {
        if (Files.exists(home)) {
            return home;
        }
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String resource = machine.contains("aarch64") ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        Path fresh = home.resolveSibling(home.getFileName() + ".new");
        deleteRecursively(fresh);
        try (InputStream packed = EmbeddedPostgres.class.getResourceAsStream("/" + resource)) {
            if (packed == null) {
                throw new IOException("没有适合本机（" + machine + "）的内置数据库，请用 TONGCHOU_DB_URL 指定外部 PostgreSQL");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(packed), StandardCharsets.UTF_8.name())) {
                unpack(tar, fresh);
            }
        }
        Files.move(fresh, home);
        return home;
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("bad entry " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(
                            target,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        org.springframework.util.FileSystemUtils.deleteRecursively(folder);
    }
}
