package org.tongchou.accounts.derive;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.publish.Publication;

/**
 * A document with the way back from its figures to the base facts.
 *
 * @param publication the document
 * @param tables every table by topic, in the form's order
 * @param origins the base facts behind every derived cell; nothing for tables given as published
 * @param figures the figures of the sentences by key, shares included where a sentence prints them
 * @param sentences the pieces of a paragraph, by its place in the document's contents
 * @param cells which figures a grid shows, row by row, by the grid's place in the contents; empty for labels
 */
public record Derived(
        Publication publication,
        Map<String, FigureTable> tables,
        Map<CellAddress, List<Origin>> origins,
        Map<String, KeyFigure> figures,
        Map<Integer, List<Piece>> sentences,
        Map<Integer, List<List<Optional<CellAddress>>>> cells) {
    /** Keeps the order of the maps. */
    public Derived {
        tables = Collections.unmodifiableMap(tables);
        origins = Collections.unmodifiableMap(origins);
        figures = Collections.unmodifiableMap(figures);
        sentences = Map.copyOf(sentences);
        cells = Map.copyOf(cells);
    }

    /** The base facts behind a cell; none when it was given as published or there is no such cell. */
    public List<Origin> origins(CellAddress cell) {
        return origins.getOrDefault(cell, List.of());
    }
}
