package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.money.MoneyUnit;

/** A table being collected from one or more pieces (pages). */
final class TableDraft {
    private final Layout layout;
    private final RowNames names;
    private final String title;
    private final @Nullable String form;
    private final @Nullable MoneyUnit unit;
    private final Place first;
    private final List<String> notes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private Header header;
    private Place last;
    private int pages;

    /**
     * A parsed row and whether it is the first one after a page break.
     */
    record Entry(RowDraft draft, boolean firstOfPage) {}

    private TableDraft(Layout layout, Recogniser.Head head, Header header, RowNames names) {
        this.layout = layout;
        this.names = names;
        this.title = head.title();
        this.form = head.form();
        this.unit = head.unit();
        this.first = head.first();
        this.last = head.first();
        this.header = header;
    }

    /** Starts a table; null when it has no header to read its columns from. */
    static @Nullable TableDraft start(
            Layout layout, Recogniser.Head head, Piece piece, RowNames names, Problems problems) {
        Header header = head.header();
        if (header == null) {
            problems.add(
                    ProblemCode.TABLE_UNRECOGNISED,
                    piece.rows().get(0).place(),
                    head.title(),
                    "“" + head.title() + "”没有可识别的表头，不知道各列是什么；请检查表头是否完整");
            return null;
        }
        TableDraft draft = new TableDraft(layout, head, header, names);
        draft.add(head.bodyRows(), piece, problems);
        return draft;
    }

    Layout layout() {
        return layout;
    }

    RowNames names() {
        return names;
    }

    String title() {
        return title;
    }

    @Nullable
    String form() {
        return form;
    }

    @Nullable
    MoneyUnit unit() {
        return unit;
    }

    Place first() {
        return first;
    }

    Place last() {
        return last;
    }

    Header header() {
        return header;
    }

    List<String> notes() {
        return notes;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether a piece with the same layout goes on with this table, as opposed to printing it once more. */
    boolean accepts(Piece piece, @Nullable Header other) {
        if (other == null) {
            return true;
        }
        Set<String> have = keys(entries.stream().map(Entry::draft).toList());
        List<RowDraft> more = new ArrayList<>();
        RowParser parser = new RowParser(other, layout, names);
        piece.rows().forEach(row -> more.addAll(parser.parse(row)));
        Set<String> keys = keys(more);
        long again = keys.stream().filter(have::contains).count();
        return !keys.isEmpty() && again * 2 <= keys.size();
    }

    // The band tells the two carry-over rows of the same name apart well enough; totals repeat on every page.
    private Set<String> keys(List<RowDraft> drafts) {
        Set<String> keys = new HashSet<>();
        for (RowDraft draft : drafts) {
            String key = draft.code() != null ? draft.code() : draft.name();
            boolean total = names.role(draft.band().side(), draft.name())
                    .filter("合计"::equals)
                    .isPresent();
            if (!key.isEmpty() && !total) {
                keys.add(draft.band().start() + "/" + key);
            }
        }
        return keys;
    }

    /** Goes on with rows that have no head of their own; false when they do not look like rows of this table. */
    boolean continueWith(Piece piece, Problems problems) {
        RowParser parser = new RowParser(header, layout, names);
        // A new page may repeat the header without the title.
        List<RowDraft> firstRow = piece.rows().stream()
                .filter(row -> !Header.isHeaderRow(row, layout, names.layouts(), names))
                .findFirst()
                .map(parser::parse)
                .orElse(List.of());
        boolean fits = firstRow.stream()
                .anyMatch(draft -> draft.code() != null
                        || names.role(draft.band().side(), draft.name()).isPresent());
        if (fits) {
            add(piece.rows(), piece, problems);
        }
        return fits;
    }

    /** Goes on with a piece that repeats the head of the table. */
    void continueWith(
            List<RawRow> headerRows, List<RawRow> bodyRows, @Nullable Header printed, Piece piece, Problems problems) {
        if (printed != null && !headerRows.isEmpty() && sameColumns(printed)) {
            header = printed;
        }
        add(bodyRows, piece, problems);
    }

    private boolean sameColumns(Header other) {
        return other.bands().size() == header.bands().size()
                && other.bands().get(0).values().equals(header.bands().get(0).values());
    }

    private void add(List<RawRow> rows, Piece piece, Problems problems) {
        RowParser parser = new RowParser(header, layout, names);
        boolean firstOfPage = pages++ > 0;
        for (RawRow row : rows) {
            if (Header.isHeaderRow(row, layout, names.layouts(), names)) {
                continue;
            }
            for (RowDraft draft : parser.parse(row)) {
                entries.add(new Entry(draft, firstOfPage));
                if (draft.shifted() && draft.band().side() == null && draft.code() != null) {
                    problems.add(
                            ProblemCode.ROW_SHIFTED,
                            row.place(),
                            String.join("|", row.cells()),
                            "本行有 " + row.cells().size() + " 格，表头有 " + header.width() + " 格，已按各列之和对齐");
                }
            }
            firstOfPage = false;
            last = row.place();
        }
        piece.notes().forEach(note -> {
            notes.add(note.text());
            last = note.place();
        });
    }
}
