package org.tongchou.accounts.narrative;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names figures that no pattern knows by the words around them, the same way wherever they are stated. */
final class FreeKeys {
    /** What is added to the key of a former value (由原来的 10 项增加到 25 项). */
    static final String FORMER = "（原）";

    private static final Pattern FROM = Pattern.compile("^(.*?)(?:由|从)(?:原来|原先|原有|原|过去|上年|去年|年初|20\\d\\d年)?度?的?$");
    private static final Pattern TO = Pattern.compile("^(?:再|进一步)?(?:增加|增长|提高|提升|上升|扩大|减少|下降|降低|降|压缩|缩短|调整)(?:到|至|为)$");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:其中|同时|并|截至目前|截至|全年|我市|全市|我县|全县|我区|全区|我局|本局|本部门|本单位|20\\d\\d年度?(?:以来)?|[、及和与共（）\"]|主要|以及|-|（?[一二三四五六七八九十\\d]{1,3}）|[一二三四五六七八九十]是)+");
    private static final Pattern TRAILING =
            Pattern.compile("(?:为|是|达到|达|共计|共有|共|累计|合计|总计|约|近|超过|超|高达|稳定在|分别|有|至|到|在|的|了|可|：|（)+$");
    private static final Pattern NOUN_END = Pattern.compile("[，。；：、（）]|以上|以下");
    private static final int LONGEST = 40;

    private FreeKeys() {}

    /**
     * The words that name a number.
     *
     * @param key the key without {@link #FORMER}; empty when there are no words
     * @param former whether the number is a former value that the next one replaces
     * @param continued whether the number belongs to the subject named before
     */
    record Name(String key, boolean former, boolean continued) {}

    /**
     * Names a number.
     *
     * @param lead cleaned words before the number, from the number before
     * @param after cleaned words after the unit
     * @param subject the subject named before in the sentence; empty when none
     */
    static Name name(String lead, String after, String subject) {
        String clause = lastClause(lead);
        Matcher from = FROM.matcher(clause);
        if (from.matches()) {
            String own = trim(from.group(1));
            return new Name(own.isEmpty() ? subject : own, true, false);
        }
        if (TO.matcher(clause).matches()) {
            return new Name(subject, false, true);
        }
        int share = clause.indexOf('占');
        if (share >= 0) {
            String own = trim(clause.substring(0, share));
            return new Name((own.isEmpty() ? subject : own) + "占比", false, own.isEmpty());
        }
        String own = trim(clause);
        if (!own.isEmpty()) {
            return new Name(own, false, false);
        }
        String noun = noun(after);
        return noun.isEmpty() ? new Name(subject, false, true) : new Name(noun, false, false);
    }

    /** The noun phrase that follows a unit (家定点医院). */
    static String noun(String after) {
        Matcher end = NOUN_END.matcher(after);
        String noun = end.find() ? after.substring(0, end.start()) : after;
        return shorten(trim(noun));
    }

    private static String trim(String words) {
        Matcher leading = LEADING.matcher(words);
        String rest = leading.find() ? words.substring(leading.end()) : words;
        Matcher trailing = TRAILING.matcher(rest);
        return shorten(trailing.find() ? rest.substring(0, trailing.start()) : rest);
    }

    private static String shorten(String words) {
        return words.length() <= LONGEST ? words : words.substring(words.length() - LONGEST);
    }

    private static String lastClause(String lead) {
        int start = 0;
        for (int i = 0; i < lead.length(); i++) {
            if ("，；：。".indexOf(lead.charAt(i)) >= 0 && i < lead.length() - 1) {
                start = i + 1;
            }
        }
        String clause = lead.substring(start);
        return clause.length() <= 80 ? clause : clause.substring(clause.length() - 80);
    }
}
