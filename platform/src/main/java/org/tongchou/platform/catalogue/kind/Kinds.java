package org.tongchou.platform.catalogue.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Refusal;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All kinds of catalogue, in the order of {@code catalogue/kinds.yaml}. */
public final class Kinds {
    private static final Table TABLE = read();
    private static final Map<String, Kind> BY_KEY = byKey();

    private Kinds() {}

    /** All kinds. */
    public static List<Kind> all() {
        return TABLE.kinds();
    }

    /** A kind; refuses keys that are none. */
    public static Kind get(@Nullable String key) {
        Kind kind = key == null ? null : BY_KEY.get(key);
        if (kind == null) {
            throw Refusal.field("E-CAT-001", "目录类别", key, "系统已有的目录");
        }
        return kind;
    }

    /** Columns that change with every download. */
    static Set<String> bookkeeping() {
        return TABLE.bookkeeping();
    }

    private static Map<String, Kind> byKey() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        TABLE.kinds().forEach(kind -> kinds.put(kind.key(), kind));
        return Map.copyOf(kinds);
    }

    private static Table read() {
        try (InputStream in = Kinds.class.getResourceAsStream("/catalogue/kinds.yaml")) {
            if (in == null) {
                throw new IllegalStateException("kinds.yaml is missing");
            }
            return YAMLMapper.builder().build().readValue(in, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(Set<String> bookkeeping, List<Kind> kinds) {}
}
