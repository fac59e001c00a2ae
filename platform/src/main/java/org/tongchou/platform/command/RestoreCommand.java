package org.tongchou.platform.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongchou.platform.database.backup.Backups;
import org.tongchou.platform.database.backup.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tongchou restore}: restores a backup into an empty data directory. */
@Command(name = "restore", description = "从备份恢复到空的数据目录或空的外部数据库；要么全部恢复，要么什么也不留下 (restore a backup)")
final class RestoreCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "文件", description = "备份文件")
    private Path file = Path.of("");

    RestoreCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Manifest manifest = Backups.restore(data.settings(), file);
        out.println("恢复完成：" + BackupCommand.summary(manifest) + "；每张表的行数和 SM3 摘要与备份一致");
        return 0;
    }
}
