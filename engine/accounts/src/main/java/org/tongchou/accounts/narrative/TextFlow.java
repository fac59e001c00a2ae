package org.tongchou.accounts.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** Turns paragraphs (and sentences in table cells) into sentences with their section and place. */
final class TextFlow {
    private static final Pattern CONTENTS = Pattern.compile("(?:\\.{3,}|…+|·{3,}|\\.\\s\\.\\s\\.).{0,12}$|^目\\s*录$");
    private static final Pattern PAGE_NUMBER = Pattern.compile("^[-—–\\s]*\\d{1,4}[-—–\\s]*$|^第\\s*\\d+\\s*页.{0,10}$");
    private static final Pattern PAGE = Pattern.compile("\\d{1,4}");
    private static final Pattern SUBJECT_CODE = Pattern.compile("(?<!\\d)\\d{3,7}(?!\\d)");
    private static final Pattern CONTINUES = Pattern.compile("^[，、；。）较比与同增减下上提降占完主其因]");
    static final String TABLE = "/表格";
    private static final String ENDS = "。！？";
    private static final String PARAGRAPH_ENDS = "。！？；：…!?;:";
    private static final String CLOSING = "\"”’）)》」』】";
    /** Longer than people write; bounds the work on text that is none. */
    private static final int LONGEST_SENTENCE = 3000;

    private static final int CELL_SENTENCE = 20;
    private static final int CONTENTS_TITLE = 60;

    private final QuantityScanner scanner;
    private final Headings headings = new Headings();
    private final List<Sentence> sentences = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private String openSection = "";
    private int paragraphs;

    /** Where a source paragraph starts in the joined text. */
    private record Piece(int offset, Place place) {}

    /** A paragraph to be looked at, with the cleaned text. */
    private record Line(String text, int heading, Place place, String clean) {}

    private TextFlow(QuantityScanner scanner) {
        this.scanner = scanner;
    }

