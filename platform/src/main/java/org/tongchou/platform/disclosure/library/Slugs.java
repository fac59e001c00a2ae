package org.tongchou.platform.disclosure.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.tongchou.accounts.model.DocumentKind;

/** Permanent addresses: readable by people, the same whenever the same document is published. */
final class Slugs {
    private static final int DIGEST_LETTERS = 8;

    private Slugs() {}

    /**
     * The last part of an address.
     *
     * @param code unit code where the bureau is ours; empty otherwise
     * @param bureau names the bureau where there is no code
     */
    static String of(String code, String bureau, int year, DocumentKind kind, int number) {
        String plain =
                code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String whose = plain.isEmpty() ? "b" + digest(bureau) : plain.substring(0, Math.min(40, plain.length()));
        return whose + "-" + year + "-" + kind.name().toLowerCase(Locale.ROOT) + (number > 1 ? "-r" + number : "");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
