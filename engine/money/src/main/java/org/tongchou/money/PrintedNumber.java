package org.tongchou.money;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
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
    private static final Pattern NUMBER = Pattern.compile("([-+]?)(\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.(\\d+))?");
    private static final Pattern BRACKETED = Pattern.compile("\\((.+)\\)");
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
        if (printed.isEmpty() || printed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(printed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0]+", "")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replace('，', ',')
                .replace('。', '.');
        boolean negative = false;
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            negative = true;
            text = bracketed.group(1);
        }
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        BigDecimal value =
                new BigDecimal(matcher.group(2).replace(",", "") + (fraction.isEmpty() ? "" : "." + fraction));
        boolean minus = negative ^ "-".equals(matcher.group(1));
        return Optional.of(new PrintedNumber(minus ? value.negate() : value, fraction.length()));
    }

    /** Prints with thousands separators and the value's own scale. */
    public static String print(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }
}
