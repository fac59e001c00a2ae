package org.tongchou.platform.identity.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Passwords that anybody would try first: well-known words dressed up with digits, runs, repetitions. */
final class CommonPasswords {
    private static final List<String> WORDS = words();
    private static final int SHORTEST_NAME = 3;
    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890123456789",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1qaz2wsx3edc4rfv");

    private CommonPasswords() {}

    /** Whether the password holds the name, forwards or backwards, however dressed up. */
    static boolean contains(String password, String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST_NAME) {
            return word.length() > 1 && password.contains(word);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String backwards = new StringBuilder(word).reverse().toString();
        return lower.contains(word) || lower.contains(backwards) || plain(lower).contains(word);
    }

    /** Whether little is left of the password without well-known words, runs and repetitions. */
    static boolean isCommon(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.chars().distinct().count() < FEWEST_DIFFERENT) {
            return true;
        }
        return rest(plain(lower)).length() < FEWEST_DIFFERENT || rest(lower).length() < FEWEST_DIFFERENT;
    }

    private static String rest(String text) {
        String left = text;
        for (String word : WORDS) {
            left = left.replace(word, "");
        }
        for (String run : RUNS) {
            left = withoutRuns(
                    withoutRuns(left, run), new StringBuilder(run).reverse().toString());
        }
        return left.replaceAll("[^a-z\\p{IsHan}]", "").replaceAll("(.)\\1+", "$1");
    }

    private static String withoutRuns(String text, String run) {
        String left = text;
        for (int length = Math.min(run.length(), text.length()); length >= 4; length--) {
            for (int from = 0; from + length <= run.length(); from++) {
                left = left.replace(run.substring(from, from + length), "");
            }
        }
        return left;
    }

    /** Digits and signs that stand for letters put back. */
    private static String plain(String lower) {
        return lower.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static List<String> words() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("/identity/common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .sorted((a, b) -> b.length() - a.length())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
