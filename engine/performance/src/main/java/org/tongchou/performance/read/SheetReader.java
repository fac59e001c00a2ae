package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;

/** Finds and reads the sheets of a document. Forms run over page breaks and touch one another. */
final class SheetReader {
    private static final Pattern TITLE = Pattern.compile("(?:表?\\d*[：:、]?)?[^，。]{0,60}绩效[^，。]{0,20}表(?:（[^）]{1,12}）)?");
    private static final Pattern YEAR = Pattern.compile("[（(]?\\d{4}年?度?[)）]?");
    private static final Pattern HEADING =
            Pattern.compile("(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+部分|\\d+[.．、]).*");
    private static final int HEADER_WITHIN = 60;
    private static final int TITLE_WITHIN = 5;

    private final List<Line> lines;
    private final Words words;
    private final Notes notes;

    SheetReader(List<Line> lines, Words words, Notes notes) {
        this.lines = lines;
        this.words = words;
        this.notes = notes;
    }

    /**
     * A sheet with the lines it takes.
     *
     * @param sheet the sheet
     * @param from index of its first line
     * @param to index after its last line
     */
    record Found(Sheet sheet, int from, int to) {}

    List<Found> read() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        int free = 0;
        while (at < lines.size()) {
            if (!begins(at)) {
                at++;
                continue;
            }
            int titleAt = title(at, free);
            Draft draft = new Draft(titleAt < 0 ? "" : lines.get(titleAt).only(), at);
            int from = titleAt < 0 ? at : titleAt;
            at = draft.read();
            draft.sheet().ifPresent(sheet -> found.add(new Found(sheet, from, draft.to)));
            free = at;
        }
        return found;
    }

    /** Whether a form begins here: a label of its head, with a header of indicators not far below. */
    private boolean begins(int at) {
        Line line = lines.get(at);
        if (line.isParagraph()) {
            return false;
        }
        if (Header.of(line, words).isPresent()) {
            return true;
        }
        if (!opens(line)) {
            return false;
        }
        for (int i = at + 1; i < Math.min(lines.size(), at + HEADER_WITHIN); i++) {
            if (Header.of(lines.get(i), words).isPresent()) {
                return true;
            }
            if (opensByName(lines.get(i))) {
                return false;
            }
        }
        return false;
    }

    private boolean opens(Line line) {
        return opensByName(line)
                || (words.is("money", line.first()) && line.filled().size() > 1);
    }

    private boolean opensByName(Line line) {
        Optional<String> field = line.isParagraph() ? Optional.empty() : words.field(line.first());
        return field.isPresent()
                && (field.get().equals("name") || field.get().equals("whole"))
                && line.filled().stream()
                        .noneMatch(cell -> words.summary(cell.text())
                                .filter(role -> role.equals("score"))
                                .isPresent());
    }

    /** Where the title above a form stands: the nearest line that looks like one and is free; -1 when there is none. */
    private int title(int at, int free) {
        for (int i = at - 1; i >= Math.max(free, at - TITLE_WITHIN); i--) {
            String text = lines.get(i).only();
            if (TITLE.matcher(text).matches()) {
                return i;
            }
            if (!text.isEmpty()
                    && !YEAR.matcher(text).matches()
                    && !lines.get(i).isParagraph()) {
                return -1;
            }
        }
        return -1;
    }

    /** One form while it is read. */
    private final class Draft {
        private final String title;
        private final int from;
        private final Map<String, String> fields = new HashMap<>();
        private final FundingRows money = new FundingRows(words);
        private @Nullable IndicatorRows indicators;
        private @Nullable Header header;
        private String expected = "";
        private String achieved = "";
        private boolean goalNext;
        private @Nullable PrintedNumber totalWeight;
        private @Nullable PrintedNumber totalScore;
        private @Nullable Place totalPlace;
        private String grade = "";
        private int to;

        Draft(String title, int from) {
            this.title = title;
            this.from = from;
            this.to = from;
        }

        /** Reads to the end of the form; gives the index after it. */
        int read() {
            int at = from;
            while (at < lines.size()) {
                Line line = lines.get(at);
                if (at > from && ends(at)) {
                    break;
                }
                if (!line.isParagraph()) {
                    to = at + 1;
                    if (take(line)) {
                        return closing(at + 1);
                    }
                }
                at++;
            }
            return Math.max(at, from + 1);
        }

        private boolean ends(int at) {
            Line line = lines.get(at);
            String only = line.only();
            if (line.isParagraph()) {
                return TITLE.matcher(only).matches()
                        || (indicators != null && HEADING.matcher(only).matches());
            }
            boolean next = indicators != null
                    && (opensByName(line)
                            || (begins(at) && Header.of(line, words).isEmpty()));
            return next || (indicators != null && TITLE.matcher(only).matches());
        }

        /** Takes a row; whether it was the total. */
        private boolean take(Line line) {
            Optional<Header> found = Header.of(line, words);
            if (found.isPresent()) {
                if (indicators == null) {
                    header = found.get();
                    indicators = new IndicatorRows(found.get(), words, notes);
                }
                return false;
            }
            if (indicators == null) {
                head(line);
                return false;
            }
            if (words.is("total", line.first())) {
                total(line);
                return true;
            }
            indicators.row(line);
            return false;
        }

        private void head(Line line) {
            List<Line.Cell> filled = line.filled();
            if (goalNext) {
                goal(filled);
                return;
            }
            for (int i = 0; i < filled.size(); i++) {
                Optional<String> field = words.field(filled.get(i).text());
                String value = i + 1 < filled.size() ? filled.get(i + 1).text() : "";
                if (field.isPresent() && words.field(value).isEmpty()) {
                    fields.putIfAbsent(field.get(), value);
                }
            }
            if (!goalHeader(filled)) {
                money.row(line);
            }
        }

        private boolean goalHeader(List<Line.Cell> filled) {
            boolean found = false;
            for (Line.Cell cell : filled) {
                String text = cell.text();
                if (words.is("expected", text) || words.is("achieved", text)) {
                    found = true;
                } else if (text.startsWith("预期目标")) {
                    expected = text.substring("预期目标".length());
                    return true;
                }
            }
            for (Line.Cell cell : filled) {
                String text = cell.text();
                if (text.startsWith("目标实际完成情况") && text.length() > "目标实际完成情况".length()) {
                    achieved = text.substring("目标实际完成情况".length());
                    return true;
                }
            }
            boolean inRow = found && filled.size() == 2 && filled.get(1).text().length() > 12;
            if (inRow) {
                expected = filled.get(1).text();
                return true;
            }
            boolean only =
                    filled.size() == 1 && words.is("expected", filled.get(0).text());
            goalNext = found && !only;
            return found;
        }

        private void goal(List<Line.Cell> filled) {
            goalNext = false;
            List<String> texts = filled.stream()
                    .map(Line.Cell::text)
                    .filter(text -> !words.is("frame", text))
                    .toList();
            if (!texts.isEmpty()) {
                expected = texts.get(0);
            }
            if (texts.size() > 1) {
                achieved = texts.get(1);
            }
        }

        private void total(Line line) {
            List<PrintedNumber> numbers = line.filled().stream()
                    .skip(1)
                    .flatMap(cell -> PrintedNumber.find(cell.text()).stream())
                    .toList();
            totalPlace = line.place();
            if (numbers.size() > 1) {
                totalWeight = numbers.get(0);
            }
            if (!numbers.isEmpty()) {
                totalScore = numbers.get(numbers.size() - 1);
            }
        }

        /** The lines below the total: the grade. */
        private int closing(int at) {
            int next = at;
            while (next < lines.size() && words.is("grade", lines.get(next).first())) {
                List<Line.Cell> filled = lines.get(next).filled();
                if (filled.size() > 1) {
                    grade = filled.get(filled.size() - 1).text();
                }
                next++;
                to = next;
            }
            return next;
        }

        Optional<Sheet> sheet() {
            if (indicators == null || header == null || indicators.list().isEmpty()) {
                return Optional.empty();
            }
            Funding funding = money.funding();
            SheetKind kind = kind(header);
            List<Indicator> lined = indicators.list();
            boolean whole = fields.containsKey("whole");
            String name = whole ? "部门整体" : fields.getOrDefault("name", nameOfTitle());
            Sheet.Project project = new Sheet.Project(
                    name,
                    whole ? fields.getOrDefault("whole", "") : fields.getOrDefault("department", ""),
                    fields.getOrDefault("unit", ""),
                    fields.getOrDefault("item", ""),
                    fields.getOrDefault("unitCode", ""),
                    fields.getOrDefault("budgetCode", ""));
            return Optional.of(new Sheet(
                    kind,
                    title,
                    project,
                    funding,
                    new Sheet.Goal(expected, achieved),
                    lined,
                    new Sheet.Totals(totalWeight, totalScore, grade, totalPlace),
                    lines.get(from).place(),
                    lines.get(Math.max(from, to - 1)).place()));
        }

        private SheetKind kind(Header columns) {
            boolean targets = !columns.scored();
            if (title.contains("监控") || columns.has("monitored")) {
                return SheetKind.MONITORING;
            }
            if (fields.containsKey("whole") || title.contains("整体")) {
                return targets ? SheetKind.DEPARTMENT_TARGETS : SheetKind.DEPARTMENT;
            }
            if (title.contains("区域")) {
                return targets ? SheetKind.REGION_TARGETS : SheetKind.REGION;
            }
            if (!columns.has("target") && columns.has("weight")) {
                return SheetKind.INDICATOR_SYSTEM;
            }
            return targets ? SheetKind.TARGETS : SheetKind.SELF_EVALUATION;
        }

        private String nameOfTitle() {
            return title.replaceFirst("^(?:表?\\d+[：:、])", "").replaceFirst("(?:项目支出|专项资金)?绩效[^绩]*表.*$", "");
        }
    }
}
