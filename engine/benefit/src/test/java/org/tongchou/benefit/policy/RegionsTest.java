package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs of {@code regions/} and those of the tests, alone and with each of their reforms. */
class RegionsTest {
    static List<Path> regions() throws IOException {
        List<Path> regions = new ArrayList<>();
        for (String place : List.of("../../regions", "src/test/resources/packs")) {
            try (Stream<Path> folders = Files.list(Path.of(place))) {
                folders.filter(Files::isDirectory).sorted().forEach(regions::add);
            }
        }
        return regions;
    }

    @ParameterizedTest
    @MethodSource("regions")
    void packsHaveNoErrors(Path region) throws IOException {
        PackReading reading = PolicyPack.read(region);
        assertThat(reading.findings()).filteredOn(Finding::isError).isEmpty();
        Path reforms = region.resolve("reforms");
        if (Files.isDirectory(reforms)) {
            try (Stream<Path> files = Files.list(reforms)) {
                assertThat(files.sorted())
                        .allSatisfy(file -> assertThat(reading.with(file).findings())
                                .as(file.toString())
                                .filteredOn(Finding::isError)
                                .isEmpty());
            }
        }
    }
}
