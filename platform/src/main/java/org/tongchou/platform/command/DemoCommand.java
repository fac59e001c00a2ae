package org.tongchou.platform.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.tongchou.platform.database.DataLock;
import org.tongchou.platform.demo.DemoGuide;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tongchou demo}: runs the platform with demonstration data. */
@Command(
        name = "demo",
        description = {"启动带演示数据的平台 (run the platform with demonstration data)", "数据在 build/demo-data，再次运行时沿用。"})
final class DemoCommand implements Callable<Integer> {
    private final Class<?> application;
    private final PrintWriter out;
    private final Path data;

    @Option(names = "--port", paramLabel = "端口", description = "监听端口（默认 8080）")
    private @Nullable Integer port;

    @Option(names = "--region", paramLabel = "政策包", description = "统筹区的政策包：随程序提供的名称或目录（默认 demo）")
    private @Nullable String region;

    @Option(names = "--fresh", description = "先清除上次的演示数据")
    private boolean fresh;

    DemoCommand(Class<?> application, PrintWriter out) {
        this.application = application;
        this.out = out;
        this.data = Path.of(System.getProperty("tongchou.home", ""), "build", "demo-data")
                .toAbsolutePath();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (fresh && Files.exists(data)) {
            DataLock.take(data).close();
            FileSystemUtils.deleteRecursively(data);
        }
        out.println("正在启动演示，首次需要准备数据…");
        out.flush();
        ConfigurableApplicationContext context = new Platform(application, data)
                .with("server.port", port)
                .with("tongchou.region", region)
                .with("spring.profiles.active", "demo")
                .with("tongchou.db-url", "")
                .start();
        String address = ServeCommand.address(context);
        out.println();
        out.println("统筹演示已就绪：" + address + "/");
        context.getBeanProvider(DemoGuide.class)
                .orderedStream()
                .flatMap(guide -> guide.lines(address).stream())
                .forEach(out::println);
        out.println("按 Ctrl-C 停止；./tongchou demo --fresh 从头开始。");
        out.flush();
        ServeCommand.untilStopped();
        return 0;
    }
}
