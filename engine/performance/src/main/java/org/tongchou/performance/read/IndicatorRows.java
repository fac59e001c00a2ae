package org.tongchou.performance.read;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Target;

/** Reads the lines of a sheet, one after the other. */
final class IndicatorRows {
    private static final Pattern PRIOR =
            Pattern.compile("上年度?(?:数值|完成值|实际值)[：:]\\s*(?<value>\\S{1,30}?)(?:\\s+\\d|\\s*$|[。；;])");

    /** What a name and a reason may grow to by page breaks. */
    private static final int LONGEST = 2000;

    private static final int MOST_NAMED = 8;

    private final Header header;
    private final Words words;
    private final Notes notes;
    private final Levels levels;
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Place> moved = new ArrayList<>();

    IndicatorRows(Header header, Words words, Notes notes) {
        this.header = header;
        this.words = words;
        this.notes = notes;
        this.levels = new Levels(words);
    }

    List<Indicator> list() {
        return List.copyOf(indicators);
    }

    /** Tells, once for the sheet, which rows had their cells in other columns than the header says. */
    void tellMoved() {
        if (!moved.isEmpty()) {
            String places =
                    moved.stream().limit(MOST_NAMED).map(Place::rowLabel).collect(Collectors.joining("、"));
            notes.add(
                    ProblemCode.ROW_SHIFTED,
                    moved.get(0),
                    "",
                    "绩效指标有 " + moved.size() + " 行的单元格与表头错位，已按内容归位：" + places + (moved.size() > MOST_NAMED ? " 等" : ""));
        }
    }

    void row(Line line) {
        List<Line.Cell> filled = cells(line);
        if (filled.isEmpty()) {
            return;
        }
        if (filled.size() == 1 && continues(line, filled.get(0))) {
            return;
        }
        Alignment found = Alignment.of(filled, line.cells().size() == header.width(), header, words);
        levels.row(found.levels(), header.level2());
        String name = found.text("name");
        if (words.isLevel2(name)
                && found.levels().stream()
                        .noneMatch(cell -> words.isLevel2(cell.text()) && !words.isEither(cell.text()))) {
            levels.dropSecond(name);
        }
        if (name.isEmpty() && found.text("target").isEmpty()) {
            return;
        }
        add(line.place(), found, name);
    }

    /** The filled cells without the frame; a level that has run into the name beside it is a cell of its own. */
    private List<Line.Cell> cells(Line line) {
        List<Line.Cell> filled = new ArrayList<>();
        for (Line.Cell cell : line.filled()) {
            String[] parts = cell.raw().strip().split("\\s+", 2);
            boolean level = words.isLevel2(cell.text()) && cell.column() == header.level2();
            if (filled.isEmpty() && words.is("frame", cell.text()) && !level) {
                continue;
            }
            boolean joined = parts.length == 2 && words.isLevel2(parts[0]) && !words.isLevel2(cell.text());
            if (joined) {
                filled.add(new Line.Cell(cell.column(), parts[0], parts[0]));
                filled.add(new Line.Cell(cell.column(), Plain.compact(parts[1]), parts[1]));
            } else {
                filled.add(cell);
            }
        }
        return filled;
    }

    /** The rest of a cell that a page break cut: it belongs to the indicator above. */
    private boolean continues(Line line, Line.Cell cell) {
        boolean word = words.isLevel1(cell.text()) || words.isLevel2(cell.text());
        if (indicators.isEmpty() || word || !line.opens()) {
            return false;
        }
        int last = indicators.size() - 1;
        Indicator above = indicators.get(last);
        if (above.level3().length() + above.reason().length() > LONGEST) {
            return false;
        }
        boolean reason = header.has("reason") && cell.column() > header.at("name") + 1;
        indicators.set(
                last,
                reason ? above.withReason(above.reason() + cell.text()) : above.named(above.level3() + cell.text()));
        return true;
    }

