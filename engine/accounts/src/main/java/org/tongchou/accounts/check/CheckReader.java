package org.tongchou.accounts.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckDefinition.Tolerance;
import org.tongchou.accounts.check.language.ExpressionParser;
import org.tongchou.accounts.check.language.LanguageException;
import org.tongchou.accounts.check.language.Vocabulary;
import org.tongchou.accounts.model.DocumentKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads check files. Whatever is wrong in one is a {@link CheckFileException} with file, line and how to mend it. */
final class CheckReader {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CheckReader() {}

    /** A check as it stands in the file. */
    private record Entry(
            @Nullable String id,
            @Nullable String group,
            @Nullable String severity,
            @Nullable String kind,
            @Nullable String says,
            @Nullable LinkedHashMap<String, List<String>> each,
            @Nullable String when,
            @JsonProperty("check") @Nullable String relation,
            @Nullable String builtin,
            @Nullable Map<String, List<String>> words,
            @Nullable String tolerance,
            @Nullable String message,
            @Nullable String source) {}

    static Vocabulary vocabulary(String file, String text) {
        try {
            return MAPPER.readValue(text, Vocabulary.class);
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
    }

    static List<CheckDefinition> definitions(String file, String text, Vocabulary vocabulary) {
        List<CheckDefinition> definitions = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new CheckFileException(file + ":1", "应为检查的列表，每项以“- id:”开头");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String origin = file + ":" + parser.currentTokenLocation().getLineNr();
                definitions.add(definition(origin, MAPPER.readValue(parser, Entry.class), vocabulary));
            }
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
        return definitions;
    }

    /** Complains about a check id that is given twice. */
    static List<CheckDefinition> unique(List<CheckDefinition> definitions) {
        Map<String, String> seen = new HashMap<>();
        for (CheckDefinition definition : definitions) {
            String before = seen.put(definition.id(), definition.origin());
            if (before != null) {
                throw new CheckFileException(
                        definition.origin(), "检查 " + definition.id() + " 已在 " + before + " 定义，请换一个 id");
            }
        }
        return definitions;
    }

    private static CheckFileException unreadable(String file, JacksonException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return new CheckFileException(file + ":" + line, "不是有效的检查文件：" + e.getOriginalMessage(), e);
    }

    private static CheckDefinition definition(String origin, Entry entry, Vocabulary vocabulary) {
        String id = required(origin, "id", entry.id());
        String at = origin + " 检查 " + id;
        Map<String, List<String>> each = new LinkedHashMap<>();
        if (entry.each() != null) {
            entry.each()
                    .forEach((quantifier, domain) -> each.put(
                            quantifier,
                            domain.stream()
                                    .flatMap(name -> vocabulary.expand(name).stream())
                                    .toList()));
        }
        if ((entry.relation() == null) == (entry.builtin() == null)) {
            throw new CheckFileException(at, "check 与 builtin 应写且只写一个");
        }
        if (entry.builtin() != null && !Builtins.names().contains(entry.builtin())) {
            throw new CheckFileException(
                    at, "没有内置检查“" + entry.builtin() + "”，可用：" + String.join("、", Builtins.names()));
        }
        try {
            ExpressionParser parser = new ExpressionParser(vocabulary, each);
            String when = entry.when() == null ? "" : entry.when();
            return new CheckDefinition(
                    id,
                    required(at, "group", entry.group()),
                    Severity.of(at, required(at, "severity", entry.severity())),
                    kind(at, required(at, "kind", entry.kind())),
                    required(at, "says", entry.says()),
                    each,
                    when,
                    when.isEmpty() ? List.of() : parser.conditions(when),
                    entry.relation() == null ? "" : entry.relation(),
                    entry.relation() == null ? List.of() : parser.relations(entry.relation()),
                    entry.builtin(),
                    entry.words() == null ? Map.of() : entry.words(),
                    tolerance(at, entry.tolerance()),
                    entry.message() == null ? "" : entry.message(),
                    required(at, "source", entry.source()),
                    origin);
        } catch (LanguageException e) {
            throw new CheckFileException(at, e.explanation(), e);
        }
    }

    private static String required(String at, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new CheckFileException(at, "缺少 " + field);
        }
        return value;
    }

    private static Tolerance tolerance(String at, @Nullable String word) {
        return word == null
                ? Tolerance.ROUNDING
                : Arrays.stream(Tolerance.values())
                        .filter(tolerance -> tolerance.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> unknown(
                                at,
                                "tolerance",
                                word,
                                Arrays.stream(Tolerance.values())
                                        .map(Tolerance::word)
                                        .toList()));
    }

    private static @Nullable DocumentKind kind(String at, String word) {
        if (word.equals("both")) {
            return null;
        }
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.printed().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(at, "kind", word, List.of("预算", "决算", "both")));
    }

    private static CheckFileException unknown(String at, String field, String word, List<String> known) {
        return new CheckFileException(
                at, field + " 应为 " + known.stream().collect(Collectors.joining("、")) + " 之一，得到“" + word + "”");
    }
}
