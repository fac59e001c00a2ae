package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** Puts the lines of all pages together as paragraphs, keeping tables between them. */
final class ParagraphBuilder {
    private static final Pattern SENTENCE_END = Pattern.compile(".*[。；：！？;:!?][”’」』）)]*", Pattern.DOTALL);
    private static final Pattern CONTENTS_LINE = Pattern.compile("(?:[.．…·]\\s*){4,}[-\\s]*\\d{1,4}[-\\s]*$");

    /** Lines of one paragraph are printed in one size; this much is rounding. */
    private static final float SAME_SIZE = 0.08f;

    /** A first line is set in by two ems. */
    private static final float INDENT = 1.2f;

    /** Ragged edges and hanging punctuation, in ems. */
    private static final float EDGE = 1.3f;

    /** More space between lines than this, in parts of the usual distance, parts paragraphs. */
    private static final float WIDER = 1.2f;

    /** Fewer long lines do not show where the text block ends. */
    private static final int MIN_BODY_LINES = 4;

    private final List<Block> blocks = new ArrayList<>();
    private final float bodySize;
    private final Map<Integer, Margins> marginsByWidth;
    private @Nullable Open open;

    /** A paragraph that may go on: its text so far, its last line and where that stands. */
    private record Open(String text, Place place, TextLine first, TextLine last, int lines, int page) {}

    private record Margins(float left, float right, float pitch) {}

    private ParagraphBuilder(List<PageLayout> pages) {
        this.bodySize = bodySize(pages);
        this.marginsByWidth = margins(pages, bodySize);
    }

    /** The document's blocks in reading order. */
    static List<Block> build(List<PageLayout> pages) {
        ParagraphBuilder builder = new ParagraphBuilder(pages);
        for (PageLayout page : pages) {
            builder.page(page);
        }
        builder.close();
        return builder.blocks;
    }

    private void page(PageLayout page) {
        Margins margins = marginsByWidth.getOrDefault(Math.round(page.width()), new Margins(0, page.width(), 0));
        String part = "第" + page.number() + "页";
        int row = 1;
        for (PageItem item : page.items()) {
            Place place = new Place(Medium.PDF, part, row, 0);
            if (item instanceof PageItem.TableRows table) {
                row += table.movedRows();
                if (!table.rows().isEmpty()) {
                    close();
                    blocks.add(table(table, part, row));
                }
                row += table.rows().size();
            } else if (item instanceof PageItem.Line text) {
                line(text.line(), place, page.number(), margins);
                row++;
            }
        }
    }

    private static RawTable table(PageItem.TableRows table, String part, int first) {
        List<RawRow> rows = new ArrayList<>();
        for (List<String> cells : table.rows()) {
            rows.add(new RawRow(cells, new Place(Medium.PDF, part, first + rows.size(), 0)));
        }
        return new RawTable(rows);
    }

    private void line(TextLine line, Place place, int page, Margins margins) {
        Open before = open;
        if (before != null && continues(before, line, page, margins)) {
            open = new Open(
                    Scripts.join(before.text, line.text()), before.place, before.first, line, before.lines + 1, page);
        } else {
            close();
            open = new Open(line.text(), place, line, line, 1, page);
        }
    }

    private boolean continues(Open before, TextLine next, int page, Margins margins) {
        TextLine last = before.last;
        float em = last.size();
        boolean sameSize = Math.abs(last.size() - next.size()) <= SAME_SIZE * last.size();
        boolean full = last.right() + next.firstWord() + EDGE * em > margins.right;
        if (!sameSize
                || !full
                || CONTENTS_LINE.matcher(before.text).find()
                || CONTENTS_LINE.matcher(next.text()).find()) {
            return false;
        }
        boolean ended = SENTENCE_END.matcher(before.text).matches();
        boolean setIn = next.left() - margins.left > INDENT * em && next.left() - last.left() > -INDENT * em;
        boolean firstLineSetIn = before.first.left() - margins.left > INDENT * em;
        if (setIn) {
            // A block that is set in as a whole, or a new paragraph after a line that happens to be full.
            boolean block = before.lines > 1 && Math.abs(next.left() - last.left()) < 0.5f * em;
            return !Headings.startsItem(next.text()) && (block || !ended) && !firstOfTwo(before, next, em);
        }
        if (Headings.startsItem(next.text()) && (ended || !firstLineSetIn)) {
            return false;
        }
        boolean nextPage = page != before.page;
        boolean apart = !nextPage
                && margins.pitch > 0
                && next.baseline() - last.baseline() > WIDER * Math.max(margins.pitch * em / bodySize, 1.1f * em);
        if (ended) {
            return !apart && (firstLineSetIn || !nextPage);
        }
        return !apart || firstLineSetIn;
    }

    /** Two lines that are both set in by the same amount are two paragraphs of one line when the text is set in so. */
    private static boolean firstOfTwo(Open before, TextLine next, float em) {
        return before.lines == 1
                && Math.abs(next.left() - before.first.left()) < 0.5f * em
                && SENTENCE_END.matcher(before.text).matches();
    }

    private void close() {
        Open last = open;
        if (last != null) {
            float enlargement = bodySize > 0 ? last.first.size() / bodySize : 1;
            blocks.add(new Paragraph(last.text, Headings.level(last.text, enlargement), last.place));
            open = null;
        }
    }

    private static float bodySize(List<PageLayout> pages) {
        Map<Integer, Integer> glyphs = new HashMap<>();
        for (PageLayout page : pages) {
            for (PageItem item : page.items()) {
                if (item instanceof PageItem.Line line) {
                    glyphs.merge(
                            Math.round(line.line().size() * 2),
                            line.line().text().length(),
                            Integer::sum);
                }
            }
        }
        return glyphs.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey() / 2f)
                .orElse(0f);
    }

    /** The edges of the text block for each page width, from long lines of the body's size. */
    private static Map<Integer, Margins> margins(List<PageLayout> pages, float bodySize) {
        Map<Integer, List<TextLine>> lines = new HashMap<>();
        Map<Integer, List<Float>> pitches = new HashMap<>();
        for (PageLayout page : pages) {
            TextLine above = null;
            for (PageItem item : page.items()) {
                TextLine line = item instanceof PageItem.Line text ? text.line() : null;
                int width = Math.round(page.width());
                if (line != null) {
                    lines.computeIfAbsent(width, any -> new ArrayList<>()).add(line);
                }
                if (line != null && above != null && Math.abs(line.size() - bodySize) < 1) {
                    pitches.computeIfAbsent(width, any -> new ArrayList<>()).add(line.baseline() - above.baseline());
                }
                above = line;
            }
        }
        Map<Integer, Margins> margins = new HashMap<>();
        lines.forEach((width, all) -> {
            List<TextLine> body = all.stream()
                    .filter(line -> Math.abs(line.size() - bodySize) < 1 && line.right() - line.left() > width / 3f)
                    .toList();
            List<TextLine> used = body.size() < MIN_BODY_LINES ? all : body;
            float left = edge(used.stream().map(TextLine::left).sorted().toList(), 0.05f);
            float right = edge(used.stream().map(TextLine::right).sorted().toList(), 0.9f);
            List<Float> steps =
                    pitches.getOrDefault(width, List.of()).stream().sorted().toList();
            margins.put(
                    width,
                    new Margins(
                            left,
                            // Too few long lines tell nothing of the right edge; margins are mostly alike.
                            body.size() < MIN_BODY_LINES ? Math.max(right, width - left) : right,
                            steps.isEmpty() ? 0 : steps.get(steps.size() / 3)));
        });
        return margins;
    }

    private static float edge(List<Float> sorted, float share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
