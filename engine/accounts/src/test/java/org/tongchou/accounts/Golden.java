package org.tongchou.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole results kept as files under {@code src/test/resources/golden}. When a change is meant, run the tests with {@code
 * -Dtongchou.record=true} and read the difference before committing it.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Asserts that a result is the recorded one, or records it. */
    public static void assertRecorded(String name, String result) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("tongchou.record")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, result);
        }
        assertThat(file)
                .as("golden file; record it with -Dtongchou.record=true")
                .exists();
        assertThat(result).as(name).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
