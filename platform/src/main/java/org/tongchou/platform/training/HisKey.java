package org.tongchou.platform.training;

/**
 * How a system proves its calls.
 *
 * @param style {@code none}, {@code tif}, {@code csb}, {@code apikey} or {@code sm2}
 * @param id public name of the key: x-tif-paasid, _api_access_key or app_id; empty for none
 * @param secret the secret; of {@code sm2} the private key in hexadecimal
 */
public record HisKey(String style, String id, String secret) {
    /** No proof at all: an institution known by its address. */
    public static HisKey none() {
        return new HisKey("none", "", "");
    }

    /** A key in a header. */
    public static HisKey apikey(String secret) {
        return new HisKey("apikey", "", secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "HisKey[" + style + ", " + id + "]";
    }
}
