package org.tongchou.money;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts in Chinese upper-case figures (中文大写金额): {@code 壹仟肆佰零玖元伍角}.
 *
 * <p>Source: 《支付结算办法》附件《正确填写票据和结算凭证的基本规定》 (银发〔1997〕393号), clauses 1–4. Where that rule leaves 零 free (a
 * zero just before 万, 亿 or 元 with a figure following), printing leaves it out and reading takes both. 整 is printed
 * after 元 only, read after 角 too.
 */
public final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final long YI = 100_000_000L;
    /** 10^16 yuan: 万亿 is the largest unit the rule's figures make. */
    private static final long LIMIT_YUAN = YI * YI;

    private static final Pattern PREFIX = Pattern.compile("^人民币[:：]?");
    private static final Pattern SHAPE = Pattern.compile("(负?)(?:([^元角分整]+)元)?(?:零?(.)角)?(?:零?(.)分)?整?");
    /** Other ways to write the same figure that the rule accepts (clause 3). */
    private static final Map<Character, Character> VARIANTS = Map.ofEntries(
            Map.entry('圆', '元'),
            Map.entry('圓', '元'),
            Map.entry('正', '整'),
            Map.entry('貳', '贰'),
            Map.entry('叄', '叁'),
            Map.entry('參', '叁'),
            Map.entry('陸', '陆'),
            Map.entry('億', '亿'),
            Map.entry('萬', '万'),
            Map.entry('負', '负'));

    private ChineseAmount() {}

    /**
     * Prints an amount: {@code 壹佰贰拾叁元肆角伍分}, {@code 壹万元整}, {@code 负伍分}, {@code 零元整}.
     *
     * @throws ArithmeticException at 10^16 yuan (一亿亿元) and above
     */
    public static String print(Money amount) {
        return spell(amount, "");
    }

    /**
     * Reads an amount; 人民币 in front, white space, 圆 for 元, 正 for 整 and traditional figures are accepted.
     *
     * @throws MoneyFormatException naming the text when it is not an amount written by the rule
     */
    public static Money parse(String printed) {
        String text = normalise(printed);
        Matcher matcher = SHAPE.matcher(text);
        if (matcher.matches()) {
            try {
                Money amount = valueOf(matcher);
                if (Pattern.matches(spell(amount, "零?").replaceAll("角$", "角整?"), withoutEmptyYuan(text))) {
                    return amount;
                }
            } catch (ArithmeticException tooLarge) {
                throw new MoneyFormatException(printed, "一亿亿元以下的中文大写金额");
            }
        }
        throw new MoneyFormatException(printed, "中文大写金额，如 壹佰贰拾叁元肆角伍分");
    }

    /** Spells an amount, with {@code freeZero} at the places where the rule leaves 零 free. */
    private static String spell(Money amount, String freeZero) {
        long fen = Math.abs(amount.fen());
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cents = (int) (fen % 10);
        if (fen < 0 || yuan >= LIMIT_YUAN) {
            throw new ArithmeticException("金额超出中文大写范围：" + amount);
        }
        StringBuilder out = new StringBuilder(amount.fen() < 0 ? "负" : "");
        if (yuan > 0 || fen == 0) {
            out.append(yuan == 0 ? "零" : spellLarge(yuan, freeZero)).append("元");
        }
        if (jiao == 0 && cents == 0) {
            return out.append("整").toString();
        }
        if (yuan > 0 && jiao == 0) {
            out.append("零");
        } else if (yuan > 0 && yuan % 10 == 0) {
            out.append(freeZero);
        }
        out.append(jiao == 0 ? "" : DIGITS.charAt(jiao) + "角");
        return out.append(cents == 0 ? "" : DIGITS.charAt(cents) + "分").toString();
    }

    private static String spellLarge(long number, String freeZero) {
        if (number >= YI) {
            return spellLarge(number / YI, freeZero) + "亿" + follow(number / YI, number % YI, YI / 10, freeZero);
        }
        if (number >= 10_000) {
            return spellSection(number / 10_000) + "万" + follow(number / 10_000, number % 10_000, 1_000, freeZero);
        }
        return spellSection(number);
    }

    /** What follows 亿 or 万: 零 when the rest's leading place is nought, free when the figure before ended in one. */
    private static String follow(long before, long rest, long leadingPlace, String freeZero) {
        if (rest == 0) {
            return "";
        }
        String zero = rest < leadingPlace ? "零" : before % 10 == 0 ? freeZero : "";
        return zero + spellLarge(rest, freeZero);
    }

    /** 1 to 9,999. */
    private static String spellSection(long number) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
            int digit = (int) (number / unit % 10);
            if (digit == 0) {
                gap = out.length() > 0;
            } else {
                out.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
                gap = false;
            }
        }
        return out.toString();
    }

    private static String normalise(String printed) {
        String text = PREFIX.matcher(printed.replaceAll("[\\s\\p{Z}]+", "")).replaceFirst("");
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(VARIANTS.getOrDefault(c, c).charValue());
        }
        return out.toString();
    }

    /** {@code 零元零伍分} is accepted for {@code 伍分}. */
    private static String withoutEmptyYuan(String text) {
        return text.replaceFirst("^(负?)零元零?(?=[^整])", "$1");
    }

    /** The value of a text of the right outer shape; nonsense in between is found by spelling the value again. */
    private static Money valueOf(Matcher shape) {
        String yuan = shape.group(2);
        long fen = yuan == null ? 0 : Math.multiplyExact(valueOfLarge(yuan), 100L);
        fen += digit(shape.group(3)) * 10L + digit(shape.group(4));
        return Money.ofFen("负".equals(shape.group(1)) ? -fen : fen);
    }

    private static int digit(@Nullable String figure) {
        return figure == null ? 0 : Math.max(0, DIGITS.indexOf(figure));
    }

    private static long valueOfLarge(String text) {
        long total = 0;
        long section = 0;
        long digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '亿' -> {
                    total = Math.multiplyExact(total + section + digit, YI);
                    section = 0;
                    digit = 0;
                }
                case '万' -> {
                    total += (section + digit) * 10_000;
                    section = 0;
                    digit = 0;
                }
                case '仟', '佰', '拾' -> {
                    section += digit * (c == '仟' ? 1000 : c == '佰' ? 100 : 10);
                    digit = 0;
                }
                default -> digit = Math.max(0, DIGITS.indexOf(c));
            }
        }
        return total + section + digit;
    }
}
