package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/**
 * A row of a table or a paragraph: forms run over page breaks, so a document is read as one sequence of these.
 *
 * @param cells cells without white space; one for a paragraph
 * @param raw cells as read
 * @param place where it stands
 * @param table number of the table in the document; -1 for a paragraph
 * @param opens whether it is the first row of its table
 */
record Line(List<String> cells, List<String> raw, Place place, int table, boolean opens) {
    Line {
        cells = List.copyOf(cells);
        raw = List.copyOf(raw);
    }

    /**
     * A cell that is not empty.
     *
     * @param column 0-based column
     * @param text without white space
     * @param raw as read
     */
    record Cell(int column, String text, String raw) {}

    static List<Line> of(RawDocument document) {
        List<Line> lines = new ArrayList<>();
        int table = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph) {
                lines.add(new Line(
                        List.of(Plain.compact(paragraph.text())),
                        List.of(paragraph.text()),
                        paragraph.place(),
                        -1,
                        false));
            } else if (block instanceof RawTable raw) {
                boolean opens = true;
                for (RawRow row : raw.rows()) {
                    lines.add(new Line(
                            row.cells().stream().map(Plain::compact).toList(), row.cells(), row.place(), table, opens));
                    opens = false;
                }
                table++;
            }
        }
        return lines;
    }

    boolean isParagraph() {
        return table < 0;
    }

    /** The cells that are not empty, from the left. */
    List<Cell> filled() {
        List<Cell> filled = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).isEmpty()) {
                filled.add(new Cell(c, cells.get(c), raw.get(c)));
            }
        }
        return filled;
    }

    /** The first cell that is not empty; empty text when there is none. */
    String first() {
        return cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** The only text of a row or paragraph; empty text when there are several cells or none. */
    String only() {
        List<Cell> filled = filled();
        return filled.size() == 1 ? filled.get(0).text() : "";
    }
}
