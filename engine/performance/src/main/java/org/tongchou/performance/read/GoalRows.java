package org.tongchou.performance.read;

import java.util.List;
import org.tongchou.performance.model.Sheet;

/** Reads the yearly goal of a sheet: a row of labels with the texts below, or beside, or in the same cells. */
final class GoalRows {
    private static final String EXPECTED = "预期目标";
    private static final String ACHIEVED = "目标实际完成情况";

    private final Words words;
    private String expected = "";
    private String achieved = "";
    private boolean textsNext;
    private int achievedAt = -1;

    GoalRows(Words words) {
        this.words = words;
    }

    Sheet.Goal goal() {
        return new Sheet.Goal(expected, achieved);
    }

    /** Takes the row of texts below the labels; false when none is awaited. */
    boolean takeTexts(Line line) {
        if (!textsNext) {
            return false;
        }
        textsNext = false;
        List<Line.Cell> texts = line.filled().stream()
                .filter(cell -> !words.is("frame", cell.text()))
                .toList();
        boolean achievedOnly = texts.size() == 1 && texts.get(0).column() == achievedAt;
        if (!texts.isEmpty() && !achievedOnly) {
            expected = texts.get(0).text();
        }
        if (achievedOnly || texts.size() > 1) {
            achieved = texts.get(texts.size() > 1 ? 1 : 0).text();
        }
        return true;
    }

    /** Takes a row with labels of goals, and the texts in it; false when it has none. */
    boolean takeHeader(Line line) {
        List<Line.Cell> filled = line.filled();
        boolean joined = false;
        boolean labelled = false;
        for (Line.Cell cell : filled) {
            String text = cell.text();
            if (isLabel(text)) {
                labelled = true;
                achievedAt = words.is("achieved", text) ? cell.column() : achievedAt;
            } else if (text.startsWith(EXPECTED)) {
                expected = text.substring(EXPECTED.length());
                joined = true;
            } else if (text.startsWith(ACHIEVED)) {
                achieved = text.substring(ACHIEVED.length());
                joined = true;
            }
        }
        if (joined || !labelled) {
            return joined;
        }
        boolean beside = filled.size() == 2 && !isLabel(filled.get(1).text());
        if (beside) {
            expected = filled.get(1).text();
            return true;
        }
        boolean alone = filled.size() == 1 && words.is("expected", filled.get(0).text());
        textsNext = !alone;
        return true;
    }

    private boolean isLabel(String text) {
        return words.is("expected", text) || words.is("achieved", text);
    }
}
