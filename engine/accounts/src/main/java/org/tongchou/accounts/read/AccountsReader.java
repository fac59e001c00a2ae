package org.tongchou.accounts.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.narrative.NarrativeReader;
import org.tongchou.accounts.recognise.Recogniser;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.format.SourceReader;

/** Reads a published budget or final accounts from a file of any supported format. */
public final class AccountsReader {
    private AccountsReader() {}

    /**
     * Reads a file. Partial success is normal: what could not be taken as it stood is in the document's problems.
     *
     * @param file text, Markdown, docx, xlsx, pdf or html
     * @return the document; without tables and with a fatal problem when the file cannot be used
     */
    public static AccountsDocument read(Path file) {
        return recognise(SourceReader.read(file));
    }

    /** Reads a file as {@link #read(Path)} does, with the codes and names of another classification. */
    public static AccountsDocument read(Path file, Classification classification) {
        return recognise(SourceReader.read(file), Recogniser.standard().with(classification));
    }

    /** Recognises tables and narrative figures in a document that is already read. */
    public static AccountsDocument recognise(RawDocument raw) {
        return recognise(raw, Recogniser.standard());
    }

    private static AccountsDocument recognise(RawDocument raw, Recogniser recogniser) {
        Recogniser.Recognised recognised = recogniser.recognise(raw);
        List<Problem> problems = new ArrayList<>(raw.problems());
        problems.addAll(recognised.problems());
        return new AccountsDocument(
                raw.file(), recognised.meta(), recognised.tables(), NarrativeReader.read(raw), problems, raw);
    }
}
