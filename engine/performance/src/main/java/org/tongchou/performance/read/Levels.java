package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps track of the levels while going down a sheet. Extraction moves merged level cells: into the wrong column, onto
 * the row above or below. The words themselves and the order forms print them in tell where they belong.
 */
final class Levels {
    /** More second levels than a form has are no levels. */
    private static final int MOST_WAITING = 12;

    private final Words words;
    private final List<String> waiting = new ArrayList<>();
    private String level1 = "";
    private String level2 = "";

    Levels(Words words) {
        this.words = words;
    }

    /**
     * Takes the level cells of a row.
     *
     * @param cells words of levels, or other texts left of the name
     * @param second 0-based column of 二级指标; -1 when there is none
     */
    void row(List<Line.Cell> cells, int second) {
        String printed1 = "";
        List<String> printed2 = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Line.Cell cell = cells.get(i);
            boolean last = i == cells.size() - 1;
            boolean isSecond = words.isEither(cell.text())
                    ? last && cell.column() == second && (i > 0 || !level1.isEmpty())
                    : words.isLevel2(cell.text()) || (!words.isLevel1(cell.text()) && last && i > 0);
            if (isSecond) {
                printed2.add(cell.text());
            } else {
                printed1 = cell.text();
            }
        }
        boolean alone = waiting.isEmpty() && printed2.size() <= 1;
        printed2.stream().limit(MOST_WAITING - waiting.size()).forEach(waiting::add);
        waiting.sort(Comparator.comparingInt(words::order));
        boolean changed = false;
        if (!waiting.isEmpty()) {
            level2 = waiting.remove(0);
            changed = true;
        }
        String parent = words.parent(level2);
        if (alone && !printed1.isEmpty() && (changed || parent.isEmpty())) {
            level1 = printed1;
            level2 = changed ? level2 : "";
        } else if (!parent.isEmpty()
                && !words.parent(level2).equals(level1)
                && (changed || !alone || level1.isEmpty())) {
            level1 = sameStem(parent, level1) ? level1 : parent;
        }
    }

    /** 产出 and 产出指标 are the same level: the form's own word stays. */
    private static boolean sameStem(String one, String other) {
        return !other.isEmpty() && one.replace("指标", "").equals(other.replace("指标", ""));
    }

    /** The second level was the name of the indicator: there is none. */
    void dropSecond(String name) {
        level1 = words.parent(name);
        level2 = "";
    }

    String level1() {
        return level1;
    }

    String level2() {
        return level2;
    }
}
