package org.tongchou.benefit.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a region. All maps are in the order of the files.
 *
 * @param words the words of every kind; a kind without words is not there
 * @param funds who pays, by id
 * @param classes groups of identities by name
 */
public record Vocabulary(
        Map<Kind, Map<String, Word>> words, Map<String, Fund> funds, Map<String, PersonClass> classes) {
    /** What a word is used for. */
    public enum Kind {
        /** 险种, besides those that every region has. */
        SCHEMES("schemes"),
        /** 医疗机构等级, from low to high. */
        LEVELS("levels"),
        /** 医疗机构标记, for example {@code tcm}. */
        PROVIDERS("providers"),
        /** 人员类别. */
        PERSON_TYPES("person_types"),
        /** 身份. */
        IDENTITIES("identities"),
        /** 居民缴费档次. */
        FEE_TIERS("fee_tiers"),
        /** 标记, free words on a bill. */
        TAGS("tags"),
        /** 费用类别 of lines. */
        CATEGORIES("categories"),
        /** 门诊慢特病病种. */
        DISEASES("diseases"),
        /** 诊断组: sets of ICD-10 prefixes. */
        DIAGNOSES("diagnoses");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The key in the files. */
        public String key() {
            return key;
        }
    }

    /** Copies the maps, keeping their order. */
    public Vocabulary {
        Map<Kind, Map<String, Word>> copy = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (words.containsKey(kind)) {
                copy.put(kind, Collections.unmodifiableMap(new LinkedHashMap<>(words.get(kind))));
            }
        }
        words = Collections.unmodifiableMap(copy);
        funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** The words of a kind by id, in order; none when the region has no such words. */
    public Map<String, Word> of(Kind kind) {
        return words.getOrDefault(kind, Map.of());
    }

    /** The provider levels from low to high. */
    public List<String> levels() {
        return List.copyOf(of(Kind.LEVELS).keySet());
    }

    /** The words that a fact may have, in order: fixed ones first; empty for numbers and for facts with any word. */
    public Set<String> wordsOf(Fact fact) {
        List<String> all = new ArrayList<>(fact.kind().fixedWords());
        if (fact.kind() == Fact.Kind.CLASS) {
            PersonClass found = classes.get(fact.of());
            all.addAll(found == null ? Set.of() : found.ranks().keySet());
        }
        if (fact.kind() == Fact.Kind.FUND) {
            all.addAll(funds.keySet());
        }
        fact.kind().words().ifPresent(kind -> all.addAll(of(kind).keySet()));
        return Collections.unmodifiableSet(new LinkedHashSet<>(all));
    }
}
