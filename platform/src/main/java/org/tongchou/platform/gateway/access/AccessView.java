package org.tongchou.platform.gateway.access;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access as people see it, without secrets.
 *
 * @param institution code
 * @param name name of the institution
 * @param kind its kind
 * @param county code of its county
 * @param countyName its county
 * @param designated whether an agreement is in force today
 * @param style how calls are proved
 * @param styleName the same in Chinese
 * @param keyId public name of its key; empty for none
 * @param publicKey its SM2 public key; empty for none
 * @param ciphered whether inputs may be enciphered
 * @param numbersAsText whether {@code infcode} is answered as a string
 * @param signInRequired whether operators must sign in first
 * @param addresses from where it may call
 * @param open whether it may call
 * @param changedName who changed it last
 * @param changedAt when
 * @param lastCall when it last called; null for never
 * @param version its version
 */
record AccessView(
        String institution,
        String name,
        String kind,
        String county,
        String countyName,
        boolean designated,
        String style,
        String styleName,
        String keyId,
        String publicKey,
        boolean ciphered,
        boolean numbersAsText,
        boolean signInRequired,
        List<String> addresses,
        boolean open,
        String changedName,
        OffsetDateTime changedAt,
        @Nullable OffsetDateTime lastCall,
        int version) {
    /** Copies the list. */
    AccessView {
        addresses = List.copyOf(addresses);
    }

    /**
     * Which are wanted.
     *
     * @param text part of code or name
     * @param style how calls are proved
     * @param county code of a county
     * @param open whether it may call
     */
    record Filter(
            @Nullable String text,
            @Nullable String style,
            @Nullable String county,
            @Nullable Boolean open) {
        boolean holds(AccessView access) {
            return within(text, access.institution + " " + access.name)
                    && within(style, access.style)
                    && within(county, access.county)
                    && (open == null || open == access.open);
        }

        private static boolean within(@Nullable String wanted, String value) {
            return wanted == null || wanted.isBlank() || value.contains(wanted.strip());
        }
    }

    /**
     * A change of an access.
     *
     * @param act what was done
     * @param styleName how calls were proved from then on
     * @param keyId public name of the key
     * @param ciphered whether inputs may be enciphered
     * @param numbersAsText whether {@code infcode} is answered as a string
     * @param signInRequired whether operators must sign in first
     * @param addresses from where it may call
     * @param open whether it may call
     * @param reason why
     * @param changedName who
     * @param changedAt when
     */
    record Change(
            String act,
            String styleName,
            String keyId,
            boolean ciphered,
            boolean numbersAsText,
            boolean signInRequired,
            List<String> addresses,
            boolean open,
            String reason,
            String changedName,
            OffsetDateTime changedAt) {
        /** Copies the list. */
        Change {
            addresses = List.copyOf(addresses);
        }
    }
}
