package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongchou.accounts.model.NarrativeFigure;

/**
 * Finds quantities that a document states with two different values, outside the accounts themselves (those are checked
 * against the tables).
 *
 * <p>Careful rather than complete, because many numbers look alike. Two statements speak of the same quantity when unit,
 * year and population agree and
 *
 * <ul>
 *   <li>they are named by the same words with a quoted term in them ({@code “…”服务事项占比}), or
 *   <li>the words of one, at least eight characters, are the words of the other but for a short modifier, and the values
 *       are within 5 % of each other, as after a slip or an update in one place only.
 * </ul>
 *
 * Targets, former values and table cells do not count; of the two statements at least one stands outside the performance
 * reports, whose indicators are named alike for different projects.
 */
public final class RepeatedFacts {
    private static final int AROUND = 150;

    /** A name with more values than this names nothing in particular (得分). */
    private static final int MOST_VALUES = 12;

    private static final int LONG_NAME = 8;
    private static final int MODIFIER = 6;
    private static final BigDecimal NEAR = new BigDecimal("0.05");
    private static final Pattern QUOTED = Pattern.compile("“[^“”]{3,20}”");
    private static final Pattern TARGET = Pattern.compile("目标|预期|预计|计划|力争|预估|拟|争取|任务");
    private static final Pattern ACTUAL = Pattern.compile("实际|完成值|已完成");
    private static final Pattern AT_LEAST = Pattern.compile("^[^，。；]{0,4}以上");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d(?=年)");
    private static final Pattern POPULATION = Pattern.compile("职工|居民|在职|退休|学生|新生儿|困难|市级|县级|省级|农村");
    private static final Pattern REPORT = Pattern.compile("附件|报告|自评表|目标表|绩效");
    private static final Pattern ENDING = Pattern.compile("(?:数量|个数|总数|数|情况)$");

    private RepeatedFacts() {}

    /** A candidate with what has to agree; two that differ in nothing else say the same again. */
    private record Statement(
            String words, String unit, BigDecimal value, String year, Set<String> population, String section) {
        boolean report() {
            return REPORT.matcher(section).find();
        }
    }

    /** A figure and its position among all. */
    private record Ordered(int order, NarrativeFigure figure) {}

    /** The different statements, and all figures, of one name. */
    private record Named(Set<Statement> statements, List<Ordered> all) {}

