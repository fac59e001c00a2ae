package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A page as lines and tables from top to bottom.
 *
 * @param number page number, from 1
 * @param width page width
 * @param height page height
 * @param items lines and tables
 * @param cut whether a part of the page was left unread because it was too large
 */
record PageLayout(int number, float width, float height, List<PageItem> items, boolean cut) {
    /** Size of common print: borders of larger text do not grow with it. */
    private static final float COMMON_SIZE = 10;

    static PageLayout of(int number, PageScan scan) {
        CellFiller filler = new CellFiller(scan.glyphs());
        BitSet taken = new BitSet(scan.glyphs().size());
        List<PageItem> items = new ArrayList<>();
        boolean cut = scan.cut();
        for (Lattice.Frame frame : Lattice.frames(scan.rulings())) {
            float em = Math.min(COMMON_SIZE, textSize(scan.glyphs(), frame));
            cut |= Grid.tooLarge(frame, em);
            List<CellFiller.Filled> tables =
                    Grid.of(frame, em).map(filler::fill).orElse(List.of());
            for (CellFiller.Filled filled : tables) {
                if (filled.table().hasText() && !filled.taken().intersects(taken)) {
                    taken.or(filled.taken());
                    items.add(filled.table());
                }
            }
        }
        List<Float> tableTops = items.stream().map(PageItem::top).sorted().toList();
        List<Glyph> rest = new ArrayList<>();
        for (int i = taken.nextClearBit(0); i < scan.glyphs().size(); i = taken.nextClearBit(i + 1)) {
            rest.add(scan.glyphs().get(i));
        }
        List<TextLine> open = new ArrayList<>();
        int nextTable = 0;
        for (TextLine line : TextLine.of(rest)) {
            boolean beyondTable = false;
            while (nextTable < tableTops.size() && tableTops.get(nextTable) < line.top()) {
                nextTable++;
                beyondTable = true;
            }
            if (beyondTable) {
                items.addAll(AlignedTables.find(open));
                open.clear();
            }
            open.add(line);
        }
        items.addAll(AlignedTables.find(open));
        items.sort(Comparator.comparing(PageItem::top));
        return new PageLayout(number, scan.width(), scan.height(), List.copyOf(items), cut);
    }

    /** Size of most of the text within a frame; that of common print when there is none. */
    private static float textSize(List<Glyph> glyphs, Lattice.Frame frame) {
        List<Float> sizes = glyphs.stream()
                .filter(glyph -> frame.surrounds(glyph.anchorX(), glyph.anchorY()))
                .map(Glyph::size)
                .sorted()
                .toList();
        return sizes.isEmpty() ? COMMON_SIZE : sizes.get(sizes.size() / 2);
    }

    /** The same page with other items. */
    PageLayout with(List<PageItem> other) {
        return new PageLayout(number, width, height, List.copyOf(other), cut);
    }
}
