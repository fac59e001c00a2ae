package org.tongchou.accounts.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.tongchou.accounts.model.NarrativeFigure;

/** Quotes sentences with their numbers marked. */
final class Quotes {
    private static final Pattern NUMBER =
            Pattern.compile("[-+－−]?\\s?[0-9０-９][0-9０-９,， ]*(?:[.．]\\s?[0-9０-９]+(?:\\s[0-9０-９]+)?)?");
    private static final int AROUND = 90;

    private Quotes() {}

    /**
     * A stretch of a sentence to mark.
     *
     * @param start 0-based, inclusive
     * @param end exclusive
     * @param anchor id to give the mark; empty for none
     * @param style class of the mark
     * @param links findings to link to
     */
    record Span(int start, int end, String anchor, String style, List<Marks.Mark> links) {}

    /** The stretch that a figure's number takes in its sentence. */
    static Span span(NarrativeFigure figure, String anchor, String style, List<Marks.Mark> links) {
        int start = Math.min(Math.max(0, figure.offset()), figure.sentence().length());
        Matcher number = NUMBER.matcher(figure.sentence())
                .region(start, figure.sentence().length());
        int end = number.lookingAt() ? start + number.group().stripTrailing().length() : start;
        return new Span(start, end, anchor, style, links);
    }

    /** Appends the whole sentence with spans marked; spans are in order, overlapping ones are dropped. */
    static void whole(Element parent, String sentence, List<Span> spans) {
        int done = 0;
        for (Span span : spans) {
            if (span.start() < done || span.end() <= span.start()) {
                continue;
            }
            parent.appendText(sentence.substring(done, span.start()));
            Element mark = HtmlPage.add(parent, "mark", span.style(), sentence.substring(span.start(), span.end()));
            if (!span.anchor().isEmpty()) {
                mark.attr("id", span.anchor());
            }
            HtmlTable.links(parent, span.links());
            done = span.end();
        }
        parent.appendText(sentence.substring(done));
    }

    /** Appends the part of a sentence around one span, shortened with an ellipsis. */
    static void around(Element parent, String sentence, Span span) {
        int from = Math.max(0, span.start() - AROUND);
        int to = Math.min(sentence.length(), Math.max(span.end(), span.start()) + AROUND);
        String part = sentence.substring(from, to);
        if (from > 0) {
            parent.appendText("…");
        }
        whole(parent, part, List.of(new Span(span.start() - from, span.end() - from, "", "here", List.of())));
        if (to < sentence.length()) {
            parent.appendText("…");
        }
    }
}
