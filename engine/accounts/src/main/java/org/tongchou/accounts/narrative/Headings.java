package org.tongchou.accounts.narrative;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headings a reader is under, kept while going down a document. Numbering ({@code 第三部分}, {@code 一、}, {@code
 * （一）}, {@code 1.}) decides the level, because heading levels of the source are often missing or wrong.
 */
final class Headings {
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";
    private static final int LONGEST = 60;
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[。；！？，、]$|。|；");
    private static final Pattern TITLE_WORD =
            Pattern.compile("表|报告|情况|说明|概况|总结|任务|职责|构成|解释|附件|分析|目标|措施|成效|问题|指标|公开|预算|决算|经费|采购|费$");

    private final Deque<Entry> stack = new ArrayDeque<>();

    /** The kinds of numbering, from the outermost to the innermost; a title has none. */
    enum Style {
        PART("第([零一二三四五六七八九十\\d]{1,3})(?:部分|章|篇)"),
        CHINESE("([零一二三四五六七八九十]{1,3})[、.．]"),
        CHINESE_BRACKET("（([零一二三四五六七八九十]{1,3})）[、.]?"),
        NUMBER("(\\d{1,2})[、.．](?!\\d)"),
        NUMBER_BRACKET("（?(\\d{1,2})）[、.]?"),
        TITLE("");

        private final Pattern pattern;

        Style(String regex) {
            this.pattern = Pattern.compile("^" + regex);
        }
    }

    /**
     * A list or heading number at the start of a text.
     *
     * @param style its kind
     * @param ordinal its value
     * @param length how many characters it takes
     */
    record Numbering(Style style, int ordinal, int length) {}

    private record Entry(Style style, int ordinal, String text) {}

    /** The number a cleaned text ({@link Shadow}) starts with. */
    static Optional<Numbering> numbering(String text) {
        for (Style style : Style.values()) {
            if (style == Style.TITLE) {
                continue;
            }
            Matcher matcher = style.pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(new Numbering(style, ordinal(matcher.group(1)), matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** Whether a cleaned text with a number in front can be a heading: short, no sentence, no figure. */
    static boolean canBeHeading(String text, QuantityScanner scanner) {
        return text.length() <= LONGEST
                && !ENDS_SENTENCE.matcher(text).find()
                && scanner.scan(text).isEmpty();
    }

    /** Whether a cleaned text without a number looks like a title of something. */
    static boolean looksLikeTitle(String text, QuantityScanner scanner) {
        return canBeHeading(text, scanner) && text.indexOf('，') < 0 && !text.endsWith("：");
    }

    /** Goes under a heading. */
    void enter(String text) {
        Optional<Numbering> numbering = numbering(text);
        if (numbering.isEmpty()) {
            enterTitle(text);
            return;
        }
        Style style = numbering.get().style();
        int ordinal = numbering.get().ordinal();
        Entry before = findContinued(style, ordinal);
        if (before != null) {
            while (!stack.pop().equals(before)) {
                // leave everything under the heading that this one follows
            }
        } else {
            while (!stack.isEmpty() && leaves(stack.peek(), style)) {
                stack.pop();
            }
        }
        stack.push(new Entry(style, ordinal, text));
    }

    /** The heading path. */
    String path() {
        List<String> parts = new ArrayList<>();
        Iterator<Entry> outermostFirst = stack.descendingIterator();
        while (outermostFirst.hasNext()) {
            parts.add(outermostFirst.next().text());
        }
        return String.join("/", parts);
    }

    private void enterTitle(String text) {
        Entry top = stack.peek();
        if (top != null && top.style() == Style.PART && isBarePart(top.text())) {
            stack.pop();
            stack.push(new Entry(Style.PART, top.ordinal(), top.text() + text));
            return;
        }
        if (!TITLE_WORD.matcher(text).find()) {
            return;
        }
        Entry title = findTitle();
        if (title != null) {
            while (!stack.pop().equals(title)) {
                // leave what stands under the title before
            }
        }
        stack.push(new Entry(Style.TITLE, 0, text));
    }

    /** Part headings often have their number and their name on two lines. */
    private static boolean isBarePart(String text) {
        return numbering(text).map(number -> number.length() == text.length()).orElse(false);
    }

    /** The open heading whose number this one continues, even across titles between them. */
    private @Nullable Entry findContinued(Style style, int ordinal) {
        for (Entry entry : stack) {
            if (entry.style() == style && entry.ordinal() == ordinal - 1) {
                return entry;
            }
        }
        return null;
    }

    private @Nullable Entry findTitle() {
        for (Entry entry : stack) {
            if (entry.style() == Style.TITLE) {
                return entry;
            }
        }
        return null;
    }

    /** Whether a heading of a style ends the section on top: a title holds its own numbering, a part ends everything. */
    private static boolean leaves(Entry top, Style style) {
        return style == Style.PART || (top.style() != Style.TITLE && top.style().compareTo(style) >= 0);
    }

    private static int ordinal(String printed) {
        if (Shadow.isDigit(printed.charAt(0))) {
            return Integer.parseInt(printed);
        }
        int ten = printed.indexOf('十');
        if (ten < 0) {
            return CHINESE_DIGITS.indexOf(printed.charAt(printed.length() - 1));
        }
        int tens = ten == 0 ? 1 : CHINESE_DIGITS.indexOf(printed.charAt(0));
        int units = ten == printed.length() - 1 ? 0 : CHINESE_DIGITS.indexOf(printed.charAt(printed.length() - 1));
        return tens * 10 + units;
    }
}
