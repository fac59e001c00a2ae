package org.tongchou.platform.file;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes plain names of what users and browsers send as the name of a file. */
final class FileNames {
    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control characters, invisible ones that turn the direction of writing, and lone surrogates. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

    private FileNames() {}

    /** The name without path, invisible characters and characters that file systems refuse; never empty. */
    static String clean(String given) {
        // Composed only when what stood between the marks is gone.
        String name = Normalizer.normalize(INVISIBLE.matcher(given).replaceAll(""), Normalizer.Form.NFC);
        name = FOLDERS.matcher(name).replaceFirst("");
        name = FORBIDDEN.matcher(name).replaceAll("_").replaceAll("\\s+", " ");
        name = EDGES.matcher(name).replaceAll("");
        if (DEVICES.contains(name.replaceFirst("\\..*", "").toUpperCase(java.util.Locale.ROOT))) {
            name = "_" + name;
        }
        return name.isEmpty() ? "未命名" : shortened(name);
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
        int kept = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)).strip() + ending;
    }
}
