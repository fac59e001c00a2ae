package org.tongchou.money;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a document prints it, with the number of decimals it was printed with.
 *
 * @param value the exact value
 * @param decimals digits printed after the point, 0 or more
 */
public record PrintedNumber(BigDecimal value, int decimals) {
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<open>\\()|(?<sign>[-+]))?(?<digits>(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?)(?<close>\\))?");
    private static final int LONGEST = 40;

    /**
     * Reads a printed number: thousands separators, full-width digits, signs and brackets for negatives, and spaces
     * inside ({@code 2, 315. 94}) are accepted.
     *
     * @throws MoneyFormatException naming the text
     */
    public static PrintedNumber parse(String printed) {
        return find(printed).orElseThrow(() -> new MoneyFormatException(printed, "数字，如 7,328.50"));
    }

    /** Reads a printed number as {@link #parse} does; empty when the text is not one. */
    public static Optional<PrintedNumber> find(String printed) {
        if (printed.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(halfWidth(printed));
        if (!matcher.matches() || (matcher.group("open") == null) != (matcher.group("close") == null)) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(matcher.group("digits").replace(",", ""));
        boolean negative = matcher.group("open") != null || "-".equals(matcher.group("sign"));
        return Optional.of(new PrintedNumber(negative ? value.negate() : value, value.scale()));
    }

    /**
     * Plain ASCII without white space. Only the full-width forms are mapped, not every compatibility character: a
     * footnote mark ({@code 315.94²}) must not become a digit.
     */
    private static String halfWidth(String printed) {
        StringBuilder out = new StringBuilder(printed.length());
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c >= '！' && c <= '～') {
                out.append((char) (c - '！' + '!'));
            } else if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212') {
                out.append('-');
            } else if (c == '。') {
                out.append('.');
            } else if (!isBlank(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** White space of any script, and invisible marks such as zero-width space and byte-order mark. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Prints with thousands separators and the value's own scale. */
    public static String print(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    /** The value with at least its printed decimals. */
    public BigDecimal figure() {
        return value.scale() < decimals ? value.setScale(decimals) : value;
    }

    /** The number with its printed decimals, without thousands separators. */
    public String plain() {
        return figure().toPlainString();
    }

    /** A number as people write it: no trailing zeros, no exponent. */
    public static String shortest(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
