package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.money.MoneyUnit;

/** Finds the accounts tables of a document. Pure: the same raw document gives the same answer. */
public final class Recogniser {
    private final Layouts layouts;
    private final Classification classification;

    private Recogniser(Layouts layouts, Classification classification) {
        this.layouts = layouts;
        this.classification = classification;
    }

    /** A recogniser with the layouts and the classification that ship with the library. */
    public static Recogniser standard() {
        return new Recogniser(Layouts.standard(), Classification.standard());
    }

    /** A recogniser that knows another classification, for example a city's full list. */
    public Recogniser with(Classification other) {
        return new Recogniser(layouts, other);
    }

    /**
     * The topic of the accounts table that a line names as its title, for example in a table of contents.
     *
     * @return the topic; empty for lines that name none
     */
    public Optional<String> topicOf(String line) {
        return layouts.findByTitle(Words.title(line))
                .filter(layout -> layout.shape() != Layout.Shape.SKIP && layout.shape() != Layout.Shape.UNITS)
                .map(Layout::topic);
    }

    /**
     * What was found in a document.
     *
     * @param meta whose accounts they are
     * @param tables the tables in printed order
     * @param problems what was repaired or could not be read
     */
    public record Recognised(DocumentMeta meta, List<Table> tables, List<Problem> problems) {
        /** Copies the lists. */
        public Recognised {
            tables = List.copyOf(tables);
            problems = List.copyOf(problems);
        }
    }

    /** Finds the tables of a document, and whose they are. */
    public Recognised recognise(RawDocument raw) {
        Problems problems = new Problems(raw.file());
        List<TableDraft> drafts = new ArrayList<>();
        List<BudgetUnit> units = new ArrayList<>();
        List<String> organisations = new ArrayList<>();
        @Nullable TableDraft open = null;
        boolean skipping = false;
        List<Piece.Line> carried = List.of();
        for (Piece cut : Piece.cut(raw, layouts)) {
            Piece piece = cut.after(carried);
            carried = List.of();
            piece.context().forEach(line -> Words.organisation(line.text()).ifPresent(organisations::add));
            Head head = head(piece);
            Layout layout = head.layout();
            if (layout != null && head.header() == null && piece.rows().size() == 1) {
                // A row of words that heads no columns: the title above it belongs to the rows that follow.
                carried = piece.context();
                continue;
            }
            if (layout == null && !head.titled()) {
                if (skipping || (open != null && open.continueWith(piece, problems))) {
                    continue;
                }
            }
            if (layout == null) {
                reportUnrecognised(piece, problems);
                open = null;
                skipping = false;
                continue;
            }
            skipping = layout.shape() == Layout.Shape.SKIP;
            if (layout.shape() == Layout.Shape.UNITS) {
                units.addAll(UnitsTable.read(piece.rows()));
                open = null;
            } else if (skipping) {
                open = null;
            } else if (open != null && open.layout().equals(layout) && open.accepts(piece, head.header())) {
                open.continueWith(head.headerRows(), head.bodyRows(), head.header(), piece, problems);
            } else {
                open = TableDraft.start(layout, head, piece, new RowNames(layout, layouts, classification), problems);
                if (open != null) {
                    drafts.add(open);
                }
            }
        }
        DocumentMeta plain = MetaReader.read(raw, drafts, units, organisations);
        TableBuilder builder = new TableBuilder(classification, plain, drafts, problems);
        List<Table> tables = builder.build();
        return new Recognised(plain, tables, problems.list());
    }

    /**
     * The head of a piece.
     *
     * @param layout the layout its title or header gives away; null when neither does
     * @param titled whether a line before it looks like the title of a table
     */
    record Head(
            @Nullable Layout layout,
            boolean titled,
            String title,
            @Nullable String form,
            @Nullable MoneyUnit unit,
            @Nullable Header header,
            List<RawRow> headerRows,
            List<RawRow> bodyRows,
            Place first) {}

    private Head head(Piece piece) {
        @Nullable Layout layout = null;
        String title = "";
        boolean titled = false;
        @Nullable String form = null;
        @Nullable MoneyUnit unit = null;
        Place first = piece.rows().get(0).place();
        String above = "";
        for (Piece.Line line : piece.context()) {
            form = Words.form(line.text()).orElse(form);
            unit = Words.unit(line.text()).orElse(unit);
            String joined = above + line.text();
            above = line.text();
            String candidate = Words.title(line.text());
            Optional<Layout> found = layouts.findByTitle(candidate);
            if (found.isEmpty() && layouts.findByTitle(Words.title(joined)).isPresent()) {
                // A long title is broken over two lines.
                candidate = Words.title(joined);
                found = layouts.findByTitle(candidate);
            }
            if (found.isEmpty() && !Words.looksLikeTitle(line.text())) {
                continue;
            }
            titled = true;
            // The line nearest to the rows wins; a section heading above with the same layout starts the table.
            if (layout == null || found.isEmpty() || !found.get().equals(layout)) {
                first = line.place();
            }
            layout = found.orElse(null);
            title = candidate;
        }
        List<String> headWords = piece.rows().stream()
                .limit(4)
                .flatMap(row -> row.cells().stream())
                .map(Words::squeeze)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (layout == null) {
            layout = layouts.findByHeader(headWords).orElse(null);
        }
        if (layout == null) {
            return new Head(null, titled, title, form, unit, null, List.of(), piece.rows(), first);
        }
        int headerRows = headerRows(piece.rows(), layout);
        Header header = Header.read(piece.rows().subList(0, headerRows), layout, layouts.words());
        return new Head(
                layout,
                titled,
                title.isEmpty() ? layout.topic() : title,
                form,
                unit,
                header.bands().isEmpty() ? null : header,
                piece.rows().subList(0, headerRows),
                piece.rows().subList(headerRows, piece.rows().size()),
                first);
    }

    private int headerRows(List<RawRow> rows, Layout layout) {
        RowNames names = new RowNames(layout, layouts, classification);
        int count = 0;
        while (count < rows.size() && Header.isHeaderRow(rows.get(count), layout, layouts, names)) {
            count++;
        }
        return count;
    }

    private static void reportUnrecognised(Piece piece, Problems problems) {
        List<RawRow> rows = piece.rows();
        long figures = rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(Words::isAmount)
                .count();
        if (figures >= 3) {
            String title = Stream.concat(piece.context().stream().map(Piece.Line::text), Stream.of(""))
                    .filter(Words::looksLikeTitle)
                    .reduce("", (a, b) -> b);
            problems.add(
                    ProblemCode.TABLE_UNRECOGNISED,
                    rows.get(0).place(),
                    title.isEmpty() ? String.join(" ", rows.get(0).cells()) : title,
                    "表格未能识别（" + rows.size() + " 行），不参加检查；若是公开表，请在版式文件中补充其标题与表头");
        }
    }
}
