package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;

/** Finds and reads the evaluation reports of a document: prose with points in its sentences. */
final class ReportReader {
    private static final int HEAD = 60;
    private static final Pattern PROJECT = Pattern.compile(".*[—-]{2}(?<name>.+?)(?:项目)?支出?绩效评价报告.*");
    private static final Pattern STATED_ACTUAL =
            Pattern.compile("(?<value>-?\\d+(?:\\.\\d+)?)(?<unit>%|[\\p{IsHan}]{0,4}?)，(?:得满分|[得扣][\\d.]+分)$");

    private final ReportPatterns patterns = ReportPatterns.standard();

    /** The reports, from the lines that no sheet has taken. */
    List<EvaluationReport> read(List<Line> lines) {
        List<EvaluationReport> reports = new ArrayList<>();
        for (List<Line> segment : segments(lines)) {
            report(segment).ifPresent(reports::add);
        }
        return reports;
    }

    private List<List<Line>> segments(List<Line> lines) {
        List<List<Line>> segments = new ArrayList<>();
        List<Line> open = null;
        boolean head = true;
        for (Line line : lines) {
            String text = line.isParagraph() ? Plain.prose(line.only()) : "";
            if (text.isEmpty()) {
                continue;
            }
            boolean begins = begins(text);
            if (begins && (open == null || !head)) {
                open = new ArrayList<>();
                segments.add(open);
                head = true;
            } else if (open != null && patterns.ends.matcher(text).matches() && isMainHeading(open, text)) {
                open = null;
            }
            if (open != null) {
                open.add(line);
                head &= begins || text.length() < HEAD;
            }
        }
        return segments;
    }

    /** The sections of a report are headings too: only one that no report has ends it. */
    private static boolean isMainHeading(List<Line> open, String text) {
        return open.size() > 3 && (text.contains("表") || text.startsWith("第"));
    }

    private boolean begins(String text) {
        return patterns.letterhead.matcher(text).matches()
                || patterns.number.matcher(text).matches()
                || isTitle(text);
    }

    private boolean isTitle(String text) {
        return patterns.titles.stream().anyMatch(title -> title.matcher(text).matches());
    }

    /** What a match in the text is. */
    private record Mark(int depth, int start, int end, Matcher matcher) {}