    /**
     * Finds them.
     *
     * @param figures the figures of one document in reading order
     * @return one fact for each pair of values, in the order of the first statements
     */
    public static List<RepeatedFact> find(List<NarrativeFigure> figures) {
        Map<String, Named> byWords = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            if (isCandidate(figures.get(i))) {
                Statement statement = statement(figures.get(i));
                Named named = byWords.computeIfAbsent(
                        statement.words(), words -> new Named(new LinkedHashSet<>(), new ArrayList<>()));
                named.statements().add(statement);
                named.all().add(new Ordered(i, figures.get(i)));
            }
        }
        byWords.values().removeIf(named -> named.statements().size() > MOST_VALUES);
        Map<String, RepeatedFact> found = new LinkedHashMap<>();
        for (Map.Entry<String, Named> entry : byWords.entrySet()) {
            for (String words : contained(entry.getKey())) {
                Named other = byWords.get(words);
                if (other != null) {
                    compare(entry.getValue(), other, words, found);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static void compare(Named one, Named other, String words, Map<String, RepeatedFact> found) {
        for (Statement a : one.statements()) {
            for (Statement b : other.statements()) {
                if (contradict(a, b)) {
                    String pair = words
                            + '|'
                            + a.unit()
                            + '|'
                            + a.value().min(b.value())
                            + '|'
                            + a.value().max(b.value());
                    found.computeIfAbsent(pair, key -> fact(one, other, words, a, b));
                }
            }
        }
    }

    private static RepeatedFact fact(Named one, Named other, String words, Statement a, Statement b) {
        List<NarrativeFigure> all = Stream.concat(one.all().stream(), other.all().stream())
                .sorted(Comparator.comparingInt(Ordered::order))
                .map(Ordered::figure)
                .filter(figure -> figure.unit().equals(a.unit()))
                .filter(figure -> same(figure.value(), a.value()) || same(figure.value(), b.value()))
                .distinct()
                .toList();
        NarrativeFigure first = all.get(0);
        NarrativeFigure second = all.stream()
                .filter(figure -> !same(figure.value(), first.value()))
                .findFirst()
                .orElseThrow();
        List<NarrativeFigure> further = all.stream()
                .filter(figure -> !figure.equals(first) && !figure.equals(second))
                .toList();
        return new RepeatedFact(words, first, second, further);
    }

    private static boolean isCandidate(NarrativeFigure figure) {
        if (KeyFinder.standard().knows(figure.key())
                || figure.key().endsWith(FreeKeys.FORMER)
                || figure.section().endsWith(TextFlow.TABLE)) {
            return false;
        }
        String clause = clauseBefore(figure);
        int target = lastEnd(TARGET, clause);
        return (target < 0 || lastEnd(ACTUAL, clause) > target)
                && !AT_LEAST.matcher(after(figure)).find();
    }

    /** The cleaned words before the number, from the last ；. */
    private static String clauseBefore(NarrativeFigure figure) {
        String before = before(figure);
        return before.substring(before.lastIndexOf('；') + 1);
    }

    private static String before(NarrativeFigure figure) {
        int from = Math.max(0, figure.offset() - AROUND);
        return Shadow.of(figure.sentence().substring(from, figure.offset())).text();
    }

    /** The cleaned words after the number and its unit. */
    private static String after(NarrativeFigure figure) {
        int to = Math.min(figure.sentence().length(), figure.offset() + AROUND);
        String rest =
                Shadow.of(figure.sentence().substring(figure.offset(), to)).text();
        int unit = rest.indexOf(figure.unit());
        return unit < 0 ? "" : rest.substring(unit + figure.unit().length());
    }

    private static int lastEnd(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int end = -1;
        while (matcher.find()) {
            end = matcher.end();
        }
        return end;
    }

    private static Statement statement(NarrativeFigure figure) {
        String year = "";
        Matcher years = YEAR.matcher(before(figure));
        while (years.find()) {
            year = years.group();
        }
        Set<String> population = new HashSet<>();
        Matcher populations = POPULATION.matcher(clauseBefore(figure));
        while (populations.find()) {
            population.add(populations.group());
        }
        String words = ENDING.matcher(figure.key().replace("的", "")).replaceFirst("");
        return new Statement(
                words, figure.unit(), figure.value().stripTrailingZeros(), year, population, figure.section());
    }

    /** The words themselves and, where long enough, what is left of them without a modifier at either end. */
    private static Set<String> contained(String words) {
        Set<String> found = new HashSet<>();
        found.add(words);
        for (int length = Math.max(LONG_NAME, words.length() - MODIFIER); length < words.length(); length++) {
            for (int start = 0; start + length <= words.length(); start++) {
                found.add(words.substring(start, start + length));
            }
        }
        return found;
    }

    private static boolean contradict(Statement a, Statement b) {
        if (!a.unit().equals(b.unit())
                || same(a.value(), b.value())
                || (a.report() && b.report())
                || a.section().equals(b.section())
                || !(a.year().isEmpty() || b.year().isEmpty() || a.year().equals(b.year()))
                || !(a.population().isEmpty()
                        || b.population().isEmpty()
                        || a.population().equals(b.population()))) {
            return false;
        }
        return (a.words().equals(b.words()) && QUOTED.matcher(a.words()).find())
                || (b.words().length() >= LONG_NAME && near(a.value(), b.value()));
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    private static boolean near(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(a.abs().max(b.abs()).multiply(NEAR)) <= 0;
    }
}
