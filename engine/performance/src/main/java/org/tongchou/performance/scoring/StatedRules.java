package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.files.yaml.YamlNode.Mapping;
import org.tongchou.files.yaml.YamlNode.Scalar;
import org.tongchou.files.yaml.YamlNode.Sequence;

/** Rules that a sheet states itself in its column 评分标准. What they look like is data in {@code stated.yaml}. */
public final class StatedRules {
    private static final String FILE = "stated.yaml";
    private static final String STATED = "表内评分标准";
    private static final String TRUST = "published figure";
    private static final String TIERS = "tiers";

    /** Longer cells are no 评分标准. */
    private static final int LONGEST = 1000;

    private static final int LEAST_TIERS = 2;

    private StatedRules() {}

    /**
     * The rules that a text states, one for each clause; its name is the clause and its origin the whole text.
     *
     * @param standard 评分标准 as printed
     * @return none when the text states no rule that can be computed; else full points for a target that is met come
     *     first where the text takes points off
     */
    public static List<ScoringRule> of(String standard) {
        String text = Text.compact(standard);
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        List<ScoringRule> rules = new ArrayList<>();
        Map<BigDecimal, Tiers.Tier> tiers = new TreeMap<>(Comparator.reverseOrder());
        List<String> tierClauses = new ArrayList<>();
        boolean[] used = new boolean[text.length()];
        for (Clause clause : Holder.CLAUSES) {
            Matcher matcher = clause.pattern().matcher(text);
            while (matcher.find()) {
                if (isFree(used, matcher)) {
                    Method method = MethodReader.read(clause.parameters(matcher));
                    if (method instanceof Tiers found) {
                        tiers.putIfAbsent(
                                found.tiers().get(0).from(), found.tiers().get(0));
                        tierClauses.add(matcher.group());
                    } else {
                        rules.add(rule(method, matcher.group(), standard));
                    }
                }
            }
        }
        if (tiers.size() >= LEAST_TIERS
                && !Holder.UNREAD.matcher(rest(text, used)).find()) {
            rules.add(rule(
                    new Tiers(List.copyOf(tiers.values()), Holder.measure(text)),
                    String.join("，", tierClauses),
                    standard));
        }
        if (rules.stream().anyMatch(rule -> rule.method() instanceof Step)) {
            rules.add(0, rule(new FullWhenMet(null), "达到目标值得满分", standard));
        }
        return List.copyOf(rules);
    }

    /** Marks the place of a match; false when part of it belongs to an earlier one. */
    private static boolean isFree(boolean[] used, Matcher matcher) {
        for (int i = matcher.start(); i < matcher.end(); i++) {
            if (used[i]) {
                return false;
            }
        }
        Arrays.fill(used, matcher.start(), matcher.end(), true);
        return true;
    }

    /** The text with what was read blanked out. */
    private static String rest(String text, boolean[] used) {
        StringBuilder rest = new StringBuilder(text);
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    private static ScoringRule rule(Method method, String clause, String standard) {
        return new ScoringRule(
                method.word(),
                clause,
                Set.of(Subject.INDICATOR, Subject.REPORT_ITEM),
                method,
                clause,
                STATED,
                TRUST,
                standard.strip());
    }

    /**
     * What a clause looks like.
     *
     * @param pattern finds it in a text without white space
     * @param method the word of the method it states
     * @param values parameters: fixed, or {@code $group} of the pattern
     * @param words what captured words stand for, by their beginning
     */
    private record Clause(Pattern pattern, String method, Map<String, String> values, Map<String, String> words) {
        Fields parameters(Matcher matcher) {
            Map<String, YamlNode> entries = new LinkedHashMap<>();
            values.forEach((key, value) ->
                    captured(matcher, value).ifPresent(text -> entries.put(key, new Scalar(text, 1))));
            if (method.equals(TIERS)) {
                Mapping tier = new Mapping(entries, 1);
                return fields(Map.of("tiers", new Sequence(List.of(tier), 1)));
            }
            return fields(entries);
        }

        private Fields fields(Map<String, YamlNode> entries) {
            Map<String, YamlNode> all = new LinkedHashMap<>(entries);
            all.put("method", new Scalar(method, 1));
            return new Fields(STATED, new Mapping(all, 1));
        }

        private Optional<String> captured(Matcher matcher, String value) {
            if (!value.startsWith("$")) {
                return Optional.of(value);
            }
            return Optional.ofNullable(matcher.group(value.substring(1)))
                    .map(text -> words.entrySet().stream()
                            .filter(word -> text.startsWith(word.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(text));
        }
    }

    private static final class Holder {
        private static final Fields FIELDS = Fields.read(FILE, RulePacks.resource(FILE));
        private static final Map<String, String> WORDS = FIELDS.entries("words");
        private static final Pattern COMPLETION = Pattern.compile(
                FIELDS.texts("completion").stream().map(Pattern::quote).collect(Collectors.joining("|")));
        private static final Pattern UNREAD = pattern(FIELDS.text("unread"));
        private static final List<Clause> CLAUSES =
                FIELDS.mappings("clauses").stream().map(Holder::clause).toList();

        static {
            FIELDS.done();
        }

        /** A pattern in which # stands for a number. */
        private static Pattern pattern(String written) {
            return Pattern.compile(written.replace("#", "\\d{1,9}(?:\\.\\d{1,4})?"));
        }

        /** What the thresholds of tiers are measured in. */
        private static Measure measure(String text) {
            return COMPLETION.matcher(text).find() ? Measure.COMPLETION : Measure.RATE;
        }

        private static Clause clause(Fields entry) {
            try {
                Clause clause = new Clause(
                        pattern(entry.text("clause")), entry.text("method"), entry.entries("parameters"), WORDS);
                entry.done();
                return clause;
            } catch (PatternSyntaxException e) {
                throw entry.wrong("clause", "clause 不是有效的正则表达式：" + e.getDescription());
            }
        }
    }
}
