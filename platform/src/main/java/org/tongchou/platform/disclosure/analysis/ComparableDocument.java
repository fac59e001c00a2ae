package org.tongchou.platform.disclosure.analysis;

import java.util.List;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.RawDocument;

/**
 * What comparison needs of a document.
 *
 * @param file name of the file
 * @param meta whose accounts
 * @param tables the tables
 * @param narrative the figures in sentences
 */
record ComparableDocument(String file, DocumentMeta meta, List<Table> tables, List<NarrativeFigure> narrative) {
    static ComparableDocument of(AccountsDocument document) {
        return new ComparableDocument(document.file(), document.meta(), document.tables(), document.narrative());
    }

    /** The document, without its text. */
    AccountsDocument document() {
        return new AccountsDocument(
                file, meta, tables, narrative, List.of(), new RawDocument(file, Medium.TEXT, List.of(), List.of()));
    }
}
