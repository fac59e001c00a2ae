package org.tongchou.accounts.source.format.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.tongchou.accounts.source.Block;

/**
 * The text of an open PDF document.
 *
 * @param blocks paragraphs and tables in reading order
 * @param characters number of characters the pages show
 * @param unmapped number of characters shown that the file does not name
 * @param cutPages pages of which a part was left unread because it was too large
 * @param damagedPages pages that could not be read
 * @param unread number of pages left unread at the end because the document was too large
 */
public record PdfPages(
        List<Block> blocks,
        long characters,
        long unmapped,
        List<Integer> cutPages,
        List<Integer> damagedPages,
        int unread) {
    /** Longer documents are read up to this page. */
    public static final int MAX_PAGES = 2_000;

    /**
     * Reads all pages.
     *
     * @param document an open, decrypted document
     */
    public static PdfPages read(PDDocument document) {
        DrawingLimits limits = new DrawingLimits();
        List<PageLayout> layouts = new ArrayList<>();
        List<Integer> cut = new ArrayList<>();
        List<Integer> damaged = new ArrayList<>();
        long characters = 0;
        long unmapped = 0;
        int pages = document.getNumberOfPages();
        int number = 0;
        while (number < Math.min(pages, MAX_PAGES) && !limits.exhausted()) {
            number++;
            try {
                PageScan scan = PageScanner.scan(document.getPage(number - 1), limits);
                PageLayout layout = PageLayout.of(number, scan);
                layouts.add(layout);
                characters += scan.glyphs().size();
                unmapped += scan.unmapped();
                if (layout.cut()) {
                    cut.add(number);
                }
            } catch (IOException | RuntimeException | StackOverflowError brokenPage) {
                // One broken page must not lose the others.
                damaged.add(number);
            }
        }
        return new PdfPages(
                ParagraphBuilder.build(PageBreaks.mended(Furniture.removed(layouts))),
                characters,
                unmapped,
                List.copyOf(cut),
                List.copyOf(damaged),
                pages - number);
    }
}
