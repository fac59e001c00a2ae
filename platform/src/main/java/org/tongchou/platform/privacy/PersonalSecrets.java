package org.tongchou.platform.privacy;

/**
 * Identity numbers and other personal secrets: sealed for keeping, hashed for finding, masked for showing. Never put the
 * clear text into a table, a log line, an audit record, a file name or an address.
 */
public interface PersonalSecrets {
    /** Seals with SM4-GCM; the same text gives other bytes each time. */
    byte[] seal(String clear);

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws IllegalStateException when it was changed, or sealed with another key
     */
    String open(byte[] sealed);

    /**
     * HMAC-SM3, 32 bytes, the same for the same text: for search and uniqueness. Give it the normal form, for example
     * the number of {@code IdentityNumber}.
     */
    byte[] hash(String clear);

    /**
     * What people may see without the right to see all: the first 6 and the last 4 characters of an identity number
     * (350000********0012), fewer of shorter texts, the family name of a name.
     */
    static String masked(String clear) {
        int length = clear.length();
        int first = length >= 15 ? 6 : length >= 7 ? 3 : Math.min(1, length);
        int last = length >= 15 ? 4 : length >= 11 ? 4 : length >= 7 ? 2 : 0;
        return clear.substring(0, first) + "*".repeat(length - first - last) + clear.substring(length - last);
    }
}
