package org.tongchou.accounts.source.format.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** What the readers must know about characters. */
final class Scripts {
    /** Radicals without a compatibility mapping in Unicode that fonts use for the simplified character. */
    private static final String RADICALS = "⺁厂⺄乙⺆冂⺈刀⺊卜⺋卩⺌小⺍小⺎兀⺏尢⺗小⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺣灬⺤爫⺥爪⺦丬⺨犭⺩王⺫罒⺬示⺭礻"
            + "⺮竹⺯糹⺰纟⺱网⺲罒⺶羊⺷羊⺸羊⺹耂⺺聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝"
            + "⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀";

    private static final Map<Integer, String> RADICAL_CHARACTERS = radicalCharacters();

    private Scripts() {}

    /**
     * The text with radical and compatibility glyph codes (U+2E80–U+2FDF, U+F900–U+FAFF) replaced by the characters
     * they stand for, and without control and zero-width characters. Everything else stays as printed.
     */
    static String printed(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x200B)) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ((c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF)) {
                String known = RADICAL_CHARACTERS.get(c);
                result.append(
                        known != null ? known : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else if (c == '\t' || c == '\n' || c == '\r') {
                result.append(' ');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                result.appendCodePoint(c);
            }
        });
        return result.toString();
    }

    /** Whether the character is as wide as an em and needs no space beside it: ideographs and their punctuation. */
    static boolean wide(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x3000 && c <= 0x303F)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || (c >= 0x2014 && c <= 0x2026)
                || (c >= 0x2460 && c <= 0x24FF);
    }

    /**
     * Joins two lines that were one before they were broken: a space only between two words of Latin letters.
     *
     * @param before text so far, may be empty
     * @param after next line
     */
    static String join(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before + after;
        }
        int last = before.codePointBefore(before.length());
        int first = after.codePointAt(0);
        return latin(last) && latin(first) ? before + " " + after : before + after;
    }

    private static boolean latin(int c) {
        return Character.isLetter(c) && !wide(c);
    }

    private static Map<Integer, String> radicalCharacters() {
        Map<Integer, String> map = new HashMap<>();
        for (int i = 0; i + 1 < RADICALS.length(); i += 2) {
            map.put((int) RADICALS.charAt(i), RADICALS.substring(i + 1, i + 2));
        }
        return Map.copyOf(map);
    }
}
