package org.tongchou.benefit.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;

/**
 * The words of a year file by number.
 *
 * @param words the words of each fact in order
 * @param diagnoses ICD-10 codes in order
 */
public record ClaimsWords(Map<Fact.Kind, List<String>> words, List<String> diagnoses) {
    /** The facts that are words in a year file. */
    static final List<Fact.Kind> FACTS = List.of(
            Fact.Kind.SEX,
            Fact.Kind.SCHEME,
            Fact.Kind.PERSON_TYPE,
            Fact.Kind.FEE_TIER,
            Fact.Kind.IDENTITY,
            Fact.Kind.DISEASE,
            Fact.Kind.KIND,
            Fact.Kind.LEVEL,
            Fact.Kind.PROVIDER,
            Fact.Kind.PLACE,
            Fact.Kind.FILING,
            Fact.Kind.PAYMENT_MODE,
            Fact.Kind.TAG,
            Fact.Kind.CATEGORY);

    /** Facts that hold several words at once have a bit for each; no other fact has more words than fit in a byte. */
    static final int MOST = 64;

    /** The number of a diagnosis fits in two bytes. */
    static final int MOST_DIAGNOSES = Short.MAX_VALUE;

    /** Copies the collections. */
    public ClaimsWords {
        Map<Fact.Kind, List<String>> copy = new EnumMap<>(Fact.Kind.class);
        words.forEach((fact, list) -> copy.put(fact, List.copyOf(list)));
        words = Collections.unmodifiableMap(copy);
        diagnoses = List.copyOf(diagnoses);
    }

    /** The words of a region, and some ICD-10 codes besides those of its sets. */
    public static ClaimsWords of(Vocabulary vocabulary, List<String> otherDiagnoses) {
        Map<Fact.Kind, List<String>> words = new EnumMap<>(Fact.Kind.class);
        for (Fact.Kind fact : FACTS) {
            words.put(fact, List.copyOf(vocabulary.wordsOf(Fact.of(fact))));
        }
        List<String> diagnoses = new ArrayList<>(otherDiagnoses);
        for (Word set : vocabulary.of(Vocabulary.Kind.DIAGNOSES).values()) {
            set.codes().stream().filter(code -> !diagnoses.contains(code)).forEach(diagnoses::add);
        }
        return new ClaimsWords(words, diagnoses);
    }

    /** The words of a fact. */
    public List<String> of(Fact.Kind fact) {
        return words.getOrDefault(fact, List.of());
    }

    /** The number of a word; -1 when it is not there. */
    public int number(Fact.Kind fact, String word) {
        return of(fact).indexOf(word);
    }

    /** The key of a fact's words in the manifest. */
    static String key(Fact.Kind fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }

    /** For each ICD-10 code the sets of a region that it lies in, as bits. */
    long[] sets(Vocabulary vocabulary) {
        long[] sets = new long[diagnoses.size()];
        int place = 0;
        for (Word set : vocabulary.of(Vocabulary.Kind.DIAGNOSES).values()) {
            for (int i = 0; i < sets.length; i++) {
                String code = diagnoses.get(i).toUpperCase(Locale.ROOT);
                if (set.codes().stream().anyMatch(prefix -> code.startsWith(prefix.toUpperCase(Locale.ROOT)))) {
                    sets[i] |= 1L << place;
                }
            }
            place++;
        }
        return sets;
    }
}
