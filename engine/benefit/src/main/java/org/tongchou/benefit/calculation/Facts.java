package org.tongchou.benefit.calculation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongchou.benefit.policy.Fact;

/** What the conditions of parameters may ask: words and whole numbers by fact. Immutable. */
public final class Facts {
    /** Nothing is known. */
    public static final Facts NONE = new Facts(Map.of(), Map.of());

    private final Map<Fact.Kind, Set<String>> words;
    private final Map<Fact.Kind, Long> numbers;

    private Facts(Map<Fact.Kind, Set<String>> words, Map<Fact.Kind, Long> numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** These facts and a word; an empty one says that there is none. */
    public Facts with(Fact.Kind kind, String word) {
        return with(kind, word.isEmpty() ? List.of() : List.of(word));
    }

    /** These facts and a word; an empty one says that it is not known. */
    public Facts withKnown(Fact.Kind kind, String word) {
        return word.isEmpty() ? this : with(kind, word);
    }

    /** These facts and the words of one that may have several, perhaps none. */
    public Facts with(Fact.Kind kind, Collection<String> several) {
        Map<Fact.Kind, Set<String>> more = new LinkedHashMap<>(words);
        more.put(kind, Collections.unmodifiableSet(new TreeSet<>(several)));
        return new Facts(more, numbers);
    }

    /** These facts and a number. */
    public Facts with(Fact.Kind kind, long number) {
        Map<Fact.Kind, Long> more = new LinkedHashMap<>(numbers);
        more.put(kind, number);
        return new Facts(words, more);
    }

    /** These facts and one that is {@code yes} or {@code no}. */
    public Facts with(Fact.Kind kind, boolean yes) {
        return with(kind, yes ? "yes" : "no");
    }

    /** The words of a fact; empty when nothing is known of it. */
    Optional<Set<String>> words(Fact.Kind kind) {
        return Optional.ofNullable(words.get(kind));
    }

    /** The number of a fact; empty when nothing is known of it. */
    Optional<Long> number(Fact.Kind kind) {
        return Optional.ofNullable(numbers.get(kind));
    }

    /** Every fact with words. */
    Map<Fact.Kind, Set<String>> words() {
        return Collections.unmodifiableMap(words);
    }
}
