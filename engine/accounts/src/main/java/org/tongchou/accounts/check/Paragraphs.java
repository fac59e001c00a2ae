package org.tongchou.accounts.check;

import java.util.HashMap;
import java.util.Map;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.NarrativeFigure.Change;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;

/** The paragraphs of a document by place, to read on after a sentence. */
final class Paragraphs {
    private static final int REACH = 40;

    private final Map<Place, String> texts = new HashMap<>();

    Paragraphs(RawDocument raw) {
        raw.blocks().forEach(block -> {
            if (block instanceof Paragraph paragraph) {
                texts.put(paragraph.place(), paragraph.text());
            }
        });
    }

    /** The text after a change clause to the end of its sentence, and the start of the next of the same paragraph. */
    String from(NarrativeFigure figure, Change change) {
        String sentence = figure.sentence();
        String rest = sentence.substring(Math.min(sentence.length(), Math.max(change.offset(), figure.offset())));
        String paragraph = texts.getOrDefault(figure.place(), "");
        int at = paragraph.indexOf(sentence);
        if (at < 0) {
            return rest;
        }
        int end = at + sentence.length();
        return rest + paragraph.substring(end, Math.min(paragraph.length(), end + REACH));
    }
}
