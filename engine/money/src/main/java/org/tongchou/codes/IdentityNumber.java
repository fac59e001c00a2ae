package org.tongchou.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an identity document. Personal: show it masked, keep it sealed.
 *
 * @param kind which document, as far as the number tells
 * @param number its normal form: upper case, without blanks
 * @param birth day of birth; null when the number does not tell
 * @param sex sex; null when the number does not tell
 */
public record IdentityNumber(
        Kind kind,
        String number,
        @Nullable LocalDate birth,
        @Nullable Sex sex) {
    /** Sex, as the 17th digit tells. */
    public enum Sex {
        /** 男: odd. */
        MALE("男"),
        /** 女: even. */
        FEMALE("女");

        private final String word;

        Sex(String word) {
            this.word = word;
        }

        /** The word in Chinese. */
        public String word() {
            return word;
        }
    }

    /** Documents that numbers can be told apart by. */
    public enum Kind {
        /** 居民身份证, GB 11643. */
        RESIDENT("居民身份证", "[1-7][0-9]{16}[0-9X]"),
        /** 港澳台居民居住证: 810000, 820000, 830000. */
        COMPATRIOT_RESIDENCE("港澳台居民居住证", "8[123]0000[0-9]{11}[0-9X]"),
        /** 外国人永久居留身份证 of 2023: 9, province, country, birth, order, check. */
        FOREIGN_PERMANENT("外国人永久居留身份证", "9[0-9]{16}[0-9X]"),
        /** 外国人永久居留身份证 before 2023: country, place, yymmdd, order, check. */
        FOREIGN_PERMANENT_OLD("外国人永久居留身份证（旧版）", "[A-Z]{3}[0-9]{12}"),
        /** 港澳居民来往内地通行证. */
        HONG_KONG_MACAO_PASS("港澳居民来往内地通行证", "[HM](?:[0-9]{8}|[0-9]{10})"),
        /** 台湾居民来往大陆通行证. */
        TAIWAN_PASS("台湾居民来往大陆通行证", "[0-9]{8}|[0-9]{10}");

        private final String printed;
        private final Pattern structure;

        Kind(String printed, String structure) {
            this.printed = printed;
            this.structure = Pattern.compile(structure);
        }

        /** Its name in Chinese. */
        public String printed() {
            return printed;
        }

        private boolean is(String number) {
            return structure.matcher(number).matches();
        }
    }

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Pattern SHORT_YEARS =
            Pattern.compile("[A-Z]{3}[0-9]{4}([0-9]{2})([0-9]{2})([0-9]{2})[0-9]{2}");

    /** Reads a number. Whether the day of birth has come, whoever knows today's date must see. */
    public static Parsed<IdentityNumber> parse(String text) {
        String number = Characters.plain(text);
        Optional<Kind> kind =
                Arrays.stream(Kind.values()).filter(each -> each.is(number)).findFirst();
        if (kind.isEmpty()) {
            return new Parsed.Bad<>("E-COD-101", "18 位身份证号码，或结构正确的居住证、通行证、永久居留证号码");
        }
        return number.length() == LENGTH ? parseLong(kind.get(), number) : parseShort(kind.get(), number);
    }

    private static Parsed<IdentityNumber> parseLong(Kind kind, String number) {
        if (kind != Kind.FOREIGN_PERMANENT && !AdministrativeCode.isProvince(number)) {
            return new Parsed.Bad<>("E-COD-102", "以省级行政区划代码开头的号码");
        }
        Optional<LocalDate> birth = day(number.substring(6, 10), number.substring(10, 12), number.substring(12, 14));
        if (birth.isEmpty()) {
            return new Parsed.Bad<>("E-COD-103", "第 7 至 14 位为实际存在的出生日期");
        }
        char check = check(number);
        if (number.charAt(LENGTH - 1) != check) {
            return new Parsed.Bad<>("E-COD-104", "校验码 " + check);
        }
        Sex sex = number.charAt(LENGTH - 2) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        return new Parsed.Good<>(new IdentityNumber(kind, number, birth.get(), sex));
    }

    private static Parsed<IdentityNumber> parseShort(Kind kind, String number) {
        Matcher years = SHORT_YEARS.matcher(number);
        if (years.matches()) {
            boolean real = List.of("19", "20").stream()
                    .anyMatch(century -> day(century + years.group(1), years.group(2), years.group(3))
                            .isPresent());
            if (!real) {
                return new Parsed.Bad<>("E-COD-103", "第 8 至 13 位为实际存在的出生日期");
            }
        }
        return new Parsed.Good<>(new IdentityNumber(kind, number, null, null));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(date).filter(found -> found.getYear() >= 1850 && found.getYear() <= 2150);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The number of 17 digits, with its check digit (ISO 7064, MOD 11-2). */
    public static IdentityNumber complete(String first17) {
        if (first17.length() != LENGTH - 1 || !Characters.digits(first17)) {
            throw new IllegalArgumentException("not 17 digits");
        }
        return parse(first17 + check(first17)).getValue();
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    /** Kind and length only: the number itself does not belong into logs. */
    @Override
    public String toString() {
        return kind.printed() + "（" + number.length() + " 位）";
    }
}
