package org.tongchou.benefit.policy;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.files.yaml.YamlNode.Mapping;

/** Reads the words of a region, from any number of files. */
final class VocabularyReader {
    private final Map<Vocabulary.Kind, Map<String, Word>> words = new EnumMap<>(Vocabulary.Kind.class);
    private final Map<String, Fund> funds = new LinkedHashMap<>();
    private final Map<String, PersonClass> classes = new LinkedHashMap<>();

    /** Adds the words of a file. */
    void read(Entry entry) {
        for (Vocabulary.Kind kind : Vocabulary.Kind.values()) {
            Map<String, Word> known = words.computeIfAbsent(kind, key -> new LinkedHashMap<>());
            add(entry, kind.key(), Shape.WORD, known, Word::place, (id, word) -> Optional.of(word(id, word)));
        }
        add(entry, "funds", Shape.FUND, funds, Fund::place, VocabularyReader::fund);
        entry.named("classes").forEach((name, node) -> read(entry, name, node));
    }

    /** All words read. */
    Vocabulary vocabulary() {
        return new Vocabulary(words, funds, classes);
    }

    private static <T> void add(
            Entry entry,
            String key,
            Shape shape,
            Map<String, T> known,
            Function<T, Place> place,
            BiFunction<String, Entry, Optional<T>> read) {
        entry.named(key, shape).forEach((id, below) -> {
            T before = known.get(id);
            if (before != null) {
                below.report(
                        PackRule.DEFINED_TWICE,
                        below.place(),
                        key + " 中的“" + id + "”已在 " + place.apply(before) + " 定义",
                        "请删去一处，或换一个名字");
            } else {
                read.apply(id, below).ifPresent(word -> known.put(id, word));
            }
        });
    }

    private static Word word(String id, Entry entry) {
        String name = entry.required("name", "给人看的名称");
        List<String> codes = entry.has("code") ? entry.words("code") : entry.words("codes");
        if (entry.has("code") && entry.has("codes")) {
            entry.report(PackRule.WRONG_FORM, entry.place("codes"), "code 和 codes 只写一个", "请删去一个，几个代码写成列表");
        }
        return new Word(id, name, codes, entry.place());
    }

    private static Optional<Fund> fund(String id, Entry entry) {
        String name = entry.required("name", "基金的名称");
        String code = entry.required("code", "基金支付类型代码，如 310100");
        Fund.Field field = entry.requiredChoice("field", Fund.Field.values(), Fund.Field::word);
        return field == null ? Optional.empty() : Optional.of(new Fund(id, name, code, field, entry.place()));
    }

    private void read(Entry entry, String name, YamlNode node) {
        PersonClass before = classes.get(name);
        if (before != null) {
            entry.report(
                    PackRule.DEFINED_TWICE,
                    entry.place(node),
                    "classes 中的“" + name + "”已在 " + before.place() + " 定义",
                    "请删去一处，或换一个名字");
            return;
        }
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            entry.wrong(node, name, "“类别: [身份, …]”，由高到低");
            return;
        }
        Map<String, List<String>> ranks = new LinkedHashMap<>();
        mapping.entries().forEach((rank, identities) -> ranks.put(rank, entry.words(rank, identities)));
        classes.put(name, new PersonClass(name, ranks, entry.place(node)));
    }
}
