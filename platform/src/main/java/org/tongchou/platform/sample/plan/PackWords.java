package org.tongchou.platform.sample.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;

/** The words of a policy that people of a region are described by, found by their national codes and names. */
final class PackWords {
    static final String EMPLOYEE = "employee";
    static final String RESIDENT = "resident";
    static final String CADRE = "retired_cadre";

    static final String WORKING = "11";
    static final String FLEXIBLE = "1103";
    static final String RETIRED = "12";
    static final String CADRES = "13";
    static final String NEWBORN = "1401";
    static final String PRESCHOOL = "1402";
    static final String PUPIL = "1403";
    static final String STUDENT = "1404";
    static final String ADULT = "15";
    static final String OLD = "16";

    private final Vocabulary vocabulary;
    private final Set<String> schemes;
    private final String feeTier;

    PackWords(PolicyPack pack) {
        vocabulary = pack.vocabulary();
        schemes = vocabulary.wordsOf(Fact.of(Fact.Kind.SCHEME));
        feeTier = vocabulary.of(Vocabulary.Kind.FEE_TIERS).keySet().stream()
                .findFirst()
                .orElse("");
    }

    /** The person type of a national code: that of the code itself, else of one that begins with it or with which it begins. */
    String type(String code) {
        Map<String, Word> types = vocabulary.of(Vocabulary.Kind.PERSON_TYPES);
        List<String> found = new ArrayList<>();
        types.values().stream().filter(word -> word.codes().contains(code)).forEach(word -> found.add(word.id()));
        types.values().stream()
                .filter(word -> word.codes().stream().anyMatch(one -> one.startsWith(code) || code.startsWith(one)))
                .forEach(word -> found.add(word.id()));
        return found.isEmpty() ? "" : found.get(0);
    }

    /** Whether the policy has a scheme. */
    boolean hasScheme(String scheme) {
        return schemes.contains(scheme);
    }

    /** The first fee tier; empty when the policy has none. */
    String feeTier() {
        return feeTier;
    }

    /** The first identity whose name has a word. */
    Optional<String> identity(String part) {
        return vocabulary.of(Vocabulary.Kind.IDENTITIES).values().stream()
                .filter(word -> word.name().contains(part))
                .map(Word::id)
                .findFirst();
    }
}
