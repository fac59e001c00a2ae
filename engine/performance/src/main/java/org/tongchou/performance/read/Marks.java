package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a text that phrases of {@code performance/reports.yaml} match. */
final class Marks {
    private static final List<String> GROUPS =
            List.of("name", "weight", "score", "target", "actual", "reason", "sign", "unit", "rate", "value");

    private Marks() {}

    /**
     * A match.
     *
     * @param depth 1 for a group of points, 2 for a part, 3 for an item; 0 outside the tree
     * @param start where it begins
     * @param end where it ends
     * @param nameAt where the name in it begins; where it begins itself when it has none
     * @param groups its named groups that took part
     */
    record Mark(int depth, int start, int end, int nameAt, Map<String, String> groups) {
        /** A named group; empty text when the phrase has none or it did not take part. */
        String group(String name) {
            return groups.getOrDefault(name, "");
        }
    }

    /** All matches in the order of the text. Of two that overlap, that of the earlier pattern counts. */
    static List<Mark> find(int depth, List<Pattern> patterns, String text) {
        NavigableMap<Integer, Mark> found = new TreeMap<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            int at = 0;
            while (matcher.find(at)) {
                if (isFree(found, matcher.start(), matcher.end())) {
                    found.put(matcher.start(), mark(depth, matcher));
                }
                at = Math.max(matcher.end(), matcher.start() + 1);
                if (at > text.length()) {
                    break;
                }
            }
        }
        List<Mark> marks = new ArrayList<>(found.values());
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    private static boolean isFree(NavigableMap<Integer, Mark> found, int start, int end) {
        Map.Entry<Integer, Mark> before = found.lowerEntry(end);
        return before == null || before.getValue().end() <= start;
    }

    private static Mark mark(int depth, Matcher matcher) {
        Map<String, String> groups = new HashMap<>();
        int nameAt = matcher.start();
        for (String name : GROUPS) {
            String text = group(matcher, name);
            if (!text.isEmpty()) {
                groups.put(name, text);
                nameAt = name.equals("name") ? matcher.start(name) : nameAt;
            }
        }
        return new Mark(depth, matcher.start(), matcher.end(), nameAt, groups);
    }

    /** A named group of a match; empty text when the pattern has none or it did not take part. */
    static String group(Matcher matcher, String name) {
        if (!matcher.pattern().pattern().contains("(?<" + name + ">")) {
            return "";
        }
        String text = matcher.group(name);
        return text == null ? "" : text;
    }
}
