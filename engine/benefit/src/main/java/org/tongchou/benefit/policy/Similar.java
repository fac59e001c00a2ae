package org.tongchou.benefit.policy;

import java.util.Collection;

/** Finds what somebody most likely meant to write. */
final class Similar {
    private static final int FARTHEST = 2;

    private Similar() {}

    /** The known name that differs least, by at most two characters and less than half; empty when there is none. */
    static String to(String name, Collection<String> known) {
        String best = "";
        int least = Math.min(FARTHEST, (name.length() - 1) / 2) + 1;
        for (String one : known) {
            int distance = distance(name, one, least);
            if (distance < least) {
                least = distance;
                best = one;
            }
        }
        return best;
    }

    /** Characters to insert, take away or change; at least {@code enough} when it is that many. */
    private static int distance(String one, String other, int enough) {
        if (Math.abs(one.length() - other.length()) >= enough) {
            return enough;
        }
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
