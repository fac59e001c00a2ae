package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/**
 * Rows that stand together, with the lines before and the notes after them.
 *
 * @param context lines before the rows since the piece before: titles, form number, unit, organisation
 * @param rows header and body rows
 * @param notes notes after the rows
 */
record Piece(List<Line> context, List<RawRow> rows, List<Line> notes) {
    private static final int CONTEXT_LINES = 15;
    private static final int LONG_SENTENCE = 40;
    private static final Pattern CONTENTS_ENTRY = Pattern.compile("(第.{1,2}部分|[一二三四五六七八九十]{1,3}、|[（(]|附件|\\d).*");

    /** The same rows with more lines before them. */
    Piece after(List<Line> lines) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(context);
        return new Piece(List.copyOf(all), rows, notes);
    }

    /** A line of text and where it stands. */
    record Line(String text, Place place) {}

    /** Cuts a document into pieces, in order. */
    static List<Piece> cut(RawDocument raw, Layouts layouts) {
        List<Piece> pieces = new ArrayList<>();
        List<Line> context = new ArrayList<>();
        for (Block block : raw.blocks()) {
            if (block instanceof Paragraph paragraph) {
                Line line = new Line(paragraph.text(), paragraph.place());
                boolean note = !pieces.isEmpty()
                        && ((Words.isNote(line.text()) && context.isEmpty()) || continuesNotes(pieces, context, line));
                if (note) {
                    pieces.get(pieces.size() - 1).notes().add(line);
                } else {
                    context.add(line);
                }
            } else if (block instanceof RawTable table && !isContents(table)) {
                context = cut(table, context, layouts, pieces);
            }
        }
        return pieces;
    }

    // 注：1. … is followed by 2. … in a line of its own.
    private static boolean continuesNotes(List<Piece> pieces, List<Line> context, Line line) {
        List<Line> notes = pieces.get(pieces.size() - 1).notes();
        return context.isEmpty() && !notes.isEmpty() && line.text().matches("\\s*[2-9]\\s*[.、．].*");
    }

    private static boolean isContents(RawTable table) {
        return table.rows().stream().allMatch(row -> {
            List<String> cells = row.cells().stream()
                    .map(Words::squeeze)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            return cells.size() == 2
                    && cells.get(1).matches("\\d{1,3}")
                    && CONTENTS_ENTRY.matcher(cells.get(0)).matches();
        });
    }

    /** Splits one raw table where heads of tables stand between its rows; returns the context left for the next. */
    private static List<Line> cut(RawTable table, List<Line> before, Layouts layouts, List<Piece> pieces) {
        List<Line> context = new ArrayList<>(before);
        List<RawRow> rows = new ArrayList<>();
        List<Line> notes = new ArrayList<>();
        for (RawRow row : table.rows()) {
            List<String> texts =
                    row.cells().stream().filter(cell -> !cell.isBlank()).toList();
            if (texts.isEmpty()) {
                continue;
            }
            boolean single = texts.stream().map(Words::squeeze).distinct().count() == 1;
            if (single
                    && (Words.isNote(texts.get(0))
                            || (!notes.isEmpty() && Words.squeeze(texts.get(0)).matches("[2-9][.、].*")))) {
                notes.add(new Line(texts.get(0), row.place()));
            } else if (isHead(texts, single, rows.isEmpty(), layouts)) {
                if (!rows.isEmpty()) {
                    pieces.add(new Piece(tail(context), List.copyOf(rows), notes));
                    context = new ArrayList<>();
                    notes = new ArrayList<>();
                    rows.clear();
                }
                for (String text : texts) {
                    context.add(new Line(text, row.place()));
                }
            } else {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return context;
        }
        pieces.add(new Piece(tail(context), List.copyOf(rows), notes));
        return new ArrayList<>();
    }

    private static boolean isHead(List<String> texts, boolean single, boolean first, Layouts layouts) {
        boolean title = single && layouts.findByTitle(Words.title(texts.get(0))).isPresent();
        boolean furniture = texts.size() <= 4
                && texts.stream()
                        .allMatch(text -> Words.isFurniture(text)
                                || layouts.findByTitle(Words.title(text)).isPresent());
        return title || furniture || (first && single && Words.looksLikeTitle(texts.get(0)));
    }

    /** The lines that can belong to the head of a table: the last ones, back to a sentence. */
    private static List<Line> tail(List<Line> lines) {
        int from = lines.size();
        while (from > 0 && lines.size() - from < CONTEXT_LINES) {
            String text = lines.get(from - 1).text();
            if (text.length() > LONG_SENTENCE && (text.endsWith("。") || text.endsWith("；"))) {
                break;
            }
            from--;
        }
        return List.copyOf(lines.subList(from, lines.size()));
    }
}
