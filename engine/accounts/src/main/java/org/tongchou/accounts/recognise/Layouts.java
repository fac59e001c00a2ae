package org.tongchou.accounts.recognise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All known layouts and the words shared by them. Loaded once; immutable.
 *
 * @param all the layouts in the order they are tried
 * @param words the shared words
 */
record Layouts(List<Layout> all, Vocabulary words) {
    private static final List<String> FILES = List.of("accounts.yaml");
    private static final Layouts STANDARD = load();

    /** The layouts shipped with the library. */
    static Layouts standard() {
        return STANDARD;
    }

    /** The first layout with this title. */
    Optional<Layout> findByTitle(String title) {
        return all.stream().filter(layout -> layout.titled(title)).findFirst();
    }

    /** The first layout all of whose identifying header words stand among these. */
    Optional<Layout> findByHeader(List<String> headerWords) {
        return all.stream()
                .filter(layout -> !layout.header().isEmpty())
                .filter(layout -> layout.header().stream()
                        .allMatch(pattern -> headerWords.stream()
                                .anyMatch(word -> pattern.matcher(word).matches())))
                .findFirst();
    }

    /** The role of a named row: what the layout says, else what holds in every table. */
    Optional<String> rowRole(Layout layout, @Nullable Side side, String name) {
        return layout.rowRole(side, name)
                .or(() -> words.rows().stream()
                        .filter(rule -> Layout.matchesAny(rule.names(), name))
                        .map(Layout.RowRule::role)
                        .findFirst());
    }

    /**
     * Words that headers and rows of any table are made of; see {@code layouts/vocabulary.yaml}.
     *
     * @param labels header words by kind of label column
     * @param skippedHeader header words that say nothing about the columns below
     * @param rows row names that mean the same in every table
     */
    record Vocabulary(
            Labels labels, @JsonProperty("skipped_header") List<Pattern> skippedHeader, List<Layout.RowRule> rows) {}

    /** Header words over code, unit-number, name and line columns, and over figures that are not money. */
    record Labels(List<Pattern> code, List<Pattern> id, List<Pattern> name, List<Pattern> line, List<Pattern> other) {}

    private static Layouts load() {
        YAMLMapper mapper = mapper();
        Vocabulary words = read(mapper, "vocabulary.yaml", new TypeReference<>() {});
        Map<String, Layout> byId = new LinkedHashMap<>();
        for (String file : FILES) {
            List<Layout> layouts = read(mapper, file, new TypeReference<>() {});
            for (Layout layout : layouts) {
                if (byId.put(layout.id(), layout) != null) {
                    throw new IllegalStateException(file + "：版式 " + layout.id() + " 重复定义");
                }
            }
        }
        List<Layout> all = new ArrayList<>();
        byId.values().forEach(layout -> all.add(inherit(layout, byId)));
        return new Layouts(List.copyOf(all), words);
    }

    private static Layout inherit(Layout layout, Map<String, Layout> byId) {
        return new Layout(
                layout.id(),
                layout.topic(),
                layout.shape(),
                layout.titles(),
                layout.header(),
                inherited(layout.columns(), layout.columnsOf(), Layout::columns, byId),
                null,
                inherited(layout.rows(), layout.rowsOf(), Layout::rows, byId),
                null,
                layout.under());
    }

    private static <T> List<T> inherited(
            List<T> own, @Nullable String from, Function<Layout, List<T>> part, Map<String, Layout> byId) {
        if (from == null) {
            return own;
        }
        Layout other = byId.get(from);
        if (other == null) {
            throw new IllegalStateException("版式 " + from + " 不存在，请检查 columns_of 或 rows_of");
        }
        return part.apply(other);
    }

    private static <T> T read(YAMLMapper mapper, String file, TypeReference<T> type) {
        InputStream stream = Layouts.class.getResourceAsStream("/layouts/" + file);
        if (stream == null) {
            throw new IllegalStateException("缺少版式文件 layouts/" + file);
        }
        return mapper.readValue(stream, type);
    }

    private static YAMLMapper mapper() {
        SimpleModule module = new SimpleModule();
        module.addDeserializer(Side.class, new SideDeserializer());
        return YAMLMapper.builder().addModule(module).build();
    }

    private static final class SideDeserializer extends ValueDeserializer<Side> {
        @Override
        public Side deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            for (Side side : Side.values()) {
                if (side.printed().equals(text)) {
                    return side;
                }
            }
            throw new IllegalStateException("版式中的 side 应为“收入”或“支出”，得到“" + text + "”");
        }
    }
}
