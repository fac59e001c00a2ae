package org.tongchou.benefit.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;

/** What random lives are made of: the words and days that matter to a pack. */
final class Words {
    private static final int YEARS = 5;
    private static final int WEIGHT = 4;

    final List<String> schemes;
    private final Map<String, List<String>> kinds = new HashMap<>();
    /** Whether class B lines have a share that is not their own. */
    final boolean classB;

    final List<String> levels;
    final List<String> providers;
    final List<String> personTypes;
    final List<String> identities;
    final List<String> feeTiers;
    final List<String> tags;
    final List<String> diseases;
    final List<String> categories;
    final List<String> diagnoses = new ArrayList<>(List.of("J18.9", "I10", "Z99"));
    /** Days on which something changes. */
    final List<LocalDate> changes;
    /** The day on which most values begin. */
    final LocalDate main;
    /** Days from there in which most lives are spent. */
    final int span = YEARS * 366;

    Words(PolicyPack pack) {
        Vocabulary words = pack.vocabulary();
        levels = words.levels();
        providers = words(words, Vocabulary.Kind.PROVIDERS);
        personTypes = words(words, Vocabulary.Kind.PERSON_TYPES);
        identities = words(words, Vocabulary.Kind.IDENTITIES);
        feeTiers = words(words, Vocabulary.Kind.FEE_TIERS);
        tags = words(words, Vocabulary.Kind.TAGS);
        diseases = words(words, Vocabulary.Kind.DISEASES);
        categories = words(words, Vocabulary.Kind.CATEGORIES);
        for (Word set : words.of(Vocabulary.Kind.DIAGNOSES).values()) {
            set.codes().forEach(code -> diagnoses.add(code.length() < 3 ? code + "12.3" : code));
        }
        Set<String> ofSchemes = new LinkedHashSet<>();
        pack.plans().forEach(plan -> asked(plan.when(), Fact.Kind.SCHEME, ofSchemes));
        // The two large ones much oftener than all others.
        List<String> weighted = new ArrayList<>();
        for (int i = 0; i < WEIGHT; i++) {
            weighted.addAll(List.of("employee", "resident", "resident"));
        }
        ofSchemes.removeAll(weighted);
        weighted.addAll(ofSchemes);
        schemes = List.copyOf(weighted);
        for (String scheme : weighted) {
            kinds.put(scheme, kindsOf(pack, scheme));
        }
        classB = pack.plans().stream().anyMatch(plan -> plan.split().classB() != null);
        Set<LocalDate> days = new TreeSet<>();
        Map<LocalDate, Integer> begins = new HashMap<>();
        for (Parameter parameter : pack.parameters().values()) {
            for (DatedValue value : parameter.values()) {
                days.add(value.from());
                begins.merge(value.from(), 1, Integer::sum);
                if (value.to() != null) {
                    days.add(value.to().plusDays(1));
                }
            }
        }
        changes = List.copyOf(days);
        main = begins.entrySet().stream()
                .max(Comparator.<Map.Entry<LocalDate, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    /** The kinds that plans for a scheme ask for; some of those that every region has when there is none. */
    List<String> kinds(String scheme) {
        List<String> found = kinds.getOrDefault(scheme, List.of());
        return found.isEmpty() ? List.of("inpatient", "outpatient", "chronic") : found;
    }

    private static List<String> kindsOf(PolicyPack pack, String scheme) {
        Set<String> found = new LinkedHashSet<>();
        pack.plans().forEach(plan -> {
            Set<String> schemes = new LinkedHashSet<>();
            asked(plan.when(), Fact.Kind.SCHEME, schemes);
            if (schemes.isEmpty() || schemes.contains(scheme)) {
                asked(plan.when(), Fact.Kind.KIND, found);
            }
        });
        return List.copyOf(found);
    }

    private static List<String> words(Vocabulary words, Vocabulary.Kind kind) {
        return List.copyOf(words.of(kind).keySet());
    }

    /** The words of a fact that a condition asks for. */
    private static void asked(Condition condition, Fact.Kind kind, Set<String> found) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(each -> asked(each, kind, found));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(each -> asked(each, kind, found));
        } else if (condition instanceof Condition.Is is && is.fact().kind() == kind) {
            found.addAll(is.words());
        }
    }
}
