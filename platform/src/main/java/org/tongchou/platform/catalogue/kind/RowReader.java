package org.tongchou.platform.catalogue.kind;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one kind of catalogue. Pure; safe for concurrent use. */
public final class RowReader {
    /** Files that cannot leave a day empty write one that nobody will see; it means that there is no end. */
    private static final int NO_END = 2099;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(?:\\.\\d{1,20})?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final int LONGEST = 4000;

    private final Kind kind;
    private final List<Integer> telling;

    /** A reader of a kind. */
    public RowReader(Kind kind) {
        this.kind = kind;
        this.telling = kind.telling();
    }

    /**
     * Reads a row.
     *
     * @param line its number
     * @param texts its cells in the order of the columns; more than the columns are left out, {@code null} and empty mean none
     * @param problems takes what is wrong
     * @return the row; empty when anything is wrong
     */
    public Optional<CatalogueRow> read(int line, List<String> texts, Consumer<RowProblem> problems) {
        List<RowProblem> found = new ArrayList<>(0);
        List<@Nullable String> cells = new ArrayList<>(kind.columns().size());
        for (int at = 0; at < kind.columns().size(); at++) {
            cells.add(at < texts.size() ? cell(kind.columns().get(at), texts.get(at), found) : null);
        }
        String code = required(cells, kind.code(), found);
        if (!code.isEmpty() && kind.codes().stream().noneMatch(structure -> structure.matches(code))) {
            found.add(new RowProblem("E-CAT-011", kind.code(), code, kind.expectedCode()));
        }
        String title = kind.title();
        String name = title == null ? "" : required(cells, title, found);
        String divided = kind.part();
        String part = divided == null ? "" : required(cells, divided, found);
        LocalDate begins = day(cells, kind.begins(), found);
        if (kind.begins() != null && begins == null) {
            required(cells, kind.begins(), found);
        }
        LocalDate ends = day(cells, kind.ends(), found);
        if (ends != null && ends.getYear() >= NO_END) {
            ends = null;
        }
        if (begins != null && ends != null && ends.isBefore(begins)) {
            found.add(new RowProblem("E-CAT-014", String.valueOf(kind.ends()), ends.toString(), "不早于开始日期 " + begins));
        }
        kind.numbers().forEach((column, digits) -> number(cells, column, digits, found));
        boolean valid = valid(cells, found);
        if (!found.isEmpty()) {
            found.forEach(problems);
            return Optional.empty();
        }
        return Optional.of(new CatalogueRow(line, code, part, name, begins, ends, valid, digest(cells, valid), cells));
    }

    private @Nullable String cell(String column, @Nullable String text, List<RowProblem> found) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.equals("null")) {
            return null;
        }
        if (stripped.length() > LONGEST) {
            found.add(new RowProblem("E-CAT-017", column, stripped.substring(0, 60) + "…", "不超过 " + LONGEST + " 个字符"));
            return null;
        }
        Map<String, String> words = kind.words().get(column);
        return words == null ? stripped : word(column, stripped, words, found);
    }

    /** A fixed word, as its code; files lose leading zeros and write meanings. */
    private static @Nullable String word(
            String column, String text, Map<String, String> words, List<RowProblem> found) {
        for (Map.Entry<String, String> word : words.entrySet()) {
            if (word.getKey().equals(text)
                    || word.getKey().equals("0" + text)
                    || word.getValue().equals(text)) {
                return word.getKey();
            }
        }
        found.add(new RowProblem("E-CAT-012", column, text, String.join("、", sorted(words)) + "之一"));
        return null;
    }

    private static List<String> sorted(Map<String, String> words) {
        return words.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(word -> word.getKey() + " " + word.getValue())
                .toList();
    }

    private String required(List<@Nullable String> cells, String column, List<RowProblem> found) {
        String text = cells.get(kind.at(column));
        if (text == null) {
            if (found.stream().noneMatch(problem -> problem.column().equals(column))) {
                found.add(new RowProblem("E-CAT-010", column, "", "必填"));
            }
            return "";
        }
        return text;
    }

    private @Nullable LocalDate day(List<@Nullable String> cells, @Nullable String column, List<RowProblem> found) {
        String text = column == null ? null : cells.get(kind.at(column));
        if (column == null || text == null) {
            return null;
        }
        try {
            var written = DAY.matcher(text);
            LocalDate day = written.matches()
                    ? LocalDate.parse(written.group(1))
                    : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            if (day.getYear() < 1900) {
                throw new DateTimeException(text);
            }
            cells.set(kind.at(column), day.toString());
            return day;
        } catch (DateTimeException e) {
            found.add(new RowProblem("E-CAT-013", column, text, "形如 2026-01-01 的日期"));
            return null;
        }
    }

    private void number(List<@Nullable String> cells, String column, Kind.Digits digits, List<RowProblem> found) {
        String text = required(cells, column, found);
        if (text.isEmpty()) {
            return;
        }
        if (!NUMBER.matcher(text).matches() || !digits.allows(plain(text))) {
            found.add(new RowProblem("E-CAT-015", column, text, digits.expected()));
            return;
        }
        cells.set(kind.at(column), plain(text).toPlainString());
    }

    private static BigDecimal plain(String text) {
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private boolean valid(List<@Nullable String> cells, List<RowProblem> found) {
        String mark = cells.get(kind.at(Kind.VALID));
        if (mark != null && !mark.equals("0") && !mark.equals("1")) {
            found.add(new RowProblem("E-CAT-016", Kind.VALID, mark, "1（有效）或 0（无效）"));
        }
        return !"0".equals(mark);
    }

    /** Says whether two rows tell the same; the last day is compared by itself, because a later period may shorten it. */
    private UUID digest(List<@Nullable String> cells, boolean valid) {
        StringBuilder text = new StringBuilder(256);
        int end = kind.find(kind.ends()).orElse(-1);
        for (int at : telling) {
            if (at != end) {
                text.append(cells.get(at)).append('\t');
            }
        }
        return UUID.nameUUIDFromBytes(text.append(valid).toString().getBytes(StandardCharsets.UTF_8));
    }
}
