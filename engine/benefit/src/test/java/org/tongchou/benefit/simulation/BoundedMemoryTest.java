package org.tongchou.benefit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of a year's work does not grow with its bills. */
class BoundedMemoryTest {
    private static final int HEAP_MEGABYTES = 16;
    private static final int PERSONS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void aYearIsWrittenCheckedAndSettledInAHeapThatHoldsNoPartOfItsBills() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        Path.of("..", "..", "regions", "demo").toString(),
                        folder.toString(),
                        String.valueOf(PERSONS))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        long heap = HEAP_MEGABYTES * 1024L * 1024;
        assertThat(size()).as("bytes of the year file").isGreaterThan(3 * heap);
        // Whoever kept a long array or a small object of each bill would need more than there is.
        assertThat(Long.parseLong(told.strip()) * 64)
                .as("a little for each bill")
                .isGreaterThan(heap);
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
