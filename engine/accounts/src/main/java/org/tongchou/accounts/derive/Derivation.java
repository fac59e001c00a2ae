package org.tongchou.accounts.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Publication;

/** Computes a whole budget or final accounts from its figures. Pure: same figures, same document. */
public final class Derivation {
    private Derivation() {}

    /** The document with the names of the standard classification. */
    public static Publication derive(AccountsFigures figures) {
        return derive(figures, Classification.standard());
    }

    /** The document with the names of a classification. */
    public static Publication derive(AccountsFigures figures, Classification classification) {
        return trace(figures, classification, List.of()).publication();
    }

    /** The document with the way back from every figure to the base facts; names of the standard classification. */
    public static Derived trace(AccountsFigures figures) {
        return trace(figures, List.of());
    }

    /** As {@link #trace(AccountsFigures)}, with further contents at the end, among the annexes (附件). */
    public static Derived trace(AccountsFigures figures, List<Content> annexes) {
        return trace(figures, Classification.standard(), annexes);
    }

    private static Derived trace(AccountsFigures figures, Classification classification, List<Content> annexes) {
        Form form = Form.of(figures.kind());
        TableDeriver deriver = new TableDeriver(figures, form);
        Map<String, FigureTable> tables = orAsPublished(deriver.tables(), figures);
        Map<CellAddress, List<Origin>> origins = new LinkedHashMap<>(deriver.origins());
        origins.keySet().removeIf(cell -> figures.printed().containsKey(cell.topic()));
        return new Composer(figures, form, tables, origins, classification).compose(annexes);
    }

    /** Every table by topic, in the form's order: as published where the figures give it so, else derived. */
    public static Map<String, FigureTable> tables(AccountsFigures figures) {
        return orAsPublished(new TableDeriver(figures, Form.of(figures.kind())).tables(), figures);
    }

    private static Map<String, FigureTable> orAsPublished(Map<String, FigureTable> derived, AccountsFigures figures) {
        Map<String, FigureTable> tables = new LinkedHashMap<>(derived);
        tables.replaceAll((topic, table) -> figures.printed().getOrDefault(topic, table));
        return tables;
    }
}
