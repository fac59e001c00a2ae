package org.tongchou.platform.gateway.access;

import java.util.List;

/**
 * How an institution calls.
 *
 * @param institution its code
 * @param style {@code none}, {@code tif}, {@code csb}, {@code apikey} or {@code sm2}
 * @param keyId public name of its key: x-tif-paasid, _api_access_key or app_id
 * @param secret its secret; empty for none
 * @param publicKey its SM2 public key; empty for none
 * @param cipher key of enciphered inputs; empty for none
 * @param numbersAsText whether it wants {@code infcode} as a string
 * @param signInRequired whether its operators must have signed in (9001)
 * @param addresses addresses and ranges from which it may call; empty for any, but for style {@code none} for nobody
 * @param open whether it may call
 */
public record Access(
        String institution,
        String style,
        String keyId,
        String secret,
        String publicKey,
        String cipher,
        boolean numbersAsText,
        boolean signInRequired,
        List<String> addresses,
        boolean open) {
    /** Copies the list. */
    public Access {
        addresses = List.copyOf(addresses);
    }

    /** Access from any address, without a sign-in. */
    public Access(
            String institution,
            String style,
            String keyId,
            String secret,
            String publicKey,
            String cipher,
            boolean numbersAsText,
            boolean open) {
        this(institution, style, keyId, secret, publicKey, cipher, numbersAsText, false, List.of(), open);
    }

    @Override
    public String toString() {
        return "Access[" + institution + ", " + style + "]";
    }
}
