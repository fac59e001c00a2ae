package org.tongchou.accounts.write;

import java.util.List;

/** The colours of bars and slices, in order: calm, and told apart without red and green. */
final class ChartColors {
    private static final List<String> HEX =
            List.of("1F4E79", "B9852F", "5B8DB8", "6B7A89", "8C5E3C", "3F8F8B", "8FA9C2", "4B4F6B");

    private ChartColors() {}

    /** The colour of the n-th series or slice (0-based), as six hexadecimal digits. */
    static String hex(int index) {
        return HEX.get(index % HEX.size());
    }

    /** The same colour as three bytes. */
    static byte[] rgb(int index) {
        int value = Integer.parseInt(hex(index), 16);
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
