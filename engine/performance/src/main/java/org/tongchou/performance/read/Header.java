package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of the indicators: which column is what.
 *
 * @param columns the columns after the levels, in printed order
 * @param level2 0-based column of 二级指标; -1 when there is none
 * @param width how many cells the row has, blank ones included
 */
record Header(List<Column> columns, int level2, int width) {
    Header {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param role name, explanation, standard, target, actual, weight, score, reason or monitored
     * @param name as printed
     * @param at 0-based position
     */
    record Column(String role, String name, int at) {}

    /** Reads a header row; empty when the row is none. */
    static Optional<Header> of(Line line, Words words) {
        if (line.isParagraph() || line.cells().stream().noneMatch(words::isLevelColumn)) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        int levels = 0;
        int level2 = -1;
        for (Line.Cell cell : line.filled()) {
            Optional<String> role = words.column(cell.text());
            if (role.isEmpty() || words.is("frame", cell.text())) {
                continue;
            }
            switch (role.get()) {
                case "level1" -> levels++;
                case "level2" -> {
                    levels++;
                    level2 = cell.column();
                }
                default -> {
                    if (has(columns, "name") || role.get().equals("name")) {
                        add(columns, new Column(role.get(), cell.text(), cell.column()));
                    }
                }
            }
        }
        boolean whole = has(columns, "name") && levels > 0 && columns.size() > 1;
        return whole ? Optional.of(new Header(columns, level2, line.cells().size())) : Optional.empty();
    }

    private static void add(List<Column> columns, Column column) {
        if (column.role().equals("monitored") || !has(columns, column.role())) {
            columns.add(column);
        }
    }

    private static boolean has(List<Column> columns, String role) {
        return columns.stream().anyMatch(column -> column.role().equals(role));
    }

    boolean has(String role) {
        return has(columns, role);
    }

    /** The 0-based column of a role; -1 when the layout has none. */
    int at(String role) {
        return columns.stream()
                .filter(column -> column.role().equals(role))
                .mapToInt(Column::at)
                .findFirst()
                .orElse(-1);
    }

    /** Whether the layout gives points. */
    boolean scored() {
        return has("score");
    }
}
