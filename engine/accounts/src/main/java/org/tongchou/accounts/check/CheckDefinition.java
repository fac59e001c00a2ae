package org.tongchou.accounts.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.language.Condition;
import org.tongchou.accounts.check.language.Relation;
import org.tongchou.accounts.model.DocumentKind;

/**
 * One check as written in {@code checks/*.yaml}.
 *
 * @param id unique name, {@code group.what}
 * @param group see {@link CheckResult#group()}
 * @param severity what a relation that does not hold means
 * @param kind the kind of document it applies to; null for both
 * @param says the rule as one Chinese sentence
 * @param each what the check runs through, in order: quantifier to domain
 * @param when the conditions as written; empty when it always applies
 * @param conditions the conditions, parsed
 * @param relation the relation as written; empty for a builtin
 * @param relations the relation, parsed; several are alternatives of which one must hold; empty for a builtin
 * @param builtin name of the Java rule; null for a relation
 * @param words what the Java rule is told: lists of words by name
 * @param tolerance how far the sides may differ
 * @param message the message for people, with {left} {right} {diff} {where}; empty for the usual one
 * @param source where the rule comes from
 * @param origin file and line of the definition
 */
public record CheckDefinition(
        String id,
        String group,
        Severity severity,
        @Nullable DocumentKind kind,
        String says,
        Map<String, List<String>> each,
        String when,
        List<Condition> conditions,
        String relation,
        List<Relation> relations,
        @Nullable String builtin,
        Map<String, List<String>> words,
        Tolerance tolerance,
        String message,
        String source,
        String origin) {
    /** Copies the collections; the order of the quantifiers is kept. */
    public CheckDefinition {
        each = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(each));
        conditions = List.copyOf(conditions);
        relations = List.copyOf(relations);
        words = Map.copyOf(words);
    }

    /** What it means when a relation does not hold. */
    public enum Severity {
        /** The document contradicts itself. */
        ERROR("error", CheckResult.Outcome.FAIL, CheckResult.Cause.ERROR),
        /** Unusual. */
        WARN("warn", CheckResult.Outcome.WARN, CheckResult.Cause.EXPLAINABLE),
        /** Usual, but not compulsory. */
        SOFT("soft", CheckResult.Outcome.WARN, CheckResult.Cause.EXPLAINABLE);

        private final String word;
        private final CheckResult.Outcome outcome;
        private final CheckResult.Cause cause;

        Severity(String word, CheckResult.Outcome outcome, CheckResult.Cause cause) {
            this.word = word;
            this.outcome = outcome;
            this.cause = cause;
        }

        /** The word in check files. */
        public String word() {
            return word;
        }

        /**
         * The severity of a word in a check file.
         *
         * @throws CheckFileException naming the place and the words there are
         */
        public static Severity of(String at, String word) {
            for (Severity severity : values()) {
                if (severity.word.equals(word)) {
                    return severity;
                }
            }
            String known = Arrays.stream(values()).map(Severity::word).collect(Collectors.joining("、"));
            throw new CheckFileException(at, "severity 应为 " + known + " 之一，得到“" + word + "”");
        }

        /** What comes out when the relation does not hold. */
        public CheckResult.Outcome outcome() {
            return outcome;
        }

        /** Why, unless something better is known. */
        public CheckResult.Cause cause() {
            return cause;
        }
    }

    /** How far two sides may differ. */
    public enum Tolerance {
        /** Half of the last printed digit of each figure that is not zero. */
        ROUNDING("rounding"),
        /** Not at all. */
        NONE("none");

        private final String word;

        Tolerance(String word) {
            this.word = word;
        }

        /** The word in check files. */
        public String word() {
            return word;
        }
    }

    /** The words told under a name; empty when there are none. */
    List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }
}
