package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.narrative.Quantity.Kind;

/** Finds the key of a figure by the words around the number. */
final class KeyFinder {
    private static final int LONGEST_LEAD = 60;
    private static final Quantity NAMED = new Quantity(0, 0, BigDecimal.ZERO, 0, "万元", Kind.MONEY);
    private static final String BRACKET = "(?:（[^（）]{0,40}）)?";
    private final Patterns patterns;
    private final List<Rule> rules;
    private final SubjectCodes subjects;

    /**
     * Where a number stands.
     *
     * @param section cleaned heading path
     * @param earlier keys stated before in the same sentence
     * @param siblings codes named before in the same section, nearest last
     */
    record Context(String section, Collection<String> earlier, List<String> siblings) {}

    /** A pattern with its words compiled to end where the number starts. */
    private record Rule(Patterns.Figure figure, @Nullable Pattern before) {}

    /**
     * A figure a pattern knows.
     *
     * @param keys its keys; several for 收、支总计各 …
     * @param whole key of the figure that a bare 占 x% refers to; null when unknown
     * @param series keys of further numbers that follow with only 、 between
     */
    record Found(List<String> keys, @Nullable String whole, List<String> series) {}

    KeyFinder(Patterns patterns) {
        this.patterns = patterns;
        this.subjects = new SubjectCodes(patterns.tail());
        this.rules = patterns.figures().stream()
                .map(figure -> new Rule(
                        figure,
                        figure.before() == null
                                ? null
                                : Pattern.compile("(?:" + figure.before() + ")" + BRACKET + patterns.tail() + "$")))
                .toList();
    }

    /**
     * The figure that a number states.
     *
     * @param lead cleaned words before the number, from the number before
     * @param after cleaned words after the unit
     * @param quantity the number
     * @param context where it stands
     */
    Optional<Found> find(String lead, String after, Quantity quantity, Context context) {
        boolean money = quantity.kind() == Kind.MONEY && !lead.isEmpty();
        return Optional.<Found>empty()
                .or(() -> money ? subjects.findMarked(lead, context.siblings()).map(this::subject) : Optional.empty())
                .or(() -> findByPattern(lead, after, quantity, context))
                .or(() -> money
                        ? subjects.findNamed(lead, context.section(), context.siblings())
                                .map(this::subject)
                        : Optional.empty());
    }

    private Found subject(String key) {
        return new Found(List.of(key), key.startsWith(SubjectCodes.FUNCTIONAL) ? "一般公共预算支出" : "一般公共预算基本支出", List.of());
    }

    private Optional<Found> findByPattern(String lead, String after, Quantity quantity, Context context) {
        String end = tail(lead);
        for (Rule rule : rules) {
            Patterns.Figure figure = rule.figure();
            if (!fitsUnit(figure, quantity)
                    || (figure.earlier() != null && !context.earlier().contains(figure.earlier()))
                    || (figure.section() != null
                            && !figure.section().matcher(context.section()).find())
                    || (figure.after() != null
                            && !figure.after().matcher(head(after)).find())) {
                continue;
            }
            if (rule.before() == null) {
                return Optional.of(found(figure, figure.keys()));
            }
            Matcher matcher = rule.before().matcher(end);
            if (matcher.find()) {
                List<String> keys = figure.keys().stream()
                        .map(key -> key.contains("$1") ? key.replace("$1", matcher.group(1)) : key)
                        .toList();
                return Optional.of(found(figure, keys));
            }
        }
        return Optional.empty();
    }

    /** The money figure that words name without a number: 货物采购授予中小企业合同金额, 收、支总计. */
    Optional<Found> findNamed(String words, Context context) {
        return find(words, "", NAMED, context);
    }

    /** The key of the whole that 占… names. */
    Optional<String> findWhole(String words) {
        return patterns.findWhole(words);
    }

    private static Found found(Patterns.Figure figure, List<String> keys) {
        return new Found(keys, figure.of(), figure.series() == null ? List.of() : figure.series());
    }

    private static boolean fitsUnit(Patterns.Figure figure, Quantity quantity) {
        if (figure.unit() == null) {
            return quantity.kind() == Kind.MONEY;
        }
        return figure.unit().matcher(quantity.unit()).matches();
    }

    private static String tail(String lead) {
        return lead.length() <= LONGEST_LEAD ? lead : lead.substring(lead.length() - LONGEST_LEAD);
    }

    private static String head(String after) {
        return after.length() <= LONGEST_LEAD ? after : after.substring(0, LONGEST_LEAD);
    }
}
