package org.tongchou.platform.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.database.backup.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tongchou verify}: checks a backup, or the stored data as a whole. */
@Command(name = "verify", description = "校验备份文件；不给文件时校验数据目录：审计日志、存储的文件等，平台可以正在运行 (verify a backup, or the data)")
final class VerifyCommand implements Callable<Integer> {
    private final Class<?> application;
    private final PrintWriter out;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "文件", arity = "0..1", description = "备份文件")
    private @Nullable Path file;

    VerifyCommand(Class<?> application, PrintWriter out) {
        this.application = application;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (file != null) {
            out.println("备份文件完好：" + BackupCommand.summary(Backups.check(file)));
            return 0;
        }
        Platform platform = new Platform(application, data.folder())
                .with("tongchou.attach", true)
                .with("tongchou.run-jobs", false)
                .with("server.port", -1)
                .with("logging.file.name", "");
        try (ConfigurableApplicationContext context = platform.start()) {
            boolean clean = true;
            for (Verification verification :
                    context.getBeanProvider(Verification.class).orderedStream().toList()) {
                List<String> problems = verification.problems();
                out.println(verification.name() + "：" + (problems.isEmpty() ? "完好" : problems.size() + " 处问题"));
                problems.forEach(problem -> out.println("  " + problem));
                clean &= problems.isEmpty();
            }
            return clean ? 0 : 1;
        }
    }
}
