package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongchou.performance.model.Sheet;

/** Finds the sheets of a document: where each form begins and ends. Forms run over page breaks and touch one another. */
final class SheetReader {
    private static final Pattern TITLE =
            Pattern.compile("(?:表?\\d{0,4}[：:、]?)?[^，。]{0,60}绩效[^，。]{0,20}表(?:（[^）]{1,12}）)?");
    private static final Pattern YEAR = Pattern.compile("[（(]?\\d{4}年?度?[)）]?");
    private static final Pattern HEADING =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}部分|\\d{1,3}[.．、]).*");
    private static final int HEADER_WITHIN = 60;
    private static final int NAME_WITHIN = 4;
    private static final int TITLE_WITHIN = 5;

    private final List<Line> lines;
    private final List<Optional<Header>> headers;
    private final Words words;
    private final Notes notes;

    SheetReader(List<Line> lines, Words words, Notes notes) {
        this.lines = lines;
        this.words = words;
        this.notes = notes;
        this.headers = lines.stream().map(line -> Header.of(line, words)).toList();
    }

    /**
     * A sheet with the lines it takes.
     *
     * @param sheet the sheet
     * @param from index of its first line
     * @param to index after its last line
     * @param reasons whether the form has a column for reasons
     */
    record Found(Sheet sheet, int from, int to, boolean reasons) {}

    /** The sheets in printed order. */
    List<Found> read() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        int free = 0;
        while (at < lines.size()) {
            if (begins(at)) {
                at = form(at, free, found);
                free = at;
            } else {
                at++;
            }
        }
        return found;
    }

    /** Reads the form that begins at a line; gives the index after it. */
    private int form(int from, int free, List<Found> found) {
        int titleAt = title(from, free);
        SheetDraft draft = new SheetDraft(titleAt < 0 ? "" : lines.get(titleAt).only(), words, notes);
        int to = from;
        int at = from;
        boolean closed = false;
        while (at < lines.size() && !closed && !(at > from && ends(at, draft))) {
            if (!lines.get(at).isParagraph()) {
                closed = draft.take(lines.get(at), headers.get(at));
                to = at + 1;
            }
            at++;
        }
        while (closed && at < lines.size() && draft.takeGrade(lines.get(at))) {
            at++;
            to = at;
        }
        int first = titleAt < 0 ? from : titleAt;
        int end = to;
        draft.sheet(lines.get(from).place(), lines.get(Math.max(from, to - 1)).place())
                .ifPresent(sheet -> found.add(new Found(sheet, first, end, draft.hasReasons())));
        return at;
    }

    /** Whether a form begins here: a label of its head, with a header of indicators not far below. */
    private boolean begins(int at) {
        if (headers.get(at).isPresent()) {
            return true;
        }
        Line line = lines.get(at);
        boolean named = opensByName(line);
        if (!named && !opensByMoney(line)) {
            return opensByField(line) && begins(at, NAME_WITHIN);
        }
        for (int i = at + 1; i < Math.min(lines.size(), at + HEADER_WITHIN); i++) {
            if (headers.get(i).isPresent()) {
                return true;
            }
            if (opensByName(lines.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** Whether one of the next lines of the same table begins a form in a surer way. */
    private boolean begins(int at, int within) {
        for (int i = at + 1; i < Math.min(lines.size(), at + within); i++) {
            Line line = lines.get(i);
            if (line.table() != lines.get(at).table()) {
                return false;
            }
            if (opensByName(line) || opensByMoney(line) || headers.get(i).isPresent()) {
                return begins(i);
            }
        }
        return false;
    }

    private boolean opensByMoney(Line line) {
        return !line.isParagraph()
                && words.is("money", line.first())
                && line.filled().size() > 1;
    }

    private boolean opensByName(Line line) {
        return words.field(line.isParagraph() ? "" : line.first())
                        .filter(SheetDraft.NAMES::contains)
                        .isPresent()
                && !isList(line);
    }

    private boolean opensByField(Line line) {
        return !line.isParagraph() && words.field(line.first()).isPresent() && !isList(line);
    }

    /** The header of a summary list has the words of a form too, and a column of scores. */
    private boolean isList(Line line) {
        return line.filled().stream()
                .anyMatch(cell -> words.summary(cell.text())
                        .filter(role -> role.equals("score"))
                        .isPresent());
    }

    private boolean ends(int at, SheetDraft draft) {
        Line line = lines.get(at);
        String only = line.only();
        if (line.isParagraph()) {
            return TITLE.matcher(only).matches()
                    || (draft.hasIndicators() && HEADING.matcher(only).matches());
        }
        boolean next = opensByName(line) || (headers.get(at).isEmpty() && begins(at));
        return draft.hasIndicators() && (next || TITLE.matcher(only).matches());
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
}
