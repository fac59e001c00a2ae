package org.tongchou.accounts.derive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.FigureTable;
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
        Form form = Form.of(figures.kind());
        return new Composer(figures, form, tables(figures), classification).compose();
    }

    /** Every table by topic, in the form's order: as published where the figures give it so, else derived. */
    public static Map<String, FigureTable> tables(AccountsFigures figures) {
        Map<String, FigureTable> tables =
                new LinkedHashMap<>(new TableDeriver(figures, Form.of(figures.kind())).tables());
        tables.replaceAll((topic, derived) -> figures.printed().getOrDefault(topic, derived));
        return tables;
    }
}
