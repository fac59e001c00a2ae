package org.tongchou.benefit.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of somebody, by the words of the files; each change is a copy. */
final class SampleFacts implements Known {
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    private SampleFacts copy() {
        SampleFacts copy = new SampleFacts();
        copy.words.putAll(words);
        copy.numbers.putAll(numbers);
        copy.held.addAll(held);
        return copy;
    }

    SampleFacts word(String fact, String word) {
        SampleFacts copy = copy();
        copy.words.put(fact, word);
        return copy;
    }

    SampleFacts number(String fact, long number) {
        SampleFacts copy = copy();
        copy.numbers.put(fact, number);
        return copy;
    }

    SampleFacts has(String fact, String word) {
        SampleFacts copy = copy();
        copy.held.add(fact + " " + word);
        return copy;
    }

    @Override
    public String word(Fact fact) {
        return words.getOrDefault(fact.word(), "");
    }

    @Override
    public boolean holds(Fact fact, String word) {
        return held.contains(fact.word() + " " + word);
    }

    @Override
    public long number(Fact fact) {
        return numbers.getOrDefault(fact.word(), 0L);
    }
}
