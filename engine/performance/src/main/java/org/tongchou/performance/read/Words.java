package org.tongchou.performance.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words of {@code performance/words.yaml}: labels, levels and columns of sheets. */
final class Words {
    /** No word is longer. */
    private static final int LONGEST = 60;

    private static final Words STANDARD = load();

    private final Map<String, Pattern> fields;
    private final Map<String, Pattern> columns;
    private final Map<String, Pattern> funding;
    private final Map<String, Pattern> summary;
    private final Map<String, Pattern> others = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<String> levels1;
    private final List<String> levels2 = new ArrayList<>();
    private final List<String> either;

    /** The file as it stands. */
    private record Entries(
            Map<String, List<String>> fields,
            List<String> frames,
            LinkedHashMap<String, List<String>> levels,
            List<String> either,
            LinkedHashMap<String, List<String>> columns,
            LinkedHashMap<String, List<String>> funding,
            List<String> money,
            List<String> moneyWithin,
            List<String> expected,
            List<String> achieved,
            List<String> totals,
            List<String> grades,
            LinkedHashMap<String, List<String>> summary) {}

    private Words(Entries entries) {
        fields = patterns(entries.fields());
        columns = patterns(entries.columns());
        funding = patterns(entries.funding());
        summary = patterns(entries.summary());
        others.put(
                "levelColumn",
                any(Stream.of("level1", "level2")
                        .flatMap(role -> entries.columns().getOrDefault(role, List.of()).stream())
                        .toList()));
        others.put("frame", any(entries.frames()));
        others.put("money", any(entries.money()));
        others.put("moneyWithin", any(entries.moneyWithin()));
        others.put("expected", any(entries.expected()));
        others.put("achieved", any(entries.achieved()));
        others.put("total", any(entries.totals()));
        others.put("grade", any(entries.grades()));
        levels1 = List.copyOf(entries.levels().keySet());
        either = List.copyOf(entries.either());
        entries.levels()
                .forEach((parent, children) -> children.forEach(child -> {
                    parents.putIfAbsent(child, parent);
                    levels2.add(child);
                }));
    }

    static Words standard() {
        return STANDARD;
    }

    private static Words load() {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream stream = Words.class.getResourceAsStream("/performance/words.yaml")) {
            return new Words(mapper.readValue(stream, Entries.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Pattern> patterns(Map<String, List<String>> words) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        words.forEach((key, list) -> patterns.put(key, any(list)));
        return patterns;
    }

    private static Pattern any(List<String> words) {
        return Pattern.compile("(?:" + String.join("|", words) + ")[：:]?");
    }

    private static Optional<String> find(Map<String, Pattern> patterns, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return patterns.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The field a label names. */
    Optional<String> field(String text) {
        return find(fields, text);
    }

    /** The column a header of the indicators names. */
    Optional<String> column(String text) {
        return find(columns, text);
    }

    /** Whether a text is the header of a column of levels; every header of indicators has one. */
    boolean isLevelColumn(String text) {
        return !text.isEmpty() && is("levelColumn", text);
    }

    /** The column a header of the money block names. */
    Optional<String> funding(String text) {
        return find(funding, text);
    }

    /** The column a header of a summary list names. */
    Optional<String> summary(String text) {
        return find(summary, text);
    }

    /** Whether a text is one of the words under a key: frame, money, moneyWithin, expected, achieved, total, grade. */
    boolean is(String key, String text) {
        Pattern pattern = others.get(key);
        return pattern != null
                && text.length() <= LONGEST
                && pattern.matcher(text).matches();
    }

    boolean isLevel1(String text) {
        return levels1.contains(text);
    }

    boolean isLevel2(String text) {
        return levels2.contains(text);
    }

    /** Whether a word may be a first or a second level. */
    boolean isEither(String text) {
        return either.contains(text);
    }

    /** The first level a second level belongs to; empty text when it is not known. */
    String parent(String level2) {
        return parents.getOrDefault(level2, "");
    }

    /** The place of a second level in the order forms print them. */
    int order(String level2) {
        int at = levels2.indexOf(level2);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