    private void add(Place place, Alignment found, String name) {
        if (found.shifted()) {
            moved.add(place);
        }
        String standard = found.text("standard");
        Target target = header.has("target") ? target(place, found.raw("target"), standard, name) : Target.NONE;
        Actual actual = actual(place, found.raw("actual"), target, name);
        PrintedNumber weight = points(place, found, "weight");
        PrintedNumber score = points(place, found, "score");
        if (name.isEmpty()) {
            notes.add(
                    ProblemCode.INDICATOR_UNNAMED,
                    place,
                    found.text("target"),
                    "这一行没有三级指标名称，目标值“" + found.text("target") + "”照读");
        }
        if (weight == null && header.has("weight") && header.scored()) {
            notes.add(ProblemCode.WEIGHT_MISSING, place, name, "指标“" + Plain.shown(name) + "”没有分值，得分无法复算");
        }
        indicators.add(new Indicator(
                indicators.size() + 1,
                levels.level1(),
                levels.level2(),
                name,
                found.raw("explanation"),
                standard,
                target,
                actual,
                weight,
                score,
                prior(found.raw("explanation")),
                found.text("reason"),
                monitored(found),
                place));
    }

    private Target target(Place place, String printed, String standard, String name) {
        Target target = Targets.parse(printed, standard, name);
        if (!target.present() && !name.isEmpty()) {
            notes.add(ProblemCode.TARGET_MISSING, place, name, "指标“" + Plain.shown(name) + "”没有目标值，得分无法复算");
        }
        Targets.slip(printed).ifPresent(slip -> {
            String cell = "指标“" + Plain.shown(name) + "”的目标值“" + Plain.shown(Plain.compact(printed)) + "”";
            switch (slip) {
                case DOUBLED -> notes.add(ProblemCode.TARGET_DOUBLED, place, printed, cell + "印了两遍，按一遍读取");
                case TWO -> notes.add(ProblemCode.NUMBERS_SEVERAL, place, printed, cell + "含有两个数，应只有一个，按文字读取");
                case MISREAD ->
                    notes.add(ProblemCode.OPERATOR_MISREAD, place, printed, cell + "以“≠”开头，多半是“=”的误读，按“=”读取");
            }
        });
        return target;
    }

    private Actual actual(Place place, String printed, Target target, String name) {
        Actual actual = Targets.actual(printed, target);
        if (target.value() == null) {
            return actual;
        }
        String aim = "目标值“" + Plain.shown(target.printed()) + "”";
        String cell = "指标“" + Plain.shown(name) + "”的完成值“" + Plain.shown(Plain.compact(printed)) + "”";
        if (actual.printed().isEmpty() && header.has("actual")) {
            notes.add(
                    ProblemCode.ACTUAL_UNREADABLE, place, "", "指标“" + Plain.shown(name) + "”没有完成值，应与" + aim + "一样是数字");
        }
        PrintedNumber value = actual.value();
        if (value == null && !actual.printed().isEmpty()) {
            notes.add(ProblemCode.ACTUAL_UNREADABLE, place, printed, cell + "不是一个数，应与" + aim + "一样是数字");
        }
        Optional<String> mismatch = Targets.mismatch(printed, target);
        if (mismatch.isPresent()) {
            notes.add(ProblemCode.UNITS_DIFFER, place, printed, cell + "与" + aim + mismatch.get());
            return new Actual(actual.printed(), null);
        }
        boolean negative = value != null
                && value.value().signum() < 0
                && target.value().value().signum() > 0;
        if (negative) {
            notes.add(ProblemCode.ACTUAL_UNREADABLE, place, printed, cell + "是负数，与" + aim + "不符，请核对；照读");
        }
        return actual;
    }

    private @Nullable PrintedNumber points(Place place, Alignment found, String role) {
        String text = found.text(role).replaceFirst("分$", "");
        if (text.isEmpty() || text.matches("[-—－–/]+")) {
            return null;
        }
        Optional<PrintedNumber> number = PrintedNumber.find(text);
        if (number.isEmpty()) {
            notes.add(
                    ProblemCode.NUMBER_UNREADABLE,
                    place,
                    text,
                    "指标“" + Plain.shown(found.text("name")) + "”的" + (role.equals("weight") ? "分值" : "得分") + "“"
                            + Plain.shown(text) + "”不是数字");
        }
        return number.orElse(null);
    }

    private static @Nullable BigDecimal prior(String explanation) {
        Matcher matcher = PRIOR.matcher(explanation);
        return matcher.find()
                ? PrintedNumber.find(matcher.group("value").replaceFirst("[%％]$", ""))
                        .map(PrintedNumber::value)
                        .orElse(null)
                : null;
    }

    private static Map<String, String> monitored(Alignment found) {
        Map<String, String> values = new LinkedHashMap<>();
        found.cells().forEach((column, cell) -> {
            if (column.role().equals("monitored")) {
                values.put(column.name(), cell.text());
            }
        });
        return values;
    }
}
