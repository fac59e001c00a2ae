package org.tongchou.platform.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Puts Chinese names in place of the words of the rules: those of the pack, and those of {@code region/policy-words.yaml} that
 * every pack has.
 */
public final class PolicyWords {
    private static final Pattern WORD = Pattern.compile("[^\\s、：（），；]+");
    private static final Table TABLE = read();

    private final Map<String, String> names = new HashMap<>(TABLE.words());
    private final Map<String, Map<String, String>> words = new HashMap<>();

    /** The names of a pack. */
    public PolicyWords(PolicyPack pack) {
        Vocabulary vocabulary = pack.vocabulary();
        for (Fact.Kind kind : Fact.Kind.values()) {
            Map<String, String> own = new HashMap<>();
            kind.words().ifPresent(of -> vocabulary.of(of).values().forEach(word -> own.put(word.id(), word.name())));
            kind.fixedWords().forEach(word -> own.put(word, TABLE.words().getOrDefault(word, word)));
            own.putAll(TABLE.after().getOrDefault(kind.word(), Map.of()));
            words.put(kind.word(), own);
        }
        Map<String, String> funds = new HashMap<>();
        vocabulary.funds().forEach((id, fund) -> funds.put(id, fund.name()));
        words.put(Fact.Kind.FUND.word(), funds);
        vocabulary.classes().keySet().forEach(name -> {
            words.put("class." + name, Map.of("none", "无"));
            names.put("class." + name, "人员分类");
        });
        pack.counters().forEach((name, counter) -> names.put("counter." + name, counter.meaning()));
        pack.parameters().values().forEach(parameter -> names.put(parameter.name(), "“" + parameter.meaning() + "”"));
        names.putAll(TABLE.facts());
    }

    /** The text with names for the words that are known: after a fact its own words, elsewhere those of all. */
    String named(String text) {
        Matcher found = WORD.matcher(text);
        StringBuilder named = new StringBuilder();
        Map<String, String> after = Map.of();
        while (found.find()) {
            String word = found.group();
            String own = after.get(word);
            if (own == null) {
                after = words.getOrDefault(word, after);
                own = names.getOrDefault(word, word);
            }
            found.appendReplacement(named, Matcher.quoteReplacement(own));
        }
        return found.appendTail(named).toString();
    }

    /** The name of a word after a fact, {@code kind} or {@code fund} for example; the word itself when it has none. */
    public String of(String fact, String word) {
        return words.getOrDefault(fact, Map.of()).getOrDefault(word, names.getOrDefault(word, word));
    }

    private static Table read() {
        try (InputStream in = PolicyWords.class.getResourceAsStream("/region/policy-words.yaml")) {
            if (in == null) {
                throw new IllegalStateException("policy-words.yaml is missing");
            }
            return YAMLMapper.builder().build().readValue(in, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file: names of facts, of their words, and of words after one fact. */
    private record Table(
            Map<String, String> facts, Map<String, String> words, Map<String, Map<String, String>> after) {}
}
