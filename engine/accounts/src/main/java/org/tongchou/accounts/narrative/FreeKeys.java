package org.tongchou.accounts.narrative;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.narrative.Quantity.Kind;

/** Names figures that no pattern knows by the words around them, the same way wherever they are stated. */
final class FreeKeys {
    /** What is added to the key of a former value (由原来的 10 项增加到 25 项). */
    static final String FORMER = "（原）";

    private static final Pattern FROM = Pattern.compile("(?:由|从)(?:原来|原先|原有|原|过去|上年|去年|年初|20\\d\\d年)?度?的?$");
    private static final Pattern TO = Pattern.compile("^(?:再|进一步)?(?:增加|增长|提高|提升|上升|扩大|减少|下降|降低|降|压缩|缩短|调整)(?:到|至|为)$");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:其中|同时|并|截至目前|截至|全年|我市|全市|我县|全县|我区|全区|我局|本局|本部门|本单位|20\\d\\d年度?(?:以来)?|[、和与（）]|及(?!时)"
                    + "|共(?![同享建])|目标\\d{0,2}：|(?:全年|年度)?实际完成(?:值|情况)?|(?:主要)?原因(?:是|为|在于)|主要|以及|左右|-|\\d{1,2}\\.\\s?|（?[一二三四五六七八九十\\d]{1,3}）|[一二三四五六七八九十]是)+");
    private static final Pattern TRAILING = Pattern.compile(
            "(?:(?<![行认作因])为|是|达到|(?<!表)达|共计|共有|共|累计|合计|总计|(?<![节合契违])约|近|超过|超|高达|稳定在|分别|小于等于|大于等于|不低于|不少于|不超过|(?<![所拥原])有"
                    + "|至|到|在|的|了|：|（|、)+$");
    private static final Pattern ABOUT = Pattern.compile("占比$|(?:绩效|年度)?(?:目标|指标)值$");
    private static final Pattern NOUN_END = Pattern.compile("[，。；：、（）]|以上|以下|左右");
    private static final int LONGEST = 40;
    private static final int VERB = 6;

    private FreeKeys() {}

    /**
     * The words that name a number.
     *
     * @param key the key without {@link #FORMER}; empty when there are no words
     * @param former whether the number is a former value that the next one replaces
     */
    record Name(String key, boolean former) {}

    /**
     * Names a number.
     *
     * @param lead cleaned words before the number, from the number before
     * @param after cleaned words after the unit
     * @param kind what the unit measures: a noun after the unit names counts only
     * @param subject the subject named before in the sentence; empty when none
     */
    static Name name(String lead, String after, Kind kind, String subject) {
        String clause = lastClause(lead);
        Matcher from = FROM.matcher(clause);
        if (from.find()) {
            return new Name(orElse(trim(clause.substring(0, from.start())), subject), true);
        }
        if (TO.matcher(clause).find()) {
            return new Name(subject, false);
        }
        int share = clause.indexOf('占');
        if (share >= 0) {
            return new Name(orElse(trim(clause.substring(0, share)), subject) + "占比", false);
        }
        String own = trim(clause);
        String noun = kind == Kind.COUNT ? noun(after) : "";
        if (own.length() <= VERB) {
            own += noun;
        }
        return new Name(orElse(orElse(own, subject), quoted(clause)), false);
    }

    /** What the numbers that follow in the sentence are about, after a figure with this key. */
    static String subject(String key) {
        return ABOUT.matcher(key).replaceFirst("");
    }

    private static String orElse(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words;
    }

    /** The noun phrase that follows a unit (家定点医院). */
    private static String noun(String after) {
        Matcher end = NOUN_END.matcher(after);
        return trim(end.find() ? after.substring(0, end.start()) : after);
    }

    private static String trim(String words) {
        Matcher leading = LEADING.matcher(words);
        String rest = leading.find() ? words.substring(leading.end()) : words;
        Matcher trailing = TRAILING.matcher(rest);
        String trimmed = trailing.find() ? rest.substring(0, trailing.start()) : rest;
        return quoted(trimmed.length() <= LONGEST ? trimmed : trimmed.substring(trimmed.length() - LONGEST));
    }

    /** Straight quotes back to the printed kind. */
    private static String quoted(String words) {
        StringBuilder text = new StringBuilder(words.length());
        boolean open = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"') {
                text.append(open ? '”' : '“');
                open = !open;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String lastClause(String lead) {
        String clause = lead.endsWith("：") ? lead.substring(0, lead.length() - 1) : lead;
        clause = ChangeWords.lastClause(clause);
        return clause.length() <= 2 * LONGEST ? clause : clause.substring(clause.length() - 2 * LONGEST);
    }
}
