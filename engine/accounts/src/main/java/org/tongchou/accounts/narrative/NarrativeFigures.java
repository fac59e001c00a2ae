package org.tongchou.accounts.narrative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.source.RawDocument;

/** What a document says around its figures. */
public final class NarrativeFigures {
    private static final int REACH = 2;

    private final Patterns patterns = Patterns.standard();
    private final List<Sentence> sentences;
    private final Map<String, Integer> byStart;

    private NarrativeFigures(List<Sentence> sentences) {
        this.sentences = sentences;
        this.byStart = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            byStart.putIfAbsent(start(sentences.get(i)), i);
        }
    }

    /** The sentences of a document, to look around in. */
    public static NarrativeFigures of(RawDocument document) {
        QuantityScanner scanner = new QuantityScanner(Patterns.standard().units());
        return new NarrativeFigures(TextFlow.sentences(document, scanner));
    }

    /**
     * The reason that the text gives for a figure or its change: what follows 主要原因是, 主要是, 由于 … in the rest of the
     * sentence or at the start of one of the next two of the same paragraph.
     *
     * @param figure a figure read from the same document
     * @return the words of the reason as printed, the introducing words included; empty when none is given
     */
    public Optional<String> reasonAfter(NarrativeFigure figure) {
        Optional<String> own = reason(figure.sentence().substring(figure.offset()), Integer.MAX_VALUE);
        Integer index = byStart.get(figure.place() + "|" + firstSentence(figure));
        if (own.isPresent() || index == null) {
            return own;
        }
        Sentence sentence = sentences.get(index);
        for (int i = index + 1; i < sentences.size() && i <= index + REACH; i++) {
            Sentence next = sentences.get(i);
            if (next.paragraph() != sentence.paragraph()) {
                break;
            }
            Optional<String> found = reason(next.text(), 12);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> reason(String text, int within) {
        int start = patterns.reasonStart(text);
        return start < 0 || start > within ? Optional.empty() : Optional.of(text.substring(start));
    }

    private static String start(Sentence sentence) {
        return sentence.place() + "|" + sentence.text();
    }

    /** A figure's sentence may have been joined with the next for its change clause; the first one identifies it. */
    private static String firstSentence(NarrativeFigure figure) {
        return TextFlow.firstSentence(figure.sentence());
    }
}