    /** The sentences of a document in reading order; headings and the table of contents are left out. */
    static List<Sentence> sentences(RawDocument document, QuantityScanner scanner) {
        TextFlow flow = new TextFlow(scanner);
        List<Line> lines = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph) {
                add(lines, paragraph.text(), paragraph.heading(), paragraph.place());
            } else if (block instanceof RawTable table && isText(table)) {
                table.rows().forEach(row -> addCells(lines, row));
            } else if (block instanceof RawTable table) {
                flow.take(lines);
                lines.clear();
                flow.close();
                table.rows().forEach(flow::takeRow);
            }
        }
        flow.take(lines);
        flow.close();
        return List.copyOf(flow.sentences);
    }

    /** Whether a table is running text in one column, as narrative on a spreadsheet is. */
    private static boolean isText(RawTable table) {
        return table.rows().stream().allMatch(row -> filled(row).size() <= 1);
    }

    private static void addCells(List<Line> lines, RawRow row) {
        filled(row)
                .forEach(index ->
                        add(lines, row.cells().get(index), 0, row.place().withCell(index + 1)));
    }

    private static List<Integer> filled(RawRow row) {
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                filled.add(i);
            }
        }
        return filled;
    }

    private static void add(List<Line> lines, String text, int heading, Place place) {
        String stripped = text.strip();
        if (!stripped.isEmpty()
                && !CONTENTS.matcher(stripped).find()
                && !PAGE_NUMBER.matcher(stripped).matches()) {
            lines.add(new Line(stripped, heading, place, Shadow.of(stripped).text()));
        }
    }

    private void take(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean figureFollows = i + 1 < lines.size()
                    && scanner.startsWithQuantity(lines.get(i + 1).clean());
            if (isHeading(line, figureFollows)) {
                close();
                headings.enter(line.clean());
            } else {
                if (!continuesOpen(line)) {
                    close();
                    openSection = headings.path();
                }
                pieces.add(new Piece(open.length(), line.place()));
                open.append(line.text());
            }
        }
    }

    private boolean isHeading(Line line, boolean figureFollows) {
        boolean numbered = Headings.numbering(line.clean()).isPresent();
        if (!Headings.canBeHeading(line.clean(), scanner)) {
            return false;
        }
        if (line.heading() > 0) {
            return true;
        }
        if (numbered) {
            return !figureFollows && !SUBJECT_CODE.matcher(line.clean()).find();
        }
        return (open.isEmpty() || isComplete()) && Headings.looksLikeTitle(line.clean(), scanner) && !figureFollows;
    }

    private boolean continuesOpen(Line line) {
        if (open.isEmpty() || isComplete() || line.heading() > 0) {
            return false;
        }
        if (Headings.numbering(line.clean()).isPresent() && !scanner.startsWithQuantity(line.clean())) {
            return false;
        }
        return !endsWithFigure() || CONTINUES.matcher(line.clean()).find();
    }

    private boolean isComplete() {
        int last = open.length() - 1;
        while (last > 0 && CLOSING.indexOf(open.charAt(last)) >= 0) {
            last--;
        }
        return PARAGRAPH_ENDS.indexOf(open.charAt(last)) >= 0;
    }

    /** Whether the open text ends with a number and its unit, as an item without a full stop does. */
    private boolean endsWithFigure() {
        String clean =
                Shadow.of(open.substring(Math.max(0, open.length() - 30))).text();
        List<Quantity> quantities = scanner.scan(clean);
        return !quantities.isEmpty() && quantities.get(quantities.size() - 1).end() == clean.length();
    }

    private void takeRow(RawRow row) {
        List<Integer> filled = filled(row);
        if (isContents(row, filled)) {
            return;
        }
        for (int index : filled) {
            String text = row.cells().get(index).strip();
            if (text.length() >= CELL_SENTENCE && text.matches("(?s).*[，,。；].*")) {
                openSection = headings.path();
                pieces.add(new Piece(0, row.place().withCell(index + 1)));
                open.append(text);
                close(filled.size() > 1);
            }
        }
    }

    private static boolean isContents(RawRow row, List<Integer> filled) {
        return filled.size() == 2
                && PAGE.matcher(row.cells().get(filled.get(1)).strip()).matches()
                && row.cells().get(filled.get(0)).length() <= CONTENTS_TITLE;
    }

    private void close() {
        close(false);
    }

    /** Cuts the open text into sentences. */
    private void close(boolean cell) {
        if (open.isEmpty()) {
            return;
        }
        String text = open.toString();
        int start = 0;
        for (int end = sentenceEnd(text, 0); end < text.length(); end = sentenceEnd(text, end)) {
            addSentence(text, start, end, cell);
            start = end;
        }
        addSentence(text, start, text.length(), cell);
        open.setLength(0);
        pieces.clear();
        paragraphs++;
    }

    /** The first sentence of a text. */
    static String firstSentence(String text) {
        return text.substring(0, sentenceEnd(text, 0)).strip();
    }

    /** Where the sentence that starts at an index ends, closing quotes and brackets included. */
    private static int sentenceEnd(String text, int start) {
        int end = start;
        int longest = Math.min(text.length(), start + LONGEST_SENTENCE);
        while (end < longest && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end < text.length() && (CLOSING + ENDS).indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private void addSentence(String text, int from, int to, boolean cell) {
        int start = from;
        while (start < to && Shadow.isBlank(text.charAt(start))) {
            start++;
        }
        String sentence = text.substring(start, to).stripTrailing();
        if (!sentence.isEmpty()) {
            String section = cell ? openSection + TABLE : openSection;
            sentences.add(new Sentence(sentence, section, paragraphs, cell, placeAt(start)));
        }
    }

    private Place placeAt(int offset) {
        Place place = pieces.get(0).place();
        for (Piece piece : pieces) {
            if (piece.offset() <= offset) {
                place = piece.place();
            }
        }
        return place;
    }
}
