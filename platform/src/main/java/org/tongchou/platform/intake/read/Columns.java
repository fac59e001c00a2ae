package org.tongchou.platform.intake.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.spreadsheet.ErrorSheet;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.spreadsheet.source.Titles;
import org.tongchou.platform.web.Refusal;

/**
 * Which columns of a file hold which fields.
 *
 * @param headerRow number of the row of titles; 0 when the file has none
 * @param places column of each field from 0, in the order of the fields; -1 when the file has none
 * @param numbers column of the original row numbers, in a file of wrong rows that came back; -1 when there is none
 * @param ignored titles that no field has
 */
public record Columns(int headerRow, List<Integer> places, int numbers, List<String> ignored) {
    /** Rows at the beginning among which the titles must be. */
    public static final int SAMPLE = 30;

    private static final String ROW_NUMBER = Titles.plain(ErrorSheet.ROW_NUMBER);
    private static final String REASONS = Titles.plain(ErrorSheet.REASONS);

    /** Copies the lists. */
    public Columns {
        places = List.copyOf(places);
        ignored = List.copyOf(ignored);
    }

    /**
     * Finds the titles among the first rows of a file.
     *
     * @throws Refusal naming the columns that are missing
     */
    public static Columns of(Intake intake, List<SourceRow> sample) {
        List<Field> fields = intake.fields();
        Map<String, Integer> known = known(fields);
        Columns best = null;
        int most = 0;
        for (SourceRow row : sample) {
            Columns columns = titled(row, fields, known);
            int matched =
                    (int) columns.places.stream().filter(place -> place >= 0).count();
            if (matched > most) {
                best = columns;
                most = matched;
            }
        }
        if (best != null && (most >= 2 || most == fields.size())) {
            requireAll(fields, best);
            return best;
        }
        if (!intake.layout().isEmpty() && !sample.isEmpty()) {
            return untitled(intake, sample.get(0));
        }
        throw refusal("E-INT-040", "没有找到表头；首行应有这些列：" + missing(fields, List.of()) + "。请下载模板填写");
    }

    private static Map<String, Integer> known(List<Field> fields) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            known.putIfAbsent(Titles.plain(fields.get(i).title()), i);
        }
        for (int i = 0; i < fields.size(); i++) {
            for (String title : fields.get(i).otherTitles()) {
                known.putIfAbsent(Titles.plain(title), i);
            }
        }
        return known;
    }

    private static Columns titled(SourceRow row, List<Field> fields, Map<String, Integer> known) {
        Integer[] places = new Integer[fields.size()];
        Arrays.fill(places, -1);
        int numbers = -1;
        List<String> ignored = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String title = Titles.plain(row.cell(column)).replaceAll("^\\*|\\*$", "");
            Integer field = known.get(title);
            if (field != null && places[field] < 0) {
                places[field] = column;
            } else if (title.equals(ROW_NUMBER)) {
                numbers = column;
            } else if (!title.isEmpty() && !title.equals(REASONS)) {
                ignored.add(row.cell(column));
            }
        }
        return new Columns(row.number(), Arrays.asList(places), numbers, ignored);
    }

    private static void requireAll(List<Field> fields, Columns columns) {
        String missing = missing(fields, columns.places);
        if (!missing.isEmpty()) {
            throw refusal("E-INT-041", "第 " + columns.headerRow + " 行的表头中没有这些列：" + missing + "；请补上，或下载模板填写");
        }
    }

    private static String missing(List<Field> fields, List<Integer> places) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).required() && (i >= places.size() || places.get(i) < 0))
                .mapToObj(i -> fields.get(i).title())
                .collect(Collectors.joining("、"));
    }

    private static Columns untitled(Intake intake, SourceRow first) {
        List<String> layout = intake.layout();
        if (first.cells().size() > layout.size()) {
            throw refusal(
                    "E-INT-042",
                    "文件没有表头，且第 " + first.number() + " 行有 " + first.cells().size() + " 列，应为 " + layout.size()
                            + " 列的官方格式");
        }
        return new Columns(
                0,
                intake.fields().stream()
                        .map(field -> layout.indexOf(field.key()))
                        .toList(),
                -1,
                List.of());
    }

    /** The cells of the fields, in their order. */
    public List<String> cells(SourceRow row) {
        List<String> cells = new ArrayList<>(places.size());
        for (int place : places) {
            cells.add(row.cell(place));
        }
        return cells;
    }

    private static Refusal refusal(String code, String message) {
        return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, code, message);
    }
}
