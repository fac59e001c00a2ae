package org.tongchou.platform.intake.read;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.spreadsheet.source.Titles;

/** The words of a field, found as people write them: code or name, whatever their case, spaces and brackets. */
final class FieldWords {
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final String[] keys;
    /** As the field itself writes them, for almost every cell is so. */
    private final Map<String, String> usual = new HashMap<>();

    FieldWords(Field field) {
        Map<String, String> words = new LinkedHashMap<>(field.words());
        keys = words.keySet().toArray(String[]::new);
        for (int i = 0; i < keys.length; i++) {
            codes.putIfAbsent(keys[i].toLowerCase(Locale.ROOT), i);
            names.putIfAbsent(Titles.plain(words.getOrDefault(keys[i], "")), i);
        }
        words.values().forEach(name -> search(name).ifPresent(key -> usual.put(name, key)));
        words.keySet().forEach(key -> usual.put(key, key));
    }

    /** Whether any code will do. */
    boolean isEmpty() {
        return keys.length == 0;
    }

    /** The code of a word; empty when there is no such word. */
    Optional<String> find(String text) {
        String key = usual.get(text);
        return key == null ? search(text) : Optional.of(key);
    }

    /** The first word whose code or name this is. */
    private Optional<String> search(String text) {
        return Stream.of(codes.get(CellReader.half(text).toLowerCase(Locale.ROOT)), names.get(Titles.plain(text)))
                .filter(place -> place != null)
                .min(Integer::compare)
                .map(place -> keys[place]);
    }
}
