package org.tongchou.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;

/** What we publish is clean, and an error planted in it is found at its place. */
class MutationBenchTest {
    private static final long SEED = 7;
    private static final int TIMES = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sample-city-2024-final", "sample-city-2024-budget"})
    void findsPlantedErrorsInACleanDocument(String example) {
        findsNearlyAll(MutationBench.ofAccounts(AccountsReader.read(published(example))), 30);
    }

    @Test
    void findsPlantedErrorsInCleanSheetsAndReports() {
        findsNearlyAll(MutationBench.ofPerformance(CleanDocument.read()), 24);
    }

    private static void findsNearlyAll(MutationBench bench, int kinds) {
        List<MutationBench.Score> scores = bench.run(SEED, TIMES);
        int planted = scores.stream().mapToInt(MutationBench.Score::planted).sum();
        int caught = scores.stream().mapToInt(MutationBench.Score::caught).sum();
        List<String> misses =
                scores.stream().flatMap(score -> score.misses().stream()).toList();
        assertThat(bench.findingsOnClean()).isZero();
        assertThat(scores.stream().filter(score -> score.planted() > 0)).hasSizeGreaterThanOrEqualTo(kinds);
        assertThat(caught * 100).as("missed: %s", misses).isGreaterThanOrEqualTo(planted * 99);
    }

    private Path published(String example) {
        Path figures = Path.of("..", "examples", "accounts", example);
        AccountsFigures base = AccountsFigures.load(figures).figures().orElseThrow();
        return PublicationWriter.writeAll(Derivation.derive(base), folder, Set.of(Format.HTML))
                .paths()
                .get(0);
    }
}
