package org.tongchou.platform.intake.read;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.codes.CreditCode;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.codes.Parsed;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.spreadsheet.source.Dates;

/** Turns the text of a cell into the normal form of its field's type. */
final class CellReader {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})月?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");
    private static final Pattern YUAN = Pattern.compile("[,¥\\s]|元\\s*$");
    private static final Pattern CODE = Pattern.compile("[^\\s\\p{Cntrl}]+");
    private static final BigDecimal MOST_YUAN = new BigDecimal("10000000000000");
    private static final Set<String> YES = Set.of("是", "y", "yes", "true", "1", "有");
    private static final Set<String> NO = Set.of("否", "n", "no", "false", "0", "无");

    private CellReader() {}

    /** What a cell holds. */
    sealed interface Read {
        /** A value in its normal form; empty for an empty cell. */
        record Value(String text) implements Read {}

        /** Something else than the field can hold. */
        record Wrong(String code, String expected) implements Read {}
    }

    /** Reads a cell. */
    static Read read(Field field, FieldWords words, String text) {
        if (text.isEmpty()) {
            return field.required()
                    ? new Read.Wrong("E-INT-100", "必填，" + field.type().printed())
                    : new Read.Value("");
        }
        return switch (field.type()) {
            case TEXT -> line(field, text);
            case DATE ->
                found(
                        Dates.parse(text).filter(CellReader::plausible).map(LocalDate::toString),
                        "E-INT-102",
                        "日期，如 2026-03-01");
            case MONTH -> found(month(text), "E-INT-103", "年月，如 2026-03");
            case MONEY ->
                found(
                        number(text, 2).filter(yuan -> yuan.abs().compareTo(MOST_YUAN) <= 0),
                        "E-INT-104",
                        "最多两位小数的金额（元）");
            case INTEGER -> found(number(text, 0), "E-INT-105", "整数");
            case DECIMAL -> found(number(text, field.limit()), "E-INT-106", "最多 " + field.limit() + " 位小数的数字");
            case CODE -> code(field, words, text);
            case FLAG -> found(flag(text), "E-INT-108", "是或否");
            case IDENTITY -> of(IdentityNumber.parse(text), IdentityNumber::number);
            case CREDIT_CODE -> of(CreditCode.parse(text), CreditCode::code);
        };
    }

    private static Read line(Field field, String text) {
        return text.length() > field.limit() || hasControls(text)
                ? new Read.Wrong("E-INT-101", "不超过 " + field.limit() + " 个字符的一行文字")
                : new Read.Value(text);
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= 1850 && day.getYear() <= 2200;
    }

    private static Optional<String> month(String text) {
        Matcher month = MONTH.matcher(half(text));
        if (month.matches()) {
            int number = Integer.parseInt(month.group(2));
            return number >= 1 && number <= 12
                    ? Optional.of(month.group(1) + "-" + (number < 10 ? "0" : "") + number)
                    : Optional.empty();
        }
        return Dates.parse(text).map(day -> day.toString().substring(0, 7));
    }

    private static Optional<BigDecimal> number(String text, int decimals) {
        String plain = YUAN.matcher(half(text)).replaceAll("");
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number).filter(given -> given.scale() <= decimals);
    }

    private static Read code(Field field, FieldWords words, String text) {
        if (words.isEmpty()) {
            return found(
                    Optional.of(half(text))
                            .filter(code -> code.length() <= field.limit()
                                    && CODE.matcher(code).matches()),
                    "E-INT-107",
                    "不含空格、不超过 " + field.limit() + " 个字符的代码");
        }
        return found(
                words.find(text),
                "E-INT-107",
                "以下之一：" + String.join("、", field.words().values()));
    }

    private static Optional<String> flag(String text) {
        String half = half(text).toLowerCase(Locale.ROOT);
        return YES.contains(half) ? Optional.of("是") : NO.contains(half) ? Optional.of("否") : Optional.empty();
    }

    static String half(String text) {
        return text.chars().allMatch(c -> c < 0x80)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static Read found(Optional<?> value, String code, String expected) {
        return value.<Read>map(found ->
                        new Read.Value(found instanceof BigDecimal number ? number.toPlainString() : found.toString()))
                .orElseGet(() -> new Read.Wrong(code, expected));
    }

    private static <T> Read of(Parsed<T> parsed, java.util.function.Function<T, String> print) {
        return parsed.findProblem()
                .<Read>map(bad -> new Read.Wrong(bad.problem(), bad.expected()))
                .orElseGet(() -> new Read.Value(print.apply(parsed.getValue())));
    }
}
