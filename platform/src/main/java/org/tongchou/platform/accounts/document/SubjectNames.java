package org.tongchou.platform.accounts.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.classification.Classification;

/** Names of subjects in texts for people: the key {@code 科目/2101501} is printed as {@code 2101501 行政运行}. */
final class SubjectNames {
    private static final Classification CLASSIFICATION = Classification.standard();
    private static final Pattern KEY = Pattern.compile("科目/(\\d{3,7})");

    private SubjectNames() {}

    /** The text with every key of a subject printed as its code and its name in a year. */
    static String in(String text, int year) {
        return KEY.matcher(text)
                .replaceAll(key -> Matcher.quoteReplacement((key.group(1) + " "
                                + CLASSIFICATION.findName(key.group(1), year).orElse(""))
                        .strip()));
    }
}
