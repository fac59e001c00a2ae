package org.tongchou.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tongchou.platform.database.StartFailure;

/**
 * A PostgreSQL server of our own in a folder: unpacked once, durable (fsync, checksums), with a password, on the
 * loopback address only. Runs as a plain user and as root, where the server process gives its privileges up. A server
 * that outlived a killed application is taken over again; whoever starts one must hold the lock of the data directory.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** Name of the database. */
    public static final String DATABASE = "tongchou";

    /** Name of the owner. */
    public static final String USER = "tongchou";

    /** System property: {@code true} gives durability up. Only for tests. */
    public static final String FAST = "tongchou.database-without-durability";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_SECONDS = 300;
    private static final int SETTLE_TRIES = 100;
    private static final long PAUSE = 100;
    private static final long ROOM = 300L << 20;

    private final Path folder;
    private final Path home;
    private final Path data;
    private final boolean durable;
    private final Account account;
    private final ServerProcesses processes;
    private final String password;
    private int port;

    private EmbeddedPostgres(Path folder, boolean durable, Account.Situation situation) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
        this.data = this.folder.resolve("data-18");
        this.home = this.folder.resolve("server-18.6");
        this.durable = durable;
        this.account = Account.choose(situation, this.folder, data);
        this.processes = new ServerProcesses(data);
        this.password =
                Files.exists(passwordFile()) ? Files.readString(passwordFile()).strip() : newPassword();
    }

    /**
     * Starts the server, or takes over the one that runs.
     *
     * @param folder where server, data and password are kept; created when missing
     * @throws StartFailure with what to do about it
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            return start(folder, !Boolean.getBoolean(FAST), Account.Situation.here());
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** The same; {@code durable} false turns fsync off, which only tests may want. */
    static EmbeddedPostgres start(Path folder, boolean durable, Account.Situation situation) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, durable, situation);
            postgres.begin();
            return postgres;
        } catch (IOException | SQLException e) {
            throw failure(folder, e);
        }
    }

    /** The server that an application runs in this folder now, to use beside it; closing it does not stop it. */
    public static Optional<EmbeddedPostgres> attach(Path folder) {
        try {
            if (!exists(folder)) {
                return Optional.empty();
            }
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, true, Account.Situation.here());
            return postgres.answers() ? Optional.of(postgres) : Optional.empty();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** Whether the folder holds the data of a server. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve("data-18").resolve("PG_VERSION"));
    }

    /** JDBC address of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?connectTimeout=5&tcpKeepAlive=true&logServerErrorDetail=false&reWriteBatchedInserts=true";
    }

    /** Password of {@link #USER}. */
    public String password() {
        return password;
    }

    /** Whether the main process lives. */
    public boolean isAlive() {
        try {
            return processes.main().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Starts the server again, on the same port, after its processes died.
     *
     * @throws StartFailure when it does not start
     */
    public void restart() {
        try {
            launch();
        } catch (IOException | SQLException e) {
            throw failure(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            run(List.of(bin("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
        } catch (IOException e) {
            LOG.warn("内置数据库没有正常停止：{}", e.getMessage());
        }
    }

    private void begin() throws IOException, SQLException {
        Binaries.unpack(home);
        account.mustReach(home);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create();
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        if (answers()) {
            makeDatabase();
            LOG.info("接管仍在运行的内置数据库，端口 {}", port);
            return;
        }
        if (processes.main().isPresent()) {
            LOG.warn("内置数据库仍在运行但没有应答，将其停止后重新启动");
            run(List.of(bin("pg_ctl"), "stop", "-D", data.toString(), "-m", "immediate", "-w"));
        }
        port = freePort();
        launch();
    }

    private void launch() throws IOException, SQLException {
        for (int i = 0; i < SETTLE_TRIES && !processes.all().isEmpty(); i++) {
            pause();
        }
        processes.forgetDead();
        Files.writeString(data.resolve("postgresql.conf"), ServerSettings.of(port, logs(), durable));
        account.own(data.resolve("postgresql.conf"));
        run(List.of(
                bin("pg_ctl"),
                "start",
                "-w",
                "-t",
                Integer.toString(START_SECONDS),
                "-D",
                data.toString(),
                "-l",
                logs().resolve("start.log").toString()));
        makeDatabase();
    }

    private Path logs() throws IOException {
        Path logs = folder.resolve("log");
        if (!Files.exists(logs)) {
            Files.createDirectory(logs);
            account.own(logs);
        }
        return logs;
    }

    private void create() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < ROOM) {
            throw new IOException("No space left on device");
        }
        Path building = data.resolveSibling(data.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(building);
        Path file = Files.createTempFile("tongchou", "");
        try {
            Files.writeString(file, password);
            account.own(file);
            account.own(Files.createDirectory(building));
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
                    "--data-checksums",
                    "--no-sync"));
        } finally {
            Files.deleteIfExists(file);
        }
        Files.move(building, data);
        if (durable) {
            flushInBackground();
        }
    }

    /** Brings the thousand files of an empty server to the disk while it starts; what comes later it flushes itself. */
    private void flushInBackground() {
        Thread thread = new Thread(
                () -> {
                    try (Stream<Path> files = Files.walk(data)) {
                        for (Path file : files.filter(Files::isRegularFile).toList()) {
                            flush(file);
                        }
                    } catch (IOException | UncheckedIOException e) {
                        LOG.warn("内置数据库的初始文件没有全部写到磁盘：{}", e.getMessage());
                    }
                },
                "postgres-flush");
        thread.setDaemon(true);
        thread.start();
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            LOG.debug("gone already: {}", file);
        }
    }

    /** Whether a server of this folder already runs and answers; its port is then known. */
    private boolean answers() throws IOException {
        for (int i = 0; i < SETTLE_TRIES && processes.main().isPresent(); i++) {
            OptionalLong written = processes.port();
            if (written.isPresent()) {
                port = Math.toIntExact(written.getAsLong());
                try (Connection connection = connect("postgres")) {
                    return connection.isValid(1);
                } catch (SQLException e) {
                    LOG.debug("not yet: {}", e.getMessage());
                }
            }
            pause();
        }
        return false;
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean there = statement
                    .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")
                    .next();
            if (!there) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    private String bin(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    private void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("tongchou", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(account.command(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            if (!process.waitFor(START_SECONDS + 30L, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " 超时");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        Files.readString(output).strip() + "\n" + ServerSettings.lastLines(folder.resolve("log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("被中断", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    static StartFailure failure(Path folder, Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left on device") || message.contains("磁盘")) {
            return new StartFailure("磁盘空间不足，内置数据库无法启动：请清理 " + folder + " 所在的磁盘（至少留出 " + (ROOM >> 20) + " MB）后重试", e);
        }
        if (e instanceof java.nio.file.AccessDeniedException || message.contains("ermission denied")) {
            return new StartFailure(
                    "内置数据库无法启动：当前用户 " + System.getProperty("user.name") + " 没有读写 " + folder
                            + " 的权限；请更改目录的所有者，或用 --data 指定另一个目录（"
                            + message.lines().findFirst().orElse("") + "）",
                    e);
        }
        return new StartFailure("内置数据库无法启动，目录 " + folder + "：" + message, e);
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private String newPassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        Path fresh = Files.createTempFile(
                folder,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, made);
        Files.move(fresh, passwordFile());
        return made;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("被中断", e);
        }
    }
}