    private Optional<EvaluationReport> report(List<Line> segment) {
        Prose prose = Prose.of(segment);
        if (prose.isEmpty()) {
            return Optional.empty();
        }
        String text = prose.text();
        List<Mark> items = marks(3, patterns.items, text);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>(marks(1, patterns.groups, text));
        marks.addAll(marks(2, patterns.parts, text));
        marks.addAll(items);
        marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::depth));
        List<Node> groups = new Tree(prose, marks).groups();
        String title = segment.stream()
                .map(line -> Plain.prose(line.only()))
                .filter(this::isTitle)
                .findFirst()
                .orElse("");
        String number = segment.stream()
                .map(line -> Plain.prose(line.only()))
                .filter(line -> patterns.number.matcher(line).matches())
                .findFirst()
                .orElse("");
        boolean own = title.contains("评价报告") || !number.isEmpty();
        Matcher project = PROJECT.matcher(title);
        List<Place> places = prose.places();
        return Optional.of(new EvaluationReport(
                own ? EvaluationReport.Kind.EVALUATION : EvaluationReport.Kind.SELF_EVALUATION,
                title,
                number,
                project.matches() ? project.group("name") : "",
                -1,
                amounts(prose, patterns.amounts),
                groups,
                completions(prose),
                overview(text, groups),
                counts(prose),
                total(prose),
                grade(text),
                places.get(0),
                places.get(places.size() - 1)));
    }

    private static List<Mark> marks(int depth, List<Pattern> patterns, String text) {
        List<Mark> marks = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            int at = 0;
            while (matcher.find(at)) {
                int start = matcher.start();
                int end = matcher.end();
                boolean free = marks.stream().noneMatch(mark -> start < mark.end() && mark.start() < end);
                if (free) {
                    Matcher kept = pattern.matcher(text);
                    kept.find(start);
                    marks.add(new Mark(depth, start, end, kept));
                }
                at = Math.max(end, start + 1);
            }
        }
        return marks;
    }

    /** Puts marks in their order under one another. */
    private static final class Tree {
        private final Prose prose;
        private final List<Mark> marks;
        private int at;

        Tree(Prose prose, List<Mark> marks) {
            this.prose = prose;
            this.marks = marks;
        }

        List<Node> groups() {
            while (at < marks.size() && marks.get(at).depth() > 1) {
                at++;
            }
            List<Node> groups = new ArrayList<>();
            while (at < marks.size()) {
                Node group = node();
                if (!group.children().isEmpty()) {
                    groups.add(group);
                }
            }
            return groups;
        }

        private Node node() {
            Mark mark = marks.get(at++);
            List<Node> children = new ArrayList<>();
            while (at < marks.size() && marks.get(at).depth() > mark.depth()) {
                Node child = node();
                boolean empty = child.children().isEmpty() && child.weight() == null;
                if (!empty) {
                    children.add(child);
                }
            }
            return node(mark, children);
        }

        private Node node(Mark mark, List<Node> children) {
            Matcher matcher = mark.matcher();
            String name = group(matcher, "name").replaceAll("^[，、：]+|[。，；：]+$", "");
            String reason = group(matcher, "reason");
            Target target = Targets.parse(group(matcher, "target"), "", name);
            return new Node(
                    name,
                    number(group(matcher, "weight")),
                    number(group(matcher, "score")),
                    target,
                    target.present() ? Targets.actual(group(matcher, "actual"), target) : actualOf(reason),
                    reason,
                    children,
                    prose.place(matcher.start("name") < 0 ? mark.start() : matcher.start("name")));
        }
    }

    /** The number in a reason: 基本医保参保人数318.69万人，得3.97分. */
    private static Actual actualOf(String reason) {
        Matcher matcher = STATED_ACTUAL.matcher(reason);
        return matcher.find()
                ? new Actual(matcher.group("value") + matcher.group("unit"), number(matcher.group("value")))
                : Actual.NONE;
    }

    private List<Completion> completions(Prose prose) {
        List<Completion> completions = new ArrayList<>();
        List<Mark> marks = marks(0, patterns.completions, prose.text());
        marks.sort(Comparator.comparingInt(Mark::start));
        for (Mark mark : marks) {
            Matcher matcher = mark.matcher();
            String unit = group(matcher, "unit");
            PrintedNumber value = number(group(matcher, "target"));
            String sign = group(matcher, "sign");
            Operator operator = sign.isEmpty() ? null : sign.startsWith("小") ? Operator.AT_MOST : Operator.AT_LEAST;
            Target target = new Target(
                    sign + group(matcher, "target") + unit,
                    operator,
                    operator == null ? Operator.AT_LEAST : operator,
                    value,
                    unit);
            String actual = group(matcher, "actual");
            completions.add(new Completion(
                    group(matcher, "name"),
                    target,
                    new Actual(actual, number(actual)),
                    number(group(matcher, "rate")),
                    prose.place(mark.start())));
        }
        return completions;
    }

    /** The numbers that sentences give, the first of each kind. */
    static List<Amount> amounts(Prose prose, List<ReportPatterns.Said> said) {
        List<Amount> amounts = new ArrayList<>();
        for (ReportPatterns.Said one : said) {
            Matcher matcher = one.pattern().matcher(prose.text());
            int left = one.nth();
            while (left > 0 && matcher.find()) {
                left--;
            }
            PrintedNumber value = left == 0 ? number(group(matcher, "value")) : null;
            if (value != null) {
                String unit = group(matcher, "unit");
                amounts.add(new Amount(
                        one.name(), value, unit.isEmpty() ? one.unit() : unit, prose.place(matcher.start("value"))));
            }
        }
        return amounts;
    }

    private Map<String, PrintedNumber> overview(String text, List<Node> groups) {
        Map<String, PrintedNumber> overview = new LinkedHashMap<>();
        int end = text.indexOf("总得分");
        if (end < 0) {
            return overview;
        }
        int begin = Math.max(text.lastIndexOf('。', end), text.lastIndexOf('\n', end)) + 1;
        List<String> names = groups.stream()
                .flatMap(group -> group.children().stream())
                .map(Node::name)
                .toList();
        Matcher matcher = patterns.overview.matcher(text.substring(begin, end));
        while (matcher.find()) {
            PrintedNumber score = number(matcher.group("score"));
            if (score != null && names.contains(matcher.group("name"))) {
                overview.put(matcher.group("name"), score);
            }
        }
        return overview;
    }

    private Map<String, Amount> counts(Prose prose) {
        List<ReportPatterns.Said> said = patterns.counts.entrySet().stream()
                .map(entry -> new ReportPatterns.Said(entry.getKey(), "", "error", 1, "个", entry.getValue()))
                .toList();
        return amounts(prose, said).stream()
                .collect(Collectors.toMap(Amount::name, amount -> amount, (a, b) -> a, LinkedHashMap::new));
    }

    private @Nullable Amount total(Prose prose) {
        List<ReportPatterns.Said> said = patterns.total.stream()
                .map(pattern -> new ReportPatterns.Said("总得分", "", "error", 1, "分", pattern))
                .toList();
        return amounts(prose, said).stream().findFirst().orElse(null);
    }

    private String grade(String text) {
        for (Pattern pattern : patterns.grade) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return matcher.group("value");
            }
        }
        return "";
    }

    private static @Nullable PrintedNumber number(String text) {
        return PrintedNumber.find(text).orElse(null);
    }

    /** A named group; empty text when the pattern has none or it did not take part. */
    private static String group(Matcher matcher, String name) {
        if (!matcher.pattern().pattern().contains("(?<" + name + ">")) {
            return "";
        }
        String text = matcher.group(name);
        return text == null ? "" : text;
    }
}
