package org.tongchou.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of what is recorded: none is missing. What is put together while running is held by {@link NamedActions}. */
class AuditNamesTest {
    private static final Pattern RECORDED = Pattern.compile(
            "(?:record|refused)\\(\\s*(?:actor|run\\.actor\\(\\)|[a-zA-Z.]+\\([a-zA-Z]*\\)),\\s*\"([a-z-]+(?:\\.[a-z_-]+)+)\"");

    private final AuditNames names = new AuditNames();

    static Stream<String> actionsOfTheSource() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream()
                    .flatMap(AuditNamesTest::actions)
                    .distinct();
        }
    }

    @ParameterizedTest
    @MethodSource("actionsOfTheSource")
    void everyActionHasAName(String code) {
        assertThat(names.findAction(code)).as(code).isPresent();
    }

    @Test
    void theSourceIsRead() throws IOException {
        assertThat(actionsOfTheSource()).hasSizeGreaterThan(40);
    }

    @Test
    void fieldsOfAStateAreNamed() {
        assertThat(names.state(Map.of("state", "草稿"))).isEqualTo(Map.of("状态", "草稿"));
        assertThat(names.state(Map.of("单位", "甲"))).isEqualTo(Map.of("单位", "甲"));
        assertThat(names.state(null)).isNull();
    }

    @Test
    void anUnknownCodeStandsForItself() {
        assertThat(names.action("older.thing.do")).isEqualTo("older.thing.do");
        assertThat(names.object("older.thing")).isEqualTo("older.thing");
    }

    private static Stream<String> actions(Path file) {
        try {
            return RECORDED
                    .matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
