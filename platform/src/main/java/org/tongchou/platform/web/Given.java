package org.tongchou.platform.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a request gave, or a refusal that names the field. */
public final class Given {
    private static final long LARGEST_FEN = 1_000_000_000_000_000L;

    private Given() {}

    /** A value that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.field("E-PLT-020", field, null, "必填");
        }
        return value;
    }

    /** A text without white space around it; empty when missing. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** One line of text, perhaps empty. */
    public static String line(String field, @Nullable String value, int longest) {
        String text = text(value);
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field("E-PLT-021", field, text, "不超过 " + longest + " 个字符的一行文字");
        }
        return text;
    }

    /** One line of text that must be there. */
    public static String requiredLine(String field, @Nullable String value, int longest) {
        String text = line(field, value, longest);
        if (text.isEmpty()) {
            throw Refusal.field("E-PLT-020", field, null, "必填，不超过 " + longest + " 个字符");
        }
        return text;
    }

    /** An amount above zero. */
    public static long amount(String field, @Nullable Long fen) {
        long given = required(field, fen);
        if (given <= 0 || given > LARGEST_FEN) {
            throw Refusal.field(
                    "E-PLT-022", field, org.tongchou.money.Money.ofFen(given).toString(), "大于零且不超过 10 万亿元的金额");
        }
        return given;
    }

    /** A day that must be there, of the years 1900 to 2100. */
    public static LocalDate day(String field, @Nullable LocalDate day) {
        LocalDate given = required(field, day);
        if (given.getYear() < 1900 || given.getYear() > 2100) {
            throw Refusal.field("E-PLT-015", field, given.toString(), "1900 至 2100 年之间的日期");
        }
        return given;
    }

    /** A day of the years 1900 to 2100, or none. */
    public static @Nullable LocalDate dayOrNone(String field, @Nullable LocalDate day) {
        return day == null ? null : day(field, day);
    }
}
