package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Place;

/**
 * Paragraphs as one text, each with its place: page breaks cut sentences in two. Paragraphs that end a sentence or are
 * headings end with a line feed; others run on.
 */
final class Prose {
    private static final Pattern MARKER =
            Pattern.compile("(?:[-•]|\\d+[)）]|\\d+[.、．](?!\\d)|（[\\d一二三四五六七八九十]+）|[一二三四五六七八九十]+、|目标\\d*：|“).*");
    private static final Pattern BULLET = Pattern.compile("^[-•]+(?=\\d|[\\p{IsHan}])");
    private static final String ENDS = "。；：！？";
    private static final int HEADING = 24;

    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Place> places = new TreeMap<>();
    private int lineStart;

    static Prose of(List<Line> paragraphs) {
        Prose prose = new Prose();
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = BULLET.matcher(Plain.prose(paragraphs.get(i).only())).replaceFirst("");
            if (text.isEmpty()) {
                continue;
            }
            if (prose.text.length() > 0 && prose.breaksBefore(text)) {
                prose.text.append('\n');
                prose.lineStart = prose.text.length();
            }
            prose.places.put(prose.text.length(), paragraphs.get(i).place());
            prose.text.append(text);
        }
        return prose;
    }

    private boolean breaksBefore(String next) {
        char last = text.charAt(text.length() - 1);
        boolean heading = text.length() - lineStart <= HEADING && "，、（“".indexOf(last) < 0;
        return ENDS.indexOf(last) >= 0
                || MARKER.matcher(next).matches()
                || (heading && headingLike(text.substring(lineStart)));
    }

    /** A short line of its own: a number and a name, no sentence. */
    private static boolean headingLike(String line) {
        return line.matches("(?:\\d+[.、．]|（[\\d一二三四五六七八九十]+）|[一二三四五六七八九十]+、)?[\\p{IsHan}（）、和与的“”]{2,22}(?:（[^）]*）)?");
    }

    String text() {
        return text.toString();
    }

    /** Where a position stands. */
    Place place(int at) {
        Map.Entry<Integer, Place> entry = places.floorEntry(at);
        return (entry == null ? places.firstEntry() : entry).getValue();
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** The places of all paragraphs. */
    List<Place> places() {
        return new ArrayList<>(places.values());
    }
}
