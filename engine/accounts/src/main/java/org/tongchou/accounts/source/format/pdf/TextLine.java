package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Glyphs on one baseline, from left to right.
 *
 * @param text their text, with spaces where there are gaps, stripped
 * @param left left edge of the first glyph that prints
 * @param right right edge of the last glyph that prints
 * @param baseline y of the baseline
 * @param size em size of most of its glyphs
 * @param firstWord width of its first word: what would have had to fit on the line before
 * @param chunks its parts between wide gaps
 */
record TextLine(String text, float left, float right, float baseline, float size, float firstWord, List<Chunk> chunks) {
    /** A gap this wide, in ems, parts two columns rather than two words. */
    private static final float COLUMN_GAP = 1.2f;

    private static final String OPENING = "（《“‘〔「『【(";

    private static final String CLOSING = "。，、；：！？）》」』】〕”’%％,.;:!?)";

    /**
     * A part of a line with wide gaps on both sides.
     *
     * @param text its text
     * @param left left edge
     * @param right right edge
     */
    record Chunk(String text, float left, float right) {}

    float top() {
        return baseline - 0.86f * size;
    }

    float bottom() {
        return baseline + 0.14f * size;
    }

    /** Puts the glyphs of a page or cell into lines from top to bottom; lines of nothing but spaces are left out. */
    static List<TextLine> of(List<Glyph> glyphs) {
        List<Glyph> sorted =
                glyphs.stream().sorted(Comparator.comparing(Glyph::baseline)).toList();
        List<TextLine> lines = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        for (Glyph glyph : sorted) {
            if (!open.isEmpty() && !sameLine(open.get(0), glyph)) {
                add(lines, open);
                open.clear();
            }
            open.add(glyph);
        }
        add(lines, open);
        return lines;
    }

    private static boolean sameLine(Glyph first, Glyph next) {
        return next.baseline() - first.baseline() <= 0.4f * Math.max(first.size(), next.size());
    }

    private static void add(List<TextLine> lines, List<Glyph> open) {
        List<Glyph> glyphs =
                open.stream().sorted(Comparator.comparing(Glyph::left)).toList();
        List<Glyph> printing = glyphs.stream().filter(g -> !g.blank()).toList();
        if (!printing.isEmpty()) {
            lines.add(line(glyphs, printing));
        }
    }

    private static TextLine line(List<Glyph> glyphs, List<Glyph> printing) {
        Assembly text = new Assembly();
        Assembly chunk = new Assembly();
        List<Chunk> chunks = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            if (!glyph.blank() && chunk.gapTo(glyph) > COLUMN_GAP * glyph.size()) {
                chunks.add(chunk.take());
            }
            text.add(glyph);
            chunk.add(glyph);
        }
        chunks.add(chunk.take());
        float size = mainSize(printing);
        Chunk whole = text.take();
        return new TextLine(
                whole.text,
                whole.left,
                whole.right,
                mainBaseline(printing, size),
                size,
                firstWord(printing),
                List.copyOf(chunks));
    }

    private static float mainSize(List<Glyph> printing) {
        List<Float> sizes = printing.stream().map(Glyph::size).sorted().toList();
        return sizes.get(sizes.size() / 2);
    }

    private static float mainBaseline(List<Glyph> printing, float size) {
        List<Float> baselines = printing.stream()
                .filter(g -> Math.abs(g.size() - size) < 0.5f)
                .map(Glyph::baseline)
                .sorted()
                .toList();
        return baselines.get(baselines.size() / 2);
    }

    /** The part of a line that may not be broken: opening marks, a word or one Chinese character, closing marks. */
    private static float firstWord(List<Glyph> printing) {
        Glyph first = printing.get(0);
        Glyph last = first;
        for (Glyph next : printing.subList(1, printing.size())) {
            int before = last.text().codePointBefore(last.text().length());
            int c = next.text().codePointAt(0);
            boolean near = next.left() - last.right() <= 0.25f * next.size();
            boolean sticks = OPENING.indexOf(before) >= 0
                    || CLOSING.indexOf(c) >= 0
                    || (!Scripts.wide(before) && !Scripts.wide(c));
            if (!near || !sticks) {
                break;
            }
            last = next;
        }
        return last.right() - first.left();
    }

    /** Text under construction. */
    private static final class Assembly {
        private final StringBuilder text = new StringBuilder();
        private float left;
        private float right;
        private boolean blankSince;

        float gapTo(Glyph next) {
            return text.isEmpty() ? 0 : next.left() - right;
        }

        void add(Glyph glyph) {
            if (glyph.blank()) {
                blankSince = true;
                return;
            }
            if (text.isEmpty()) {
                left = glyph.left();
                right = glyph.right();
            } else if (spaceBefore(glyph)) {
                text.append(' ');
            }
            text.append(glyph.text());
            right = Math.max(right, glyph.right());
            blankSince = false;
        }

        private boolean spaceBefore(Glyph glyph) {
            float gap = gapTo(glyph) / glyph.size();
            if (blankSince) {
                return gap > 0.1f;
            }
            boolean wide = Scripts.wide(text.codePointBefore(text.length()))
                    || Scripts.wide(glyph.text().codePointAt(0));
            return gap > (wide ? 0.6f : 0.22f);
        }

        /** The finished text; begins anew. */
        Chunk take() {
            Chunk chunk = new Chunk(text.toString().strip(), left, right);
            text.setLength(0);
            blankSince = false;
            return chunk;
        }
    }
}
