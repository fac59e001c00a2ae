package org.tongchou.platform.spreadsheet.source;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and systems write them. */
public final class Dates {
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]?\\d{1,2}[:时]\\d{1,2}(?:[:分]\\d{1,2}(?:\\.\\d+)?)?秒?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("[3-6]\\d{4}(?:\\.\\d+)?");

    private static final int PLAIN = 10;

    private Dates() {}

    /** {@code 2024-3-1}, {@code 2024/03/01 08:30:00}, {@code 2024.3.1}, {@code 2024年3月1日}, {@code 20240301}, or Excel's number. */
    public static Optional<LocalDate> parse(String text) {
        if (isPlain(text)) {
            return day(text.substring(0, 4), text.substring(5, 7), text.substring(8));
        }
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        for (Pattern pattern : new Pattern[] {WRITTEN, COMPACT}) {
            Matcher matcher = pattern.matcher(half);
            if (matcher.matches()) {
                return day(matcher);
            }
        }
        return SERIAL.matcher(half).matches()
                ? SerialDate.of(new BigDecimal(half)).map(time -> time.toLocalDate())
                : Optional.empty();
    }

    /** {@code 2024-03-01}, as almost every file has it. */
    private static boolean isPlain(String text) {
        if (text.length() != PLAIN) {
            return false;
        }
        for (int i = 0; i < PLAIN; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if ("0000-00-00".charAt(i) == '-' ? c != '-' : !digit) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        return day(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
