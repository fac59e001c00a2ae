package org.tongchou.accounts.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawTable;

/** The lines of a document as people see them: paragraphs, and table rows with their cells side by side. */
final class Lines {
    private Lines() {}

    /**
     * One line.
     *
     * @param text its text
     * @param table whether it is a row of a table
     * @param place where it stands
     */
    record Line(String text, boolean table, Place place) {}

    static List<Line> of(RawDocument raw) {
        return raw.blocks().stream().flatMap(Lines::lines).toList();
    }

    private static Stream<Line> lines(Block block) {
        if (block instanceof Paragraph paragraph) {
            return Stream.of(new Line(paragraph.text(), false, paragraph.place()));
        }
        return ((RawTable) block)
                .rows().stream()
                        .map(row -> new Line(
                                row.cells().stream()
                                        .filter(cell -> !cell.isBlank())
                                        .collect(Collectors.joining(" ")),
                                true,
                                row.place()));
    }
}
