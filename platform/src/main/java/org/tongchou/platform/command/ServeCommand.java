package org.tongchou.platform.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tongchou serve}: runs the platform until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "启动平台，直到按 Ctrl-C 或收到停止信号 (run the platform)",
            "数据默认在 ~/.tongchou；用环境变量 TONGCHOU_DB_URL、TONGCHOU_DB_USER、TONGCHOU_DB_PASSWORD 可改用外部 PostgreSQL 15 或更新版本。"
        })
final class ServeCommand implements Callable<Integer> {
    private final Class<?> application;
    private final PrintWriter out;

    @Option(names = "--data", paramLabel = "目录", description = "数据目录：内置数据库、文件、日志")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "端口", description = "监听端口（默认 8080）")
    private @Nullable Integer port;

    @Option(names = "--address", paramLabel = "地址", description = "监听地址（默认 127.0.0.1，只供本机和反向代理访问）")
    private @Nullable String address;

    @Option(names = "--profile", paramLabel = "名称", split = ",", description = "运行方式：production 生产，demo 演示")
    private List<String> profiles = List.of();

    @Option(names = "--region", paramLabel = "政策包", description = "统筹区的政策包：随程序提供的名称（如 demo）或目录（默认 demo）")
    private @Nullable String region;

    ServeCommand(Class<?> application, PrintWriter out) {
        this.application = application;
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = data == null ? Platform.usualData() : data;
        ConfigurableApplicationContext context = new Platform(application, folder)
                .with("server.port", port)
                .with("server.address", address)
                .with("tongchou.region", region)
                .with("spring.profiles.active", profiles.isEmpty() ? null : String.join(",", profiles))
                .start();
        out.println("统筹已启动：" + address(context) + "/（数据目录 " + folder.toAbsolutePath() + "，按 Ctrl-C 停止）");
        out.flush();
        untilStopped();
        return 0;
    }

    /** Where a started application answers. */
    static String address(ConfigurableApplicationContext context) {
        String host = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        int port = context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
        boolean encrypted = context.getEnvironment().containsProperty("server.ssl.bundle")
                || context.getEnvironment().containsProperty("server.ssl.key-store")
                || context.getEnvironment().containsProperty("server.ssl.certificate");
        return (encrypted ? "https" : "http") + "://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
    }

    /** Waits for the signal; the framework then ends requests, jobs and database in order. */
    static void untilStopped() throws InterruptedException {
        Thread.currentThread().join();
    }
}
