package org.tongchou.benefit.settle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PersonClass;
import org.tongchou.benefit.policy.Vocabulary;

/** The words of a pack by number, so that nothing is looked up by its name while a bill is settled. */
final class Words {
    /** Not one of the words. */
    static final int NONE = -1;

    /** Not the category of a line: what depends on it is not asked now. */
    static final int UNASKED = -2;

    private final Map<Fact.Kind, Table> byKind = new EnumMap<>(Fact.Kind.class);
    private final List<PersonClass> classes;
    private final List<Table> classTables = new ArrayList<>();
    private final int[][] classOfIdentity;

    /** The words of one fact in order, and their numbers. */
    record Table(List<String> words, Map<String, Integer> numbers) {
        static Table of(Iterable<String> ordered) {
            List<String> words = new ArrayList<>();
            Map<String, Integer> numbers = new HashMap<>();
            for (String word : ordered) {
                numbers.put(word, words.size());
                words.add(word);
            }
            return new Table(words, numbers);
        }

        int number(String word) {
            return numbers.getOrDefault(word, NONE);
        }

        String word(int number) {
            return number < 0 ? "" : words.get(number);
        }

        int longs() {
            return (words.size() + Long.SIZE - 1) / Long.SIZE;
        }
    }

    Words(Vocabulary vocabulary) {
        for (Fact.Kind kind : Fact.Kind.values()) {
            if (!kind.isNamed() && !kind.isNumber()) {
                byKind.put(kind, Table.of(vocabulary.wordsOf(Fact.of(kind))));
            }
        }
        classes = List.copyOf(vocabulary.classes().values());
        for (PersonClass group : classes) {
            classTables.add(Table.of(vocabulary.wordsOf(new Fact(Fact.Kind.CLASS, group.name()))));
        }
        classOfIdentity = classOfIdentity();
    }

    /** For each class and identity the number of the rank, or {@link Integer#MAX_VALUE}. */
    private int[][] classOfIdentity() {
        Table identities = table(Fact.Kind.IDENTITY);
        int[][] ranks = new int[classes.size()][identities.words().size()];
        for (int i = 0; i < ranks.length; i++) {
            java.util.Arrays.fill(ranks[i], Integer.MAX_VALUE);
            Table table = classTables.get(i);
            for (Map.Entry<String, List<String>> rank : classes.get(i).ranks().entrySet()) {
                for (String identity : rank.getValue()) {
                    int number = identities.number(identity);
                    if (number >= 0) {
                        ranks[i][number] = Math.min(ranks[i][number], table.number(rank.getKey()));
                    }
                }
            }
        }
        return ranks;
    }

    /** The words of a fact; none for numbers. */
    Table table(Fact fact) {
        return fact.kind() == Fact.Kind.CLASS ? classTables.get(classIndex(fact.of())) : table(fact.kind());
    }

    Table table(Fact.Kind kind) {
        return byKind.getOrDefault(kind, Table.of(List.of()));
    }

    /** Where the word of a fact lies in {@link Facts}. */
    int slot(Fact fact) {
        return fact.kind() == Fact.Kind.CLASS
                ? Fact.Kind.values().length + classIndex(fact.of())
                : Places.of(fact.kind());
    }

    int slots() {
        return Fact.Kind.values().length + classes.size();
    }

    private int classIndex(String name) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the vocabulary has no class " + name);
    }

    int classCount() {
        return classes.size();
    }

    /** The rank of a class that an identity gives, or {@link Integer#MAX_VALUE}. */
    int rank(int classIndex, int identity) {
        return classOfIdentity[classIndex][identity];
    }
}
