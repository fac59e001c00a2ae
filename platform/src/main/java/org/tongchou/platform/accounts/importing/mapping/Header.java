package org.tongchou.platform.accounts.importing.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.spreadsheet.source.Titles;

/**
 * The header of a table: one title a column, merged headings above each other joined by a stroke.
 *
 * @param titles titles by column; empty where a column has none
 */
public record Header(List<String> titles) {
    /** Copies the list. */
    public Header {
        titles = List.copyOf(titles);
    }

    /** The header that these rows make, upper rows first. A heading spreads to the right over what stands below it. */
    public static Header of(List<SourceRow> rows) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<StringBuilder> titles = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            titles.add(new StringBuilder());
        }
        for (int i = 0; i < rows.size(); i++) {
            String spread = "";
            for (int column = 0; column < columns; column++) {
                String text = rows.get(i).cell(column).replaceAll("\\s+", "");
                boolean below =
                        i + 1 < rows.size() && !rows.get(i + 1).cell(column).isEmpty();
                boolean above = i > 0 && !titles.get(column).isEmpty() && text.isEmpty();
                spread = text.isEmpty() && below && !above ? spread : text;
                if (!spread.isEmpty()) {
                    titles.get(column)
                            .append(titles.get(column).isEmpty() ? "" : "/")
                            .append(spread);
                }
            }
        }
        return new Header(titles.stream().map(StringBuilder::toString).toList());
    }

    /** The title of a column as people know it: 第 3 列 where it has none. */
    public String title(int column) {
        String title = column >= 0 && column < titles.size() ? titles.get(column) : "";
        return title.isEmpty() && column >= 0 ? "第 " + (column + 1) + " 列" : title;
    }

    /** Columns by title for comparing; the first of equal ones. */
    Map<String, Integer> byPlainTitle() {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < titles.size(); column++) {
            String title = titles.get(column);
            if (!title.isEmpty()) {
                columns.putIfAbsent(Titles.plain(title), column);
            }
        }
        for (int column = 0; column < titles.size(); column++) {
            String last = titles.get(column).substring(titles.get(column).lastIndexOf('/') + 1);
            if (!last.isEmpty()) {
                columns.putIfAbsent(Titles.plain(last), column);
            }
        }
        return columns;
    }

    /** The column that a source of a field names; none when the file has no such column. */
    public Optional<Integer> find(Mapping.Source source) {
        Map<String, Integer> columns = byPlainTitle();
        for (String wanted : source.headers()) {
            int exact = titles.indexOf(wanted);
            if (exact >= 0) {
                return Optional.of(exact);
            }
        }
        return source.headers().stream()
                .map(Titles::plain)
                .filter(columns::containsKey)
                .map(columns::get)
                .findFirst();
    }

    /** Whether a row repeats the header, as exports page by page do. */
    boolean isRepeatedBy(SourceRow row) {
        long same = row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .filter(cell -> titles.contains(cell.replaceAll("\\s+", "")))
                .count();
        return same >= 3
                && same * 2
                        > row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }
}
