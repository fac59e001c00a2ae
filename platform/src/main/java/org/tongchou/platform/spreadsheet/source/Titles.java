package org.tongchou.platform.spreadsheet.source;

import java.text.Normalizer;
import java.util.Locale;

/** Titles of columns, and words, as people write them. */
public final class Titles {
    private Titles() {}

    /** Text for comparing: half-width, without white space, without brackets and what stands in them. */
    public static String plain(String text) {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT);
        String bare = half.replaceAll("[(\\[【][^)\\]】]*[)\\]】]", "");
        return bare.isEmpty() ? half : bare;
    }
}
