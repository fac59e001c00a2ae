package org.tongchou.platform.accounts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.derive.CellAddress;
import org.tongchou.accounts.derive.Derived;
import org.tongchou.accounts.derive.Piece;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.money.PrintedNumber;

/** A document's tables and sentences as the console shows them, every figure with its address. */
final class ContentView {
    private ContentView() {}

    /**
     * A table as published.
     *
     * @param topic what it is about
     * @param heading the heading above it
     * @param title its title
     * @param form form number; may be empty
     * @param caption lines above the header
     * @param header header rows
     * @param rows body rows
     * @param notes lines below
     */
    record DocumentTable(
            String topic,
            String heading,
            String title,
            String form,
            List<String> caption,
            List<List<DocumentCell>> header,
            List<DocumentTableRow> rows,
            List<String> notes) {}

    /**
     * A row of the body.
     *
     * @param total whether it is a total
     * @param cells its cells; covered ones are left out
     */
    record DocumentTableRow(boolean total, List<DocumentCell> cells) {}

    /**
     * A cell.
     *
     * @param text as printed
     * @param kind label, code or figure
     * @param colSpan columns it covers
     * @param rowSpan rows it covers
     * @param depth how far a name is indented, by its code
     * @param side half of a two-sided table; null in others and for labels
     * @param row role of the row of a figure; null for labels
     * @param column role of its column; null for labels
     */
    record DocumentCell(
            String text,
            String kind,
            int colSpan,
            int rowSpan,
            int depth,
            @Nullable String side,
            @Nullable String row,
            @Nullable String column) {}

    /**
     * A heading, a paragraph or a table's place.
     *
     * @param level 1 to 3 for a heading, 0 for a paragraph
     * @param pieces the text in pieces; a heading has one
     */
    record DocumentParagraph(int level, List<Piece> pieces) {}

    /** The tables in the order of the document, each with the heading above it. */
    static List<DocumentTable> tables(Derived derived) {
        List<DocumentTable> tables = new ArrayList<>();
        List<Content> contents = derived.publication().contents();
        String heading = "";
        for (int at = 0; at < contents.size(); at++) {
            if (contents.get(at) instanceof Heading found) {
                heading = found.text();
            }
            if (contents.get(at) instanceof Grid grid && derived.cells().containsKey(at)) {
                tables.add(table(grid, heading, derived.cells().getOrDefault(at, List.of())));
            }
        }
        return tables;
    }

    private static DocumentTable table(Grid grid, String heading, List<List<Optional<CellAddress>>> addresses) {
        List<DocumentTableRow> rows = new ArrayList<>();
        for (int r = 0; r < grid.rows().size(); r++) {
            rows.add(row(grid.rows().get(r), addresses.get(r)));
        }
        return new DocumentTable(
                grid.topic(),
                heading,
                grid.title(),
                grid.form(),
                grid.caption(),
                grid.header().stream()
                        .map(cells -> cells.stream()
                                .filter(cell -> cell.kind() != Kind.COVERED)
                                .map(cell -> view(cell, 0, Optional.empty()))
                                .toList())
                        .toList(),
                rows,
                grid.notes());
    }

    private static DocumentTableRow row(List<GridCell> cells, List<Optional<CellAddress>> addresses) {
        List<DocumentCell> views = new ArrayList<>();
        int depth = 0;
        for (int c = 0; c < cells.size(); c++) {
            GridCell cell = cells.get(c);
            if (cell.kind() == Kind.CODE) {
                depth = Math.max(0, (cell.text().length() - 3) / 2);
            }
            if (cell.kind() != Kind.COVERED) {
                views.add(view(cell, cell.kind() == Kind.LABEL ? depth : 0, addresses.get(c)));
                depth = cell.kind() == Kind.CODE ? depth : 0;
            }
        }
        boolean total = addresses.stream()
                .flatMap(Optional::stream)
                .anyMatch(cell -> cell.row().endsWith("合计") || cell.row().equals("总计"));
        return new DocumentTableRow(total, views);
    }

    private static DocumentCell view(GridCell cell, int depth, Optional<CellAddress> address) {
        return new DocumentCell(
                cell.figure() == null ? cell.text() : PrintedNumber.print(cell.figure()),
                cell.kind().name().toLowerCase(java.util.Locale.ROOT),
                cell.colSpan(),
                cell.rowSpan(),
                depth,
                address.map(CellAddress::side).map(side -> side.printed()).orElse(null),
                address.map(CellAddress::row).orElse(null),
                address.map(CellAddress::column).orElse(null));
    }

    /** Headings and paragraphs in the order of the document. */
    static List<DocumentParagraph> paragraphs(Derived derived) {
        List<DocumentParagraph> paragraphs = new ArrayList<>();
        List<Content> contents = derived.publication().contents();
        for (int at = 0; at < contents.size(); at++) {
            Content content = contents.get(at);
            if (content instanceof Heading heading) {
                paragraphs.add(new DocumentParagraph(heading.level(), List.of(new Piece(heading.text(), "", ""))));
            } else if (content instanceof Text text) {
                paragraphs.add(new DocumentParagraph(
                        0, derived.sentences().getOrDefault(at, List.of(new Piece(text.text(), "", "")))));
            }
        }
        return paragraphs;
    }
}
