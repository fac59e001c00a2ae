package org.tongchou.accounts.write;

import java.util.List;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Publication;

/**
 * Makes every text of a publication fit for XML and for one line: line breaks and tabs become a space, characters that
 * XML 1.0 forbids (control characters, lone surrogates, non-characters) are dropped. Done once, so that no writer has
 * to think of it.
 */
final class CleanText {
    private CleanText() {}

    /** The publication with clean texts and the same figures. */
    static Publication of(Publication publication) {
        return new Publication(
                clean(publication.title()),
                publication.meta(),
                publication.contents().stream().map(CleanText::content).toList());
    }

    /** One clean text. */
    static String clean(String text) {
        if (text.codePoints().allMatch(CleanText::ordinary)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.replaceAll("[\\t\\r\\n\\x0b\\x0c\\u0085\\u2028\\u2029]+", " ")
                .codePoints()
                .filter(CleanText::ordinary)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The bureau's name, empty when not known. */
    static String bureau(DocumentMeta meta) {
        String bureau = meta.bureau();
        return bureau == null ? "" : clean(bureau);
    }

    private static boolean ordinary(int c) {
        boolean control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
        boolean surrogate = c >= 0xd800 && c < 0xe000;
        boolean nonCharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return !control && !surrogate && !nonCharacter;
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(CleanText::clean).toList();
    }

    private static Content content(Content content) {
        if (content instanceof Content.Heading heading) {
            return new Content.Heading(heading.level(), clean(heading.text()));
        }
        if (content instanceof Content.Text text) {
            return new Content.Text(clean(text.text()));
        }
        if (content instanceof Content.Grid grid) {
            return new Content.Grid(
                    grid.topic(),
                    clean(grid.title()),
                    clean(grid.form()),
                    clean(grid.caption()),
                    rows(grid.header()),
                    rows(grid.rows()),
                    clean(grid.notes()));
        }
        Content.Chart chart = (Content.Chart) content;
        return new Content.Chart(
                clean(chart.title()),
                chart.kind(),
                clean(chart.unit()),
                clean(chart.categories()),
                chart.series().stream()
                        .map(series -> new Content.Series(clean(series.name()), series.values()))
                        .toList());
    }

    private static List<List<GridCell>> rows(List<List<GridCell>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CleanText::cell).toList())
                .toList();
    }

    private static GridCell cell(GridCell cell) {
        return new GridCell(
                clean(cell.text()), cell.figure(), cell.formula(), cell.colSpan(), cell.rowSpan(), cell.kind());
    }
}
