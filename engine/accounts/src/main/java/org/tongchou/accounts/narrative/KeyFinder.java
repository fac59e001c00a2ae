package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.narrative.Quantity.Kind;

/** Finds the key of a figure by the words around the number. */
final class KeyFinder {
    /** What keys of shares start with: {@code 占比/part/whole}. */
    static final String SHARE = "占比/";

    private static final String GROUP = "$1";
    private static final int LONGEST_LEAD = 60;
    private static final Quantity NAMED = new Quantity(0, 0, BigDecimal.ZERO, 0, "万元", Kind.MONEY);
    private static final String BRACKET = "(?:（[^（）]{0,40}）)?";
    private static final KeyFinder STANDARD = new KeyFinder(Patterns.standard());

    private final Patterns patterns;
    private final List<Rule> rules;
    private final SubjectCodes subjects;
    private final Set<String> known;

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

    /** The finder of the patterns shipped with the library. */
    static KeyFinder standard() {
        return STANDARD;
    }

    private KeyFinder(Patterns patterns) {
        this.patterns = patterns;
        this.subjects = new SubjectCodes(patterns.tail());
        this.known = known(patterns);
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
                .or(() -> money
                        ? subjects.findMarked(lead, context.siblings()).map(key -> subject(key, context))
                        : Optional.empty())
                .or(() -> findByPattern(lead, after, quantity, context))
                .or(() -> money
                        ? subjects.findNamed(lead, context.section(), context.siblings())
                                .map(key -> subject(key, context))
                        : Optional.empty());
    }

    private Found subject(String key, Context context) {
        return new Found(List.of(key), patterns.subjectWhole(context.section()), List.of());
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
                        .map(key -> key.contains(GROUP) ? key.replace(GROUP, matcher.group(1)) : key)
                        .toList();
                return Optional.of(found(figure, keys));
            }
        }
        return Optional.empty();
    }

    /** Whether a key is one of the accounts' own, not words taken from a sentence. */
    boolean knows(String key) {
        int slash = key.indexOf('/');
        return known.contains(key) || (slash > 0 && known.contains(key.substring(0, slash + 1)));
    }

    /** The keys that patterns give, and what composed keys start with. */
    private static Set<String> known(Patterns patterns) {
        Set<String> known = new HashSet<>(Set.of(SubjectCodes.FUNCTIONAL, SubjectCodes.ECONOMIC, SHARE));
        patterns.bases().forEach(base -> known.add(base.base() + "/"));
        patterns.zeros().forEach(zero -> known.add(zero.key()));
        patterns.figures().forEach(figure -> figure.allKeys().forEach(key -> known.add(key.replace(GROUP, ""))));
        return Set.copyOf(known);
    }

    /** The money figure that words name without a number: 货物采购授予中小企业合同金额, 收、支总计. */
    Optional<Found> findNamed(String words, Context context) {
        return find(words, "", NAMED, context);
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
