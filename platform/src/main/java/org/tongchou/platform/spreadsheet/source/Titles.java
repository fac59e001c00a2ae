package org.tongchou.platform.spreadsheet.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Titles of columns, and words, as people write them. */
public final class Titles {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【][^)\\]】]*[)\\]】]");

    private Titles() {}

    /** Text for comparing: half-width, without white space, without brackets and what stands in them. */
    public static String plain(String text) {
        String half = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String bare = BRACKETS.matcher(half).replaceAll("");
        return bare.isEmpty() ? half : bare;
    }
}
