package org.tongchou.performance.check;

import org.tongchou.performance.read.Plain;

/** How names of indicators are compared. */
final class Names {
    private static final int SHORTEST = 4;

    private Names() {}

    static boolean same(String one, String other) {
        return Plain.bare(one).equals(Plain.bare(other));
    }

    /** How one name became another. */
    enum Change {
        /** Not at all, but for punctuation. */
        NONE,
        /** Characters were only left out or only added. */
        ABRIDGED,
        /** Characters were replaced by others. */
        REPLACED,
        /** Too different to be the same name. */
        OTHER
    }

    /** Compares two names by the fewest characters to leave out, add or replace. */
    static Change change(String one, String other) {
        String a = Plain.bare(one);
        String b = Plain.bare(other);
        if (a.equals(b)) {
            return Change.NONE;
        }
        int common = common(a, b);
        int longest = Math.max(a.length(), b.length());
        boolean alike = 2 * common >= longest && longest >= SHORTEST;
        if (!alike) {
            return Change.OTHER;
        }
        return common == Math.min(a.length(), b.length()) ? Change.ABRIDGED : Change.REPLACED;
    }

    /** How much two names have in common, 0 to 100. */
    static int likeness(String one, String other) {
        String a = Plain.bare(one);
        String b = Plain.bare(other);
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 0 : 100 * common(a, b) / longest;
    }

    /** The length of the longest common subsequence. */
    private static int common(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            for (int j = 1; j <= b.length(); j++) {
                row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
            }
            above = row;
        }
        return above[b.length()];
    }
}
