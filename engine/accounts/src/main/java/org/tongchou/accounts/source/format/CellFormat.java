package org.tongchou.accounts.source.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Prints the numbers of a spreadsheet as it shows them where its format fixes decimals, leading zeros, percent or
 * dates, and plainly otherwise. Numbers are taken at 15 significant digits, as spreadsheets show them, so that what
 * binary storage adds ({@code 1465.8799999999999}) does not appear.
 */
final class CellFormat {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LARGEST_EXPONENT = 60;

    /** Formats with fixed numbers that Chinese spreadsheets use for dates and do not spell out. */
    private static final Map<Integer, String> CHINESE_DATES = chineseDates();

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|!.|_.|\\*.");
    private static final Pattern ESCAPED_POINT = Pattern.compile("(?<=[0#?])(?:\\\\\\.|!\\.|\"\\.\")(?=[0#?])");
    private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern NOT_A_PLACE = Pattern.compile("[^0#?.,/Ee]");
    private static final Pattern PLACES = Pattern.compile("((?:[0#?]|,(?=[0#?,]*[0#?]))+)(?:\\.([0#?]*))?(,*)");

    private final Map<Integer, String> codes;
    private final Map<Integer, Format> formats = new HashMap<>();
    private final DecimalFormat digits = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final DataFormatter dates = new DataFormatter(Locale.CHINA);
    private final boolean from1904;

    /**
     * What a format does to a number.
     *
     * @param fewest fewest digits after the point
     * @param most most digits after the point; 0 leaves the number as exact as it is
     * @param digits fewest digits before the point
     * @param grouped whether thousands are separated
     * @param shift how many places the point moves to the left before printing (thousands, percent)
     * @param percent whether a percent sign follows
     */
    private record Shape(int fewest, int most, int digits, boolean grouped, int shift, boolean percent) {
        static final Shape PLAIN = new Shape(0, 0, 1, false, 0, false);
    }

    /**
     * A format as it applies to numbers.
     *
     * @param code as written; empty when it is not known
     * @param date whether it shows numbers as dates
     * @param positive what it does to numbers above zero, and so on
     */
    private record Format(String code, boolean date, Shape positive, Shape negative, Shape zero) {}

    /**
     * Formats of one workbook.
     *
     * @param codes its own formats, by number
     * @param from1904 whether its dates count from 1904
     */
    CellFormat(Map<Integer, String> codes, boolean from1904) {
        this.codes = codes;
        this.from1904 = from1904;
    }

    /**
     * A stored number as shown.
     *
     * @param stored as it stands in the file
     * @param format the number of its format
     */
    String show(String stored, int format) {
        Optional<BigDecimal> number = number(stored);
        if (number.isEmpty()) {
            return stored;
        }
        Format known = formats.computeIfAbsent(format, this::format);
        Optional<String> date = known.date() ? date(number.get(), format, known.code()) : Optional.empty();
        return date.orElseGet(() -> switch (number.get().signum()) {
            case 1 -> print(number.get(), known.positive());
            case -1 -> print(number.get(), known.negative());
            default -> print(number.get(), known.zero());
        });
    }

    private Format format(int number) {
        String code = codes.get(number);
        if (code == null) {
            code = CHINESE_DATES.get(number);
        }
        if (code == null) {
            code = BuiltinFormats.getBuiltinFormat(number);
        }
        if (code == null || CONDITION.matcher(code).find()) {
            return new Format("", false, Shape.PLAIN, Shape.PLAIN, Shape.PLAIN);
        }
        String[] sections = code.split(";", -1);
        return new Format(
                code, DateUtil.isADateFormat(number, code), shape(sections, 0), shape(sections, 1), shape(sections, 2));
    }

    private static Optional<BigDecimal> number(String stored) {
        try {
            BigDecimal value = stored.length() > 400 ? null : new BigDecimal(stored.strip());
            if (value == null || Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
                return Optional.empty();
            }
            return Optional.of(value.round(DIGITS));
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<String> date(BigDecimal days, int format, String code) {
        try {
            String shown = dates.formatRawCellContents(days.doubleValue(), format, code, from1904)
                    .replace("\"", "");
            return shown.isBlank() || shown.startsWith("#") ? Optional.empty() : Optional.of(shown);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What a section of a format ({@code positive;negative;zero;text}) does; one without digits does as the first. */
    private static Shape shape(String[] sections, int wanted) {
        boolean counts = wanted < sections.length && sections[wanted].matches(".*[0#].*");
        String section = sections[counts ? wanted : 0];
        // 0!.0, shows tens of thousands: its point is a letter, so the digits behind it count as whole ones
        Matcher escaped = ESCAPED_POINT.matcher(section);
        boolean shifted = escaped.find();
        String bare = BRACKETS.matcher(escaped.replaceFirst(".")).replaceAll("");
        bare = QUOTED.matcher(bare).replaceAll("");
        Matcher part = PLACES.matcher(NOT_A_PLACE.matcher(bare).replaceAll(""));
        boolean percent = bare.contains("%");
        if (!part.matches()) {
            return percent ? new Shape(0, 0, 1, false, -2, true) : Shape.PLAIN;
        }
        String whole = part.group(1);
        String fraction = part.group(2) == null ? "" : part.group(2);
        int shift = 3 * part.group(3).length() + (shifted ? fraction.length() : 0) - (percent ? 2 : 0);
        return new Shape(zeros(fraction), fraction.length(), zeros(whole), whole.contains(","), shift, percent);
    }

    private static int zeros(String places) {
        return (int) places.chars().filter(c -> c == '0').count();
    }

    private String print(BigDecimal number, Shape shape) {
        BigDecimal value = number.movePointLeft(shape.shift());
        int most = shape.most() > 0
                ? shape.most()
                : Math.max(0, value.stripTrailingZeros().scale());
        digits.setMaximumFractionDigits(most);
        digits.setMinimumFractionDigits(shape.fewest());
        digits.setMinimumIntegerDigits(Math.max(1, shape.digits()));
        digits.setGroupingUsed(shape.grouped() && shape.most() > 0);
        digits.setGroupingSize(3);
        return digits.format(value.setScale(most, RoundingMode.HALF_UP)) + (shape.percent() ? "%" : "");
    }

    private static Map<Integer, String> chineseDates() {
        Map<Integer, String> dates = new HashMap<>();
        for (int month : new int[] {27, 36, 50, 52, 57}) {
            dates.put(month, "yyyy\"年\"m\"月\"");
        }
        for (int day : new int[] {28, 29, 51, 53, 54, 58}) {
            dates.put(day, "m\"月\"d\"日\"");
        }
        dates.put(30, "m-d-yy");
        dates.put(31, "yyyy\"年\"m\"月\"d\"日\"");
        return Map.copyOf(dates);
    }
}
