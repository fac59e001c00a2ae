package org.tongchou.platform.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.DatabaseSettings;
import picocli.CommandLine.Option;

/** Which data a command works on: {@code --data}, and the same environment as the server's. */
final class DataOptions {
    @Option(names = "--data", paramLabel = "目录", description = "数据目录（默认 ~/.tongchou）")
    private @Nullable Path data;

    /** The settings; beside a running application when there is one. */
    DatabaseSettings settings() {
        return new DatabaseSettings(
                folder(),
                System.getenv("TONGCHOU_DB_URL"),
                System.getenv("TONGCHOU_DB_USER"),
                System.getenv("TONGCHOU_DB_PASSWORD"),
                true);
    }

    /** The data directory. */
    Path folder() {
        return data == null ? Platform.usualData() : data;
    }
}
