package org.tongchou.accounts.classification;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Compares subject names the way people do: spaces, brackets, numbering and customary endings do not matter. */
final class SubjectName {
    private static final Pattern NUMBERING = Pattern.compile("^[一二三四五六七八九十]{1,4}[、.．]");
    private static final Pattern IGNORED = Pattern.compile("[\\s\\u00a0、,，.．·“”\"'‘’*_-]+");
    private static final Pattern ENDING = Pattern.compile("(等?支出|等)$");
    private static final Pattern FEE = Pattern.compile("费用$");

    private SubjectName() {}

    /** The form in which two spellings of one name are equal. */
    static String key(String name) {
        String text = NUMBERING.matcher(name.strip()).replaceFirst("");
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        text = IGNORED.matcher(text).replaceAll("").replace('与', '和');
        text = FEE.matcher(text).replaceFirst("费");
        String shorter = ENDING.matcher(text).replaceFirst("");
        return shorter.isEmpty() ? text : shorter;
    }
}
