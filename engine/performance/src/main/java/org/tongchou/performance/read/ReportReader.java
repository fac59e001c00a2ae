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
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.Marks.Mark;

/** Finds and reads the evaluation reports of a document: prose with points in its sentences. */
final class ReportReader {
    private static final int HEAD = 60;
    private static final int HEAD_LINES = 8;
    private static final int LONGEST = 300_000;

    private final ReportPatterns patterns = ReportPatterns.standard();
    private final Notes notes;

    ReportReader(Notes notes) {
        this.notes = notes;
    }

    /**
     * A report with the words that begin it.
     *
     * @param report the report
     * @param head its first paragraphs, which name the project
     */
    record Found(EvaluationReport report, String head) {}

    /** The reports, from the lines that no sheet has taken. */
    List<Found> read(List<Line> lines) {
        List<Found> reports = new ArrayList<>();
        for (List<Line> segment : segments(lines)) {
            report(segment).ifPresent(report -> reports.add(new Found(report, head(segment))));
        }
        return reports;
    }

    private static String head(List<Line> segment) {
        return segment.stream().limit(HEAD_LINES).map(Line::only).collect(Collectors.joining());
    }

    private List<List<Line>> segments(List<Line> lines) {
        List<List<Line>> segments = new ArrayList<>();
        List<Line> open = null;
        boolean head = true;
        int length = 0;
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
                length = 0;
            } else if (open != null && patterns.ends.matcher(text).matches() && isMainHeading(open, text)) {
                open = null;
            }
            if (open == null) {
                continue;
            }
            length += text.length();
            if (length > LONGEST) {
                notes.add(ProblemCode.TABLE_TOO_LARGE, line.place(), text, "评价报告正文超过 30 万字，从这一段起未读；请把各报告分开");
                open = null;
            } else {
                open.add(line);
                head &= begins || (text.length() < HEAD && text.indexOf('。') < 0);
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

    private Optional<EvaluationReport> report(List<Line> segment) {
        Prose prose = Prose.of(segment);
        String text = prose.text();
        if (patterns.points.stream().noneMatch(text::contains)) {
            return Optional.empty();
        }
        List<Mark> items = Marks.find(3, patterns.items, text);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>(Marks.find(1, patterns.groups, text));
        marks.addAll(Marks.find(2, patterns.parts, text));
        marks.addAll(items);
        marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::depth));
        List<Node> groups = ReportTree.of(prose, marks);
        List<String> paragraphs =
                segment.stream().map(line -> Plain.prose(line.only())).toList();
        String title = paragraphs.stream().filter(this::isTitle).findFirst().orElse("");
        String number = paragraphs.stream()
                .filter(line -> patterns.number.matcher(line).matches())
                .findFirst()
                .orElse("");
        boolean own = title.contains("评价报告") || !number.isEmpty();
        List<Place> places = prose.places();
        return Optional.of(new EvaluationReport(
                own ? EvaluationReport.Kind.EVALUATION : EvaluationReport.Kind.SELF_EVALUATION,
                title,
                number,
                project(paragraphs),
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

    /** The project as the title or a line of the head names it; empty text when neither does. */
    private String project(List<String> paragraphs) {
        for (String paragraph : paragraphs.subList(0, Math.min(paragraphs.size(), HEAD_LINES))) {
            for (Pattern pattern : patterns.projects) {
                Matcher matcher = pattern.matcher(paragraph);
                if (matcher.matches()) {
                    return matcher.group("name");
                }
            }
        }
        return "";
    }

    private List<Completion> completions(Prose prose) {
        List<Completion> completions = new ArrayList<>();
        for (Mark mark : Marks.find(0, patterns.completions, prose.text())) {
            Target target = target(mark);
            String actual = mark.group("actual");
            completions.add(new Completion(
                    mark.group("name"),
                    target,
                    new Actual(actual, number(actual)),
                    number(mark.group("rate")),
                    prose.place(mark.start())));
        }
        return completions;
    }

    private static Target target(Mark mark) {
        PrintedNumber value = number(mark.group("target"));
        if (value == null) {
            return Target.words(mark.group("target"));
        }
        String sign = mark.group("sign");
        Operator operator = Targets.operator(sign).orElse(null);
        return new Target(
                sign + mark.group("target") + mark.group("unit"),
                operator,
                operator == null ? Operator.AT_LEAST : operator,
                value,
                mark.group("unit"));
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
            PrintedNumber value = left == 0 ? number(Marks.group(matcher, "value")) : null;
            if (value != null) {
                String unit = Marks.group(matcher, "unit");
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
}
