package org.tongchou.platform.gateway.access;

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
        boolean open) {
    @Override
    public String toString() {
        return "Access[" + institution + ", " + style + "]";
    }
}
