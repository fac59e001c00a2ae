package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.format.pdf.TextLine.Chunk;

/** Finds tables without ruling lines: consecutive lines whose parts stand below each other. */
final class AlignedTables {
    /** So many rows with parts in columns make a table. */
    private static final int MIN_ROWS = 3;

    /** Lines farther apart than this, in ems, do not belong to one table. */
    private static final float MAX_PITCH = 3.5f;

    /** A line nearer to its neighbour than this part of the usual distance continues the neighbour's cell. */
    private static final float CONTINUED = 0.75f;

    private static final int MAX_LONE_LINES = 2;

    private static final Pattern DECIMAL = Pattern.compile("[-－]?[\\d,，]+\\.\\d+%?");
    private static final Pattern LEADER = Pattern.compile("[.．…·]{4,}|(?:[.．…·] ){3,}");
    private static final Pattern TABLE_CAPTION = Pattern.compile("单位[:：]|公开\\S{0,3}表|(部门|编制单位)[:：]");

    private AlignedTables() {}

    /** Lines of a page in order, with aligned ones put together as tables. */
    static List<PageItem> find(List<TextLine> lines) {
        List<PageItem> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int end = tableEnd(lines, i);
            List<TextLine> table = lines.subList(i, end);
            List<Span> columns = end - i >= MIN_ROWS ? columns(table) : List.of();
            if (columns.size() >= 2) {
                items.add(PageItem.TableRows.unruled(table.get(0).top(), rows(table, columns)));
                i = end;
            } else {
                items.add(new PageItem.Line(lines.get(i)));
                i++;
            }
        }
        return items;
    }

    /** Where the table that begins with line {@code begin} ends; {@code begin} when none does. */
    private static int tableEnd(List<TextLine> lines, int begin) {
        if (!inColumns(lines.get(begin)) && !maybeHeader(lines, begin)) {
            return begin;
        }
        int end = begin;
        int strong = 0;
        int lone = 0;
        for (int i = begin; i < lines.size() && lone <= MAX_LONE_LINES; i++) {
            if (isCaption(lines.get(i)) || (i > begin && !near(lines.get(i - 1), lines.get(i)))) {
                break;
            }
            if (inColumns(lines.get(i))) {
                strong++;
            }
            boolean alone = lines.get(i).chunks().size() < 2;
            lone = alone ? lone + 1 : 0;
            end = alone ? end : i + 1;
        }
        return strong >= MIN_ROWS ? end : begin;
    }

    private static boolean maybeHeader(List<TextLine> lines, int at) {
        return lines.get(at).chunks().size() == 2
                && !isCaption(lines.get(at))
                && at + 1 < lines.size()
                && inColumns(lines.get(at + 1));
    }

    private static boolean near(TextLine above, TextLine below) {
        return below.baseline() - above.baseline() <= MAX_PITCH * Math.max(above.size(), below.size());
    }

    private static boolean inColumns(TextLine line) {
        int parts = line.chunks().size();
        boolean nameAndAmount =
                parts == 2 && DECIMAL.matcher(line.chunks().get(1).text()).matches();
        return !isCaption(line) && (parts >= 3 || nameAndAmount);
    }

    private static boolean isCaption(TextLine line) {
        return LEADER.matcher(line.text()).find()
                || TABLE_CAPTION.matcher(line.text()).find();
    }

    /** Where a column stands; it grows while parts are added. */
    private static final class Span {
        private float left;
        private float right;
        private int rows = 1;

        Span(Chunk chunk) {
            left = chunk.left();
            right = chunk.right();
        }

        float overlap(Chunk chunk) {
            return Math.min(right, chunk.right()) - Math.max(left, chunk.left());
        }
    }

    /** Columns from left to right; empty when the parts do not stand below each other. */
    private static List<Span> columns(List<TextLine> table) {
        List<TextLine> fullestFirst = table.stream()
                .sorted(Comparator.comparing((TextLine line) -> line.chunks().size())
                        .reversed())
                .toList();
        List<Span> columns = new ArrayList<>();
        for (TextLine line : fullestFirst) {
            for (Chunk chunk : line.chunks()) {
                List<Span> met =
                        columns.stream().filter(span -> span.overlap(chunk) > 0).toList();
                if (met.isEmpty()) {
                    columns.add(new Span(chunk));
                } else if (met.size() == 1) {
                    Span span = met.get(0);
                    span.left = Math.min(span.left, chunk.left());
                    span.right = Math.max(span.right, chunk.right());
                    span.rows++;
                }
            }
        }
        columns.sort(Comparator.comparing(span -> span.left));
        long supported = columns.stream().filter(span -> span.rows >= MIN_ROWS).count();
        return supported >= 2 && supported * 2 >= columns.size() ? columns : List.of();
    }

    private static List<List<String>> rows(List<TextLine> table, List<Span> columns) {
        float pitch = usualPitch(table);
        List<List<String>> rows = new ArrayList<>();
        float lastBaseline = 0;
        for (int i = 0; i < table.size(); i++) {
            TextLine line = table.get(i);
            List<String> cells = cells(line, columns);
            boolean continued =
                    !rows.isEmpty() && line.chunks().size() == 1 && line.baseline() - lastBaseline < CONTINUED * pitch;
            if (continued) {
                List<String> above = rows.get(rows.size() - 1);
                for (int column = 0; column < cells.size(); column++) {
                    above.set(column, Scripts.join(above.get(column), cells.get(column)));
                }
            } else {
                rows.add(cells);
            }
            lastBaseline = line.baseline();
        }
        return rows;
    }

    private static float usualPitch(List<TextLine> table) {
        List<Float> pitches = new ArrayList<>();
        for (int i = 1; i < table.size(); i++) {
            pitches.add(table.get(i).baseline() - table.get(i - 1).baseline());
        }
        Collections.sort(pitches);
        return pitches.get(pitches.size() / 2);
    }

    private static List<String> cells(TextLine line, List<Span> columns) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        for (Chunk chunk : line.chunks()) {
            int best = 0;
            for (int column = 1; column < columns.size(); column++) {
                if (columns.get(column).overlap(chunk) > columns.get(best).overlap(chunk)) {
                    best = column;
                }
            }
            String before = cells.get(best);
            cells.set(best, before.isEmpty() ? chunk.text() : before + " " + chunk.text());
        }
        return cells;
    }
}
