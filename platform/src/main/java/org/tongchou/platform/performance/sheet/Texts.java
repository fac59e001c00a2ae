package org.tongchou.platform.performance.sheet;

import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Refusal;

/** Texts that people type. They are stored as typed, without outer blanks and control characters, and shown as text. */
public final class Texts {
    private Texts() {}

    /**
     * A text within its length.
     *
     * @param field its Chinese name
     * @throws Refusal when it is too long
     */
    public static String text(@Nullable String given, String field, int longest) {
        String text = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        if (text.length() > longest) {
            throw Refusal.field("E-PER-017", field, text, "不超过 " + longest + " 个字，现有 " + text.length() + " 个");
        }
        return text;
    }

    /** A text that must be there. */
    public static String needed(@Nullable String given, String field, int longest) {
        String text = text(given, field, longest);
        if (text.isEmpty()) {
            throw Refusal.field("E-PER-018", field, "", "一句说明，不能留空");
        }
        return text;
    }
}
