package org.tongchou.accounts.check.language;

import java.util.ArrayList;
import java.util.List;

/** Splits an expression into words and signs, and hands them out one by one. */
final class Tokens {
    private static final String SIGNS = "[]().=≤≥+−-,，Σ|";
    private static final String END = "";

    private final String text;
    private final List<String> tokens;
    private int next;

    Tokens(String text) {
        this.text = text;
        this.tokens = split(text);
    }

    private static List<String> split(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean point =
                    sign == '.' && isNumber(word) && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            if (point || !(Character.isWhitespace(sign) || SIGNS.indexOf(sign) >= 0)) {
                word.append(sign);
                continue;
            }
            if (!word.isEmpty()) {
                tokens.add(word.toString());
                word.setLength(0);
            }
            if (!Character.isWhitespace(sign)) {
                tokens.add(sign == '-' ? "−" : sign == '，' ? "," : String.valueOf(sign));
            }
        }
        if (!word.isEmpty()) {
            tokens.add(word.toString());
        }
        return tokens;
    }

    private static boolean isNumber(CharSequence word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }

    String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    boolean take(String sign) {
        if (peek().equals(sign)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String sign) {
        if (!take(sign)) {
            throw wrong("“" + sign + "”");
        }
    }

    /** The next word; signs are none. */
    String word() {
        String token = peek();
        if (token.isEmpty() || (token.length() == 1 && SIGNS.contains(token))) {
            throw wrong("一个名称");
        }
        next++;
        return token;
    }

    LanguageException wrong(String expected) {
        String found = atEnd() ? "结尾" : "“" + peek() + "”";
        String before = String.join(" ", tokens.subList(0, Math.min(next, tokens.size())));
        return new LanguageException("表达式“" + text + "”在“" + before + "”之后应为" + expected + "，得到" + found);
    }
}
