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
    private static final Pattern CODED =
            Pattern.compile("(?<![\\d.])(2[0-3]\\d(?:\\d\\d){0,2}|3(?:0\\d|1\\d|99)(?:\\d\\d)?)[-—]?[一-龥、（）]{2,40}$");

    private final Patterns patterns;
    private final List<Rule> rules;

    /** A pattern with its words compiled to end where the number starts. */
    private record Rule(Patterns.Figure figure, @Nullable Pattern before) {}

    /**
     * A figure a pattern knows.
     *
     * @param keys its keys; several for 收、支总计各 …
     * @param start index in the lead of the words that named it
     * @param whole key of the figure that a bare 占 x% refers to; null when unknown
     * @param series keys of further numbers that follow with only 、 between
     */
    record Found(List<String> keys, int start, @Nullable String whole, List<String> series) {}

    KeyFinder(Patterns patterns) {
        this.patterns = patterns;
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
     * @param section cleaned heading path
     * @param earlier keys stated before in the same sentence
     */
    Optional<Found> find(String lead, String after, Quantity quantity, String section, Collection<String> earlier) {
        String end = tail(lead);
        if (quantity.kind() == Kind.MONEY && !lead.isEmpty()) {
            Matcher coded = CODED.matcher(end);
            if (coded.find()) {
                return Optional.of(new Found(
                        List.of("科目/" + coded.group(1)),
                        lead.length() - end.length() + coded.start(),
                        null,
                        List.of()));
            }
        }
        for (Rule rule : rules) {
            Patterns.Figure figure = rule.figure();
            if (!fitsUnit(figure, quantity)
                    || (figure.earlier() != null && !earlier.contains(figure.earlier()))
                    || (figure.section() != null
                            && !figure.section().matcher(section).find())
                    || (figure.after() != null
                            && !figure.after().matcher(head(after)).find())) {
                continue;
            }
            if (rule.before() == null) {
                return Optional.of(found(figure, figure.keys(), lead.length()));
            }
            Matcher matcher = rule.before().matcher(end);
            if (matcher.find()) {
                List<String> keys = figure.keys().stream()
                        .map(key -> key.contains("$1") ? key.replace("$1", matcher.group(1)) : key)
                        .toList();
                return Optional.of(found(figure, keys, lead.length() - end.length() + matcher.start()));
            }
        }
        return Optional.empty();
    }

    /** The money figure that words name without a number: 货物采购授予中小企业合同金额, 收、支总计. */
    Optional<Found> findNamed(String words, String section, Collection<String> earlier) {
        return find(words, "", NAMED, section, earlier);
    }

    /** The key of the whole that 占… names. */
    Optional<String> findWhole(String words) {
        return patterns.findWhole(words);
    }

    private static Found found(Patterns.Figure figure, List<String> keys, int start) {
        return new Found(keys, start, figure.of(), figure.series() == null ? List.of() : figure.series());
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
