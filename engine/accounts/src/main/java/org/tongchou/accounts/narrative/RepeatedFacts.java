package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private record Statement(
            int order, NarrativeFigure figure, String words, String year, Set<String> population, boolean report) {}

    /**
     * Finds them.
     *
     * @param figures the figures of one document in reading order
     * @return one fact for each pair of values, in the order of the first statements
     */
    public static List<RepeatedFact> find(List<NarrativeFigure> figures) {
        Map<String, List<Statement>> byWords = new LinkedHashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (NarrativeFigure figure : figures) {
            if (isCandidate(figure)) {
                Statement statement = statement(statements.size(), figure);
                statements.add(statement);
                byWords.computeIfAbsent(statement.words(), words -> new ArrayList<>())
                        .add(statement);
            }
        }
        Map<String, Found> found = new LinkedHashMap<>();
        for (Statement statement : statements) {
            for (String words : contained(statement.words())) {
                for (Statement other : byWords.getOrDefault(words, List.of())) {
                    if (contradict(statement, other)) {
                        record(found, words, statement, other);
                    }
                }
            }
        }
        return found.values().stream().map(Found::fact).toList();
    }

    private static boolean isCandidate(NarrativeFigure figure) {
        if (Patterns.standard().knows(figure.key())
                || figure.key().endsWith(FreeKeys.FORMER)
                || figure.section().endsWith(TextFlow.TABLE)) {
            return false;
        }
        String before = figure.sentence().substring(0, figure.offset());
        String clause = before.substring(before.lastIndexOf('；') + 1);
        int target = lastEnd(TARGET, clause);
        return (target < 0 || lastEnd(ACTUAL, clause) > target)
                && !AT_LEAST.matcher(after(figure)).find();
    }

    /** The words after the number and its unit. */
    private static String after(NarrativeFigure figure) {
        String rest = Shadow.of(figure.sentence().substring(figure.offset())).text();
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

    private static Statement statement(int order, NarrativeFigure figure) {
        String before =
                Shadow.of(figure.sentence().substring(0, figure.offset())).text();
        String year = "";
        Matcher years = YEAR.matcher(before);
        while (years.find()) {
            year = years.group();
        }
        Set<String> population = new HashSet<>();
        Matcher populations = POPULATION.matcher(before.substring(before.lastIndexOf('；') + 1));
        while (populations.find()) {
            population.add(populations.group());
        }
        String words = ENDING.matcher(figure.key().replace("的", "")).replaceFirst("");
        return new Statement(
                order,
                figure,
                words,
                year,
                population,
                REPORT.matcher(figure.section()).find());
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

    private static boolean contradict(Statement one, Statement other) {
        NarrativeFigure a = one.figure();
        NarrativeFigure b = other.figure();
        if (!a.unit().equals(b.unit())
                || a.value().compareTo(b.value()) == 0
                || (one.report() && other.report())
                || a.section().equals(b.section())
                || !agree(one.year(), other.year())
                || (!one.population().isEmpty()
                        && !other.population().isEmpty()
                        && !one.population().equals(other.population()))) {
            return false;
        }
        boolean same = one.words().equals(other.words());
        if (same && QUOTED.matcher(one.words()).find()) {
            return true;
        }
        return other.words().length() >= LONG_NAME && near(a.value(), b.value());
    }

    private static boolean agree(String year, String other) {
        return year.isEmpty() || other.isEmpty() || year.equals(other);
    }

    private static boolean near(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(a.abs().max(b.abs()).multiply(NEAR)) <= 0;
    }

    private static void record(Map<String, Found> found, String words, Statement one, Statement other) {
        NarrativeFigure first = one.order() < other.order() ? one.figure() : other.figure();
        NarrativeFigure second = one.order() < other.order() ? other.figure() : one.figure();
        String pair = words + '|' + first.unit() + '|' + low(first, second) + '|' + high(first, second);
        found.computeIfAbsent(pair, key -> new Found(words, first, second)).add(first, second);
    }

    private static String low(NarrativeFigure a, NarrativeFigure b) {
        return a.value().min(b.value()).stripTrailingZeros().toPlainString();
    }

    private static String high(NarrativeFigure a, NarrativeFigure b) {
        return a.value().max(b.value()).stripTrailingZeros().toPlainString();
    }

    private static final class Found {
        private final String words;
        private final NarrativeFigure first;
        private final NarrativeFigure second;
        private final List<NarrativeFigure> further = new ArrayList<>();

        Found(String words, NarrativeFigure first, NarrativeFigure second) {
            this.words = words;
            this.first = first;
            this.second = second;
        }

        void add(NarrativeFigure... statements) {
            for (NarrativeFigure statement : statements) {
                if (!statement.equals(first) && !statement.equals(second) && !further.contains(statement)) {
                    further.add(statement);
                }
            }
        }

        RepeatedFact fact() {
            return new RepeatedFact(words, first, second, further);
        }
    }
}
