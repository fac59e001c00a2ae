package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;

/** One form while it is read, row by row: its head, its money, its goals, its indicators, its total. */
final class SheetDraft {
    /** The fields that name what a form is about. */
    static final Set<String> NAMES = Set.of("name", "transfer", "whole");

    private static final String WHOLE = "部门整体";

    private final String title;
    private final Words words;
    private final Notes notes;
    private final Map<String, String> fields = new HashMap<>();
    private final FundingRows money;
    private final GoalRows goals;
    private @Nullable IndicatorRows indicators;
    private @Nullable Header header;
    private Sheet.Totals totals = new Sheet.Totals(null, null, "", null);

    SheetDraft(String title, Words words, Notes notes) {
        this.title = title;
        this.words = words;
        this.notes = notes;
        this.money = new FundingRows(words);
        this.goals = new GoalRows(words);
    }

    /** Whether the form has a column for reasons. */
    boolean hasReasons() {
        return header != null && header.has("reason");
    }

    /** Whether the header of the indicators has been read. */
    boolean hasIndicators() {
        return indicators != null;
    }

    /**
     * Takes a row.
     *
     * @param found the header of indicators that the row is, if it is one
     * @return whether it was the total, after which only the grade may come
     */
    boolean take(Line line, Optional<Header> found) {
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

    /** Takes a row below the total; false when it is not the grade. */
    boolean takeGrade(Line line) {
        if (!words.is("grade", line.first())) {
            return false;
        }
        List<Line.Cell> filled = line.filled();
        if (filled.size() > 1) {
            totals = new Sheet.Totals(
                    totals.weight(),
                    totals.score(),
                    filled.get(filled.size() - 1).text(),
                    totals.place());
        }
        return true;
    }

    private void head(Line line) {
        if (goals.takeTexts(line)) {
            return;
        }
        List<Line.Cell> filled = line.filled();
        for (int i = 0; i < filled.size(); i++) {
            Optional<String> field = words.field(filled.get(i).text());
            String value = i + 1 < filled.size() ? filled.get(i + 1).text() : "";
            if (field.isPresent() && words.field(value).isEmpty()) {
                fields.putIfAbsent(field.get(), value);
            }
        }
        if (!goals.takeHeader(line)) {
            money.row(line);
        }
    }

    private void total(Line line) {
        List<PrintedNumber> numbers = new ArrayList<>();
        line.filled().stream()
                .skip(1)
                .forEach(cell -> PrintedNumber.find(cell.text()).ifPresent(numbers::add));
        totals = new Sheet.Totals(
                numbers.size() > 1 ? numbers.get(0) : null,
                numbers.isEmpty() ? null : numbers.get(numbers.size() - 1),
                "",
                line.place());
    }

    /**
     * The sheet; empty when there was no indicator.
     *
     * @param first where the form begins
     * @param last where it ends
     */
    Optional<Sheet> sheet(Place first, Place last) {
        if (indicators == null || header == null || indicators.list().isEmpty()) {
            return Optional.empty();
        }
        indicators.tellMoved();
        return Optional.of(new Sheet(
                kind(header), title, project(), money.funding(), goals.goal(), indicators.list(), totals, first, last));
    }

    /** What the form is about: a department as a whole, or a project with its department and unit. */
    private Sheet.Project project() {
        String whole = fields.getOrDefault("whole", "");
        String central = fields.getOrDefault("department", "");
        String local = fields.getOrDefault("local", "");
        String department = whole.isEmpty() || whole.equals(WHOLE) ? central : whole;
        return new Sheet.Project(
                fields.containsKey("whole")
                        ? WHOLE
                        : fields.getOrDefault("name", fields.getOrDefault("transfer", nameOfTitle())),
                department.isEmpty() ? local : department,
                fields.getOrDefault("unit", department.isEmpty() ? "" : local),
                fields.getOrDefault("item", ""),
                fields.getOrDefault("unitCode", ""),
                fields.getOrDefault("budgetCode", ""));
    }

    private SheetKind kind(Header columns) {
        boolean targets = !columns.scored() && !columns.has("actual");
        if (title.contains("监控") || columns.has("monitored")) {
            return SheetKind.MONITORING;
        }
        if (fields.containsKey("whole") || title.contains("整体")) {
            return targets ? SheetKind.DEPARTMENT_TARGETS : SheetKind.DEPARTMENT;
        }
        if (title.contains("区域") || fields.containsKey("transfer")) {
            return targets ? SheetKind.REGION_TARGETS : SheetKind.REGION;
        }
        if (columns.has("weight") && (!columns.has("target") || title.contains("指标体系"))) {
            return SheetKind.INDICATOR_SYSTEM;
        }
        return targets ? SheetKind.TARGETS : SheetKind.SELF_EVALUATION;
    }

    private String nameOfTitle() {
        return title.replaceFirst("^(?:表?\\d{1,4}[：:、])", "").replaceFirst("(?:项目支出|专项资金)?绩效[^绩]*表.*$", "");
    }
}
