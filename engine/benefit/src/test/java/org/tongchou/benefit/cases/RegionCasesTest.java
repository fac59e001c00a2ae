package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of every pack in {@code regions/}. */
class RegionCasesTest {
    private static final Path REGIONS = Path.of("../../regions");

    static List<Path> regions() throws IOException {
        try (Stream<Path> found = Files.list(REGIONS)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("regions")
    void everyCaseComesOutAsCounted(Path folder) throws IOException {
        CaseFolder.Report report = CaseFolder.run(folder);
        assertThat(report.problems()).isEmpty();
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.differences())
                        .as(result.tried().place() + " " + result.tried().name())
                        .isEmpty());
    }
}
