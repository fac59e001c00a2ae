package org.tongchou.platform.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a list, or something asked once for all of it.
 *
 * @param key name in the program
 * @param title title in the template
 * @param otherTitles other titles that files have for it
 * @param type what its cells hold
 * @param required whether it must not be empty
 * @param personal whether it is a personal secret: sealed while it waits, masked where it is shown
 * @param example a plainly synthetic example for the template
 * @param limit most characters of TEXT, most decimals of DECIMAL
 * @param words for CODE: names by code; files may give either. Empty: any code of letters, digits, dots and hyphens
 */
public record Field(
        String key,
        String title,
        List<String> otherTitles,
        Type type,
        boolean required,
        boolean personal,
        String example,
        int limit,
        Map<String, String> words) {
    private static final int USUAL_LENGTH = 200;

    /** What cells hold. */
    public enum Type {
        /** One line of text. */
        TEXT("文字"),
        /** A day: {@code 2026-03-01}, {@code 20260301}, {@code 2026年3月1日}. */
        DATE("日期"),
        /** A month: {@code 2026-03}, {@code 202603}. */
        MONTH("年月"),
        /** An amount in 元 with at most two decimals. */
        MONEY("金额（元）"),
        /** A whole number. */
        INTEGER("整数"),
        /** A number with decimals, not negative unless checked elsewhere. */
        DECIMAL("数字"),
        /** A code, or one of the field's words. */
        CODE("代码"),
        /** 是 or 否. */
        FLAG("是否"),
        /** The number of an identity document, in its normal form. */
        IDENTITY("证件号码"),
        /** A unified social credit code, in its normal form. */
        CREDIT_CODE("统一社会信用代码");

        private final String printed;

        Type(String printed) {
            this.printed = printed;
        }

        /** What people call it. */
        public String printed() {
            return printed;
        }
    }

    /** Copies the collections, keeping their order. */
    public Field {
        otherTitles = List.copyOf(otherTitles);
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** An optional field, personal when it is an identity number. */
    public static Field of(String key, String title, Type type, String example) {
        return new Field(
                key,
                title,
                List.of(),
                type,
                false,
                type == Type.IDENTITY,
                example,
                type == Type.DECIMAL ? 6 : USUAL_LENGTH,
                Map.of());
    }

    /** A field of one of these words, the first being its example. */
    public static Field ofWords(String key, String title, Map<String, String> words) {
        return of(key, title, Type.CODE, words.values().stream().findFirst().orElse(""))
                .with(words);
    }

    private Field with(Map<String, String> known) {
        return new Field(key, title, otherTitles, type, required, personal, example, limit, known);
    }

    /** The same, but never empty. */
    public Field mandatory() {
        return new Field(key, title, otherTitles, type, true, personal, example, limit, words);
    }

    /** The same, but kept as a personal secret. */
    public Field secret() {
        return new Field(key, title, otherTitles, type, required, true, example, limit, words);
    }

    /** The same, also known under these titles. */
    public Field or(String... titles) {
        return new Field(key, title, List.of(titles), type, required, personal, example, limit, words);
    }

    /** The same with another limit. */
    public Field atMost(int most) {
        return new Field(key, title, otherTitles, type, required, personal, example, most, words);
    }
}
