package org.tongchou.performance.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Severity;

/**
 * One check as written in {@code performance/checks.yaml}.
 *
 * @param id unique name, {@code group.what}
 * @param group heads the finding in reports: perf.weights, perf.score, report.total …
 * @param severity what a relation that does not hold means
 * @param says the rule as one Chinese sentence
 * @param each what it runs through: one of {@link Scopes#WORDS}; empty for a builtin
 * @param relation the relation as written; empty for a builtin
 * @param sides its two sides and the sign between them; null for a builtin
 * @param exact whether the sides must agree to the last digit; otherwise rounding of printed figures is allowed for
 * @param builtin name of the Java rule; empty for a relation
 * @param words what the Java rule is told: words, or numbers as text
 * @param source where the rule comes from
 */
public record PerformanceCheck(
        String id,
        String group,
        Severity severity,
        String says,
        String each,
        String relation,
        @Nullable Sides sides,
        boolean exact,
        String builtin,
        List<String> words,
        String source) {
    /** Copies the list. */
    public PerformanceCheck {
        words = List.copyOf(words);
    }

    /**
     * A relation taken apart.
     *
     * @param left expression
     * @param sign {@code =}, {@code ≤} or {@code ≥}
     * @param right expression
     */
    public record Sides(String left, String sign, String right) {}
}
