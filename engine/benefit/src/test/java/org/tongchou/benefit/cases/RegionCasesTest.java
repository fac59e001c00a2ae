package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of every pack in {@code regions/}. */
class RegionCasesTest {
    private static final Path REGIONS = Path.of("../../regions");

    @TestFactory
    Stream<DynamicContainer> regions() throws IOException {
        try (Stream<Path> found = Files.list(REGIONS)) {
            List<Path> folders = found.filter(Files::isDirectory).sorted().toList();
            assertThat(folders).isNotEmpty();
            return folders.stream().map(RegionCasesTest::region);
        }
    }

    private static DynamicContainer region(Path folder) {
        CaseFolder.Report report = report(folder);
        Stream<DynamicNode> cases = report.results().stream().map(RegionCasesTest::test);
        DynamicNode usable =
                dynamicTest("can be used", () -> assertThat(report.problems()).isEmpty());
        return dynamicContainer(String.valueOf(folder.getFileName()), Stream.concat(Stream.of(usable), cases));
    }

    private static CaseFolder.Report report(Path folder) {
        try {
            return CaseFolder.run(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DynamicTest test(CaseResult result) {
        String name = result.tried().place() + " " + result.tried().name();
        return dynamicTest(name, () -> assertThat(result.differences()).isEmpty());
    }
}
