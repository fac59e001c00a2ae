package org.tongchou.platform.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.tongchou.platform.database.backup.Backups;
import org.tongchou.platform.database.backup.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tongchou backup}: writes everything into one file. */
@Command(
        name = "backup",
        description = {"备份全部数据到一个文件；平台可以正在运行 (back up everything into one file)", "备份含有密码摘要和密钥，请按机密保管。"})
final class BackupCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "文件", description = "要写的备份文件（.zip），不得已经存在")
    private Path file = Path.of("");

    BackupCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Manifest manifest =
                Backups.write(data.settings(), file, Clock.systemUTC().instant());
        out.println("备份完成：" + file + "，" + summary(manifest) + "，" + (Files.size(file) + 1023) / 1024 + " KB");
        return 0;
    }

    /** How much a backup holds. */
    static String summary(Manifest manifest) {
        return manifest.tables().size() + " 张表 " + manifest.rows() + " 行，"
                + manifest.files().size() + " 个文件，取自 " + manifest.createdAt();
    }
}
