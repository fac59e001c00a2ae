package org.tongchou.platform.training;

import java.net.URI;

/**
 * Where a system calls, and as whom.
 *
 * @param address address of the interface, with its path
 * @param institution code of the institution
 * @param name name of the institution
 * @param area 就医地医保区划, six digits
 * @param operator id of the operator
 * @param operatorName name of the operator
 * @param key how calls are proved
 * @param cipher SM4 key of enciphered inputs; empty for inputs in clear
 */
public record HisLine(
        URI address,
        String institution,
        String name,
        String area,
        String operator,
        String operatorName,
        HisKey key,
        String cipher) {
    /** The path that the interface's documents give. */
    public static final String PATH = "/fsi/api/rsfComIfsService/callService";

    /**
     * A line with the documents' path and an operator at the counter.
     *
     * @param base scheme, host and port, for example {@code http://127.0.0.1:8080}
     */
    public static HisLine of(String base, String institution, String area, HisKey key) {
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return new HisLine(URI.create(root + PATH), institution, institution, area, "0001", "样例收费员", key, "");
    }

    /** The same with inputs enciphered; in clear when the key is empty. */
    public HisLine withCipher(String key) {
        return new HisLine(address, institution, name, area, operator, operatorName, this.key, key);
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "HisLine[" + institution + " → " + address + "]";
    }
}
