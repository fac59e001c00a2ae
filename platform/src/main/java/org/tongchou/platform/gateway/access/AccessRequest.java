package org.tongchou.platform.gateway.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.gateway.wire.Signing;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/**
 * What is to be agreed with an institution.
 *
 * @param style {@code none}, {@code tif}, {@code csb}, {@code apikey} or {@code sm2}
 * @param publicKey SM2 public key of an institution that made its own pair; empty to have one made, or to keep what there is
 * @param ciphered whether inputs may be enciphered (SM4)
 * @param numbersAsText whether {@code infcode} is wanted as a string
 * @param signInRequired whether operators must sign in first
 * @param addresses addresses and ranges from which it may call
 * @param reason why
 * @param version the version that was seen; none when access is granted
 */
record AccessRequest(
        @Nullable String style,
        @Nullable String publicKey,
        @Nullable Boolean ciphered,
        @Nullable Boolean numbersAsText,
        @Nullable Boolean signInRequired,
        @Nullable List<String> addresses,
        @Nullable String reason,
        @Nullable Integer version) {
    /** The styles with what people call them. */
    static final Map<String, String> STYLES = Map.of(
            "none", "不签名（限地址）",
            "apikey", "访问密钥（apikey）",
            "tif", "TIF 签名",
            "csb", "CSB 签名",
            "sm2", "SM2 签名（cainfo）");

    private static final int MOST_ADDRESSES = 50;
    private static final int LONGEST = 200;

    /** Refuses what cannot be agreed. */
    void check() {
        if (!STYLES.containsKey(Given.text(style))) {
            throw Refusal.field(
                    "E-GWY-104",
                    "签名方式",
                    style,
                    String.join("、", STYLES.keySet().stream().sorted().toList()) + " 之一");
        }
        String key = Given.text(publicKey);
        if (!key.isEmpty() && !Signing.isPublicKey(key)) {
            throw Refusal.field("E-GWY-105", "公钥", key, "SM2 公钥（130 位十六进制或 Base64）");
        }
        List<String> given = places();
        if (given.isEmpty() && Given.text(style).equals("none")) {
            throw Refusal.field("E-GWY-106", "允许的地址", null, "不签名的机构至少登记一个客户端地址或网段");
        }
        for (String address : given) {
            if (AddressRange.parse(address).isEmpty() || address.endsWith("/0")) {
                throw Refusal.field("E-GWY-106", "允许的地址", address, "IP 地址或网段，例如 10.20.30.40、10.20.30.0/24");
            }
        }
        if (given.size() > MOST_ADDRESSES) {
            throw Refusal.field("E-GWY-106", "允许的地址", given.size() + " 个", "不超过 " + MOST_ADDRESSES + " 个");
        }
        Given.line("原因", reason, LONGEST);
    }

    /** The addresses without white space. */
    List<String> places() {
        return addresses == null
                ? List.of()
                : addresses.stream()
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The access that is agreed, with given keys. */
    Access with(String institution, KeyMaker.Keys keys, boolean open) {
        boolean own = Given.text(style).equals("sm2");
        return new Access(
                institution,
                Given.text(style),
                keys.keyId(),
                own ? "" : keys.secret(),
                keys.publicKey(),
                keys.cipher(),
                Boolean.TRUE.equals(numbersAsText),
                Boolean.TRUE.equals(signInRequired),
                places(),
                open);
    }
}
