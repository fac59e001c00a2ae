package org.tongchou.accounts.source.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The numbers that Word puts before headings and list items itself ({@code 一、}, {@code （二）}, {@code 3.}), which do
 * not stand in the text. The lists are read from {@code numbering.xml}; then the numbers are counted in reading order.
 */
final class DocxNumbering extends DefaultHandler {
    private static final int LEVELS = 9;
    private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9])");
    private static final String CHINESE = "零一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";

    /** How a level is numbered. */
    private static final class Level {
        int start = 1;
        String format = "decimal";
        String text = "";
    }

    private final Map<String, Level[]> lists = new HashMap<>();
    private final Map<Integer, String> listOf = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> restarts = new HashMap<>();
    private final Map<String, Integer> levelOfStyle = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();

    private @Nullable String list;
    private int number;
    private int level;

    /** The level that a paragraph style has in a list; 0 when the list does not say. */
    int levelOf(int listNumber, String style) {
        return levelOfStyle.getOrDefault(listOf.get(listNumber) + "/" + style, 0);
    }

    /**
     * Counts one paragraph.
     *
     * @param listNumber the number of its list, from 1
     * @param at its level, 0–8
     * @return what Word prints before it; empty for bullets and unknown lists
     */
    String next(int listNumber, int at) {
        String name = listOf.get(listNumber);
        Level[] levels = name == null ? null : lists.get(name);
        if (name == null || levels == null || at < 0 || at >= LEVELS) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(name, key -> new int[LEVELS]);
        if (begun.add(listNumber)) {
            restarts.getOrDefault(listNumber, Map.of())
                    .forEach((restarted, start) -> counts[restarted] = start - levels[restarted].start);
        }
        counts[at]++;
        Arrays.fill(counts, at + 1, LEVELS, 0);
        if ("bullet".equals(levels[at].format) || "none".equals(levels[at].format)) {
            return "";
        }
        Matcher placeholder = PLACEHOLDER.matcher(levels[at].text);
        String text = placeholder.replaceAll(found -> {
            int shown = Integer.parseInt(found.group(1)) - 1;
            int value = levels[shown].start + Math.max(1, counts[shown]) - 1;
            return Matcher.quoteReplacement(print(value, levels[shown].format));
        });
        return text.isEmpty() || "、）．".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + " ";
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        String value = Attr.value(attributes, uri, "val");
        switch (name) {
            case "abstractNum" -> {
                list = Attr.value(attributes, uri, "abstractNumId");
                Level[] levels = new Level[LEVELS];
                Arrays.setAll(levels, i -> new Level());
                lists.put(String.valueOf(list), levels);
            }
            case "num" -> number = Attr.number(Attr.value(attributes, uri, "numId"), 0);
            case "abstractNumId" -> listOf.put(number, String.valueOf(value));
            case "lvl", "lvlOverride" ->
                level = Math.max(0, Math.min(LEVELS - 1, Attr.number(Attr.value(attributes, uri, "ilvl"), 0)));
            case "startOverride" ->
                restarts.computeIfAbsent(number, key -> new HashMap<>()).put(level, Attr.number(value, 1));
            default -> describe(name, value);
        }
    }

    private void describe(String name, @Nullable String value) {
        Level[] levels = list == null ? null : lists.get(list);
        if (levels == null || value == null) {
            return;
        }
        switch (name) {
            case "start" -> levels[level].start = Attr.number(value, 1);
            case "numFmt" -> levels[level].format = value;
            case "lvlText" -> levels[level].text = value;
            case "pStyle" -> levelOfStyle.put(list + "/" + value, level);
            default -> {
                // indents and fonts do not matter
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        if ("abstractNum".equals(name)) {
            list = null;
        }
    }

    private static String print(int value, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> chinese(value, CHINESE, "十", "百");
            case "chineseLegalSimplified", "ideographLegalTraditional" -> chinese(value, FORMAL, "拾", "佰");
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                value >= 1 && value <= 20 ? String.valueOf((char) ('①' + value - 1)) : String.valueOf(value);
            case "decimalZero" -> value < 10 ? "0" + value : String.valueOf(value);
            case "upperLetter" -> letter(value);
            case "lowerLetter" -> letter(value).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(value);
            case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
            default -> String.valueOf(value);
        };
    }

    private static String chinese(int value, String digits, String ten, String hundred) {
        if (value < 1 || value > 999) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder();
        int tens = value / 10 % 10;
        if (value >= 100) {
            text.append(digits.charAt(value / 100)).append(hundred);
            text.append(tens == 0 && value % 10 > 0 ? digits.substring(0, 1) : "");
        }
        if (tens > 0) {
            text.append(tens > 1 || value >= 100 ? digits.substring(tens, tens + 1) : "")
                    .append(ten);
        }
        return text.append(value % 10 > 0 ? digits.substring(value % 10, value % 10 + 1) : "")
                .toString();
    }

    private static String letter(int value) {
        return value < 1 || value > 26 ? String.valueOf(value) : String.valueOf((char) ('A' + value - 1));
    }

    private static String roman(int value) {
        if (value < 1 || value > 39) {
            return String.valueOf(value);
        }
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return "X".repeat(value / 10) + ones[value % 10];
    }
}
