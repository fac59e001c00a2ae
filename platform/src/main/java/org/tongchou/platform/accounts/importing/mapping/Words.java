package org.tongchou.platform.accounts.importing.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongchou.platform.spreadsheet.source.Titles;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What other systems call fields and values; data in {@code imports/words.yaml}. */
public final class Words {
    private final Map<Field, List<String>> headers;
    private final Map<Field, Map<String, String>> values;
    private final Set<String> totals;

    private record File(
            Map<String, List<String>> headers, Map<String, Map<String, String>> words, List<String> totals) {}

    private Words(File file) {
        this.headers = file.headers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> field(each.getKey()),
                        each -> each.getValue().stream().map(Titles::plain).toList()));
        this.values = file.words().entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(each -> field(each.getKey()), each -> plainKeys(each.getValue())));
        this.totals = file.totals().stream().map(Titles::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** The words that come with the application. */
    public static Words standard() {
        try (InputStream in = Words.class.getResourceAsStream("/imports/words.yaml")) {
            if (in == null) {
                throw new IllegalStateException("imports/words.yaml");
            }
            return new Words(YAMLMapper.builder().build().readValue(in, File.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field field(String code) {
        return Field.find(code).orElseThrow(() -> new IllegalStateException("field " + code));
    }

    static Map<String, String> plainKeys(Map<String, String> words) {
        return words.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> Titles.plain(each.getKey()), Map.Entry::getValue, (first, second) -> first));
    }

    /** The usual headings of a field, compared by {@link Titles#plain}, the best first. */
    List<String> headers(Field field) {
        return headers.getOrDefault(field, List.of());
    }

    /** Whether somebody calls some field so. */
    boolean isHeader(String plain) {
        return headers.values().stream().anyMatch(list -> list.contains(plain));
    }

    /** The usual words for a field's values, by {@link Titles#plain}. */
    Map<String, String> values(Field field) {
        return values.getOrDefault(field, Map.of());
    }

    /** Whether a text names a line of totals. */
    boolean isTotal(String text) {
        return text.length() < 20 && totals.contains(Titles.plain(text).replaceAll("[:：]$", ""));
    }
}
