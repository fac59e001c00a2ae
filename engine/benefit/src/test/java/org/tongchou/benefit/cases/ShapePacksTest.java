package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.benefit.policy.PolicyPack;

/** Rule shapes that cities use, each in a small pack of its own with cases counted by hand. */
class ShapePacksTest {
    private static final Path PACKS = Path.of("src/test/resources/packs");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost-bands",
                "deductibles",
                "year-bands",
                "account-and-age",
                "order-and-guarantee",
                "out-of-region",
                "line-categories",
                "package-and-total"
            })
    void packIsCleanAndItsCasesHold(String name) throws IOException {
        Path folder = PACKS.resolve(name);
        assertThat(PolicyPack.read(folder).findings()).isEmpty();
        CaseFolder.Report report = CaseFolder.run(folder);
        assertThat(report.problems()).isEmpty();
        assertThat(report.results())
                .hasSizeGreaterThan(5)
                .allSatisfy(result -> assertThat(result.differences())
                        .as(result.tried().name())
                        .isEmpty());
    }
}
