package org.tongchou.accounts.source.format.pdf;

import java.util.List;
import java.util.regex.Pattern;

/** Guesses headings and numbered items from their first characters, as official documents number them. */
final class Headings {
    private static final String NUMERAL = "[一二三四五六七八九十百零〇]{1,4}";
    private static final int MAX_LENGTH = 45;

    private record Form(Pattern start, int level) {}

    private static final List<Form> FORMS = List.of(
            new Form(Pattern.compile("第\\s*" + NUMERAL + "\\s*(?:部分|章|编)"), 1),
            new Form(Pattern.compile(NUMERAL + "\\s*、"), 2),
            new Form(Pattern.compile("[（(]\\s*" + NUMERAL + "\\s*[）)]"), 3),
            new Form(Pattern.compile("\\d{1,2}\\s*(?:[、．]|\\.(?!\\d))"), 4),
            new Form(Pattern.compile("[（(]\\s*\\d{1,2}\\s*[）)]"), 5));

    private static final Pattern ITEM = Pattern.compile("附件?\\s*\\d*\\s*[:：]|注\\s*[:：\\d]|备注\\s*[:：]|[①-⑳●■◆★-]");
    private static final Pattern SENTENCE = Pattern.compile("[。；！？]|[:：，,]$");

    private Headings() {}

    /** Whether a line begins like a heading or a numbered item. */
    static boolean startsItem(String line) {
        return ITEM.matcher(line).lookingAt()
                || FORMS.stream().anyMatch(form -> form.start.matcher(line).lookingAt());
    }

    /**
     * The heading level of a paragraph, 0 for text.
     *
     * @param text the paragraph
     * @param enlargement its print size in parts of the body's size
     */
    static int level(String text, float enlargement) {
        if (text.length() > MAX_LENGTH || SENTENCE.matcher(text).find()) {
            return 0;
        }
        for (Form form : FORMS) {
            if (form.start.matcher(text).lookingAt()) {
                return form.level;
            }
        }
        return enlargement >= 1.5f ? 1 : enlargement >= 1.12f ? 2 : 0;
    }
}
