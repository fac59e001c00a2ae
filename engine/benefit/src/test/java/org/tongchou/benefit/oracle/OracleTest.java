package org.tongchou.benefit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongchou.benefit.policy.PolicyPack;

/**
 * The engine and the oracle agree on every amount, tier, counter and refusal of random lives.
 *
 * <p>More of them: {@code -Dtest=OracleTest -Dtongchou.oracle.person-years=1000000 -Dtongchou.oracle.seed=7}, for one pack
 * with {@code -Dtongchou.oracle.pack=demo}, by more random packs with {@code -Dtongchou.oracle.random-packs=500}.
 */
class OracleTest {
    private static final long PERSON_YEARS = Long.getLong("tongchou.oracle.person-years", 1000);
    private static final long SEED = Long.getLong("tongchou.oracle.seed", 2026);
    private static final String PACK = System.getProperty("tongchou.oracle.pack", "");
    private static final int RANDOM_PACKS = Integer.getInteger("tongchou.oracle.random-packs", 60);

    static List<Path> packs() throws IOException {
        List<Path> packs = new ArrayList<>();
        for (String place : List.of("../../regions", "src/test/resources/packs")) {
            try (Stream<Path> folders = Files.list(Path.of(place))) {
                folders.filter(Files::isDirectory)
                        .filter(folder -> PACK.isEmpty() || folder.endsWith(PACK))
                        .filter(folder ->
                                !PolicyPack.read(folder).getPack().plans().isEmpty())
                        .sorted()
                        .forEach(packs::add);
            }
        }
        return packs;
    }

    @ParameterizedTest
    @MethodSource("packs")
    void bothSettleAlike(Path folder) {
        Differential.Seen seen = new Differential(PolicyPack.read(folder).getPack()).run(SEED, 0, PERSON_YEARS);
        assertThat(seen.differences).as(seen.toString()).isEmpty();
        assertThat(seen.outcomes.getOrDefault("settled", 0L)).isGreaterThan(PERSON_YEARS);
    }

    @Test
    void bothSettleAlikeByRandomPacks() {
        long each = PERSON_YEARS / RANDOM_PACKS + 1;
        for (int i = 0; i < RANDOM_PACKS; i++) {
            RandomPack made = new RandomPack(SEED * RANDOM_PACKS + i);
            Differential.Seen seen = new Differential(made.pack()).run(SEED, 0, each);
            assertThat(seen.differences).as(seen + "\n" + made.text()).isEmpty();
            assertThat(seen.outcomes.getOrDefault("settled", 0L)).isPositive();
        }
    }
}
