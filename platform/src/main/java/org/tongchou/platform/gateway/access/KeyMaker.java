package org.tongchou.platform.gateway.access;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.wire.Signing;

/** Makes keys. */
@Component
class KeyMaker {
    private static final int SECRET = 24;
    private static final int CIPHER = 16;
    private static final int SUFFIX = 3;

    private final SecureRandom random = new SecureRandom();

    /**
     * Keys as they are told once.
     *
     * @param keyId public name; empty for none
     * @param secret secret of the style, of {@code sm2} the private key that was made for the institution; empty for none
     * @param publicKey SM2 public key; empty for none
     * @param cipher SM4 key of enciphered inputs; empty for none
     */
    record Keys(String keyId, String secret, String publicKey, String cipher) {
        @Override
        public String toString() {
            return "Keys[" + keyId + "]";
        }
    }

    /**
     * New keys of a style.
     *
     * @param publicKey the public key of an institution that made its own; empty to have a pair made
     */
    Keys make(String institution, String style, String publicKey, boolean ciphered) {
        String cipher = ciphered ? hex(CIPHER) : "";
        String id = institution + "-" + hex(SUFFIX);
        return switch (style) {
            case "none" -> new Keys("", "", "", cipher);
            case "apikey" -> new Keys("", hex(SECRET), "", cipher);
            case "sm2" -> {
                String privateKey = publicKey.isEmpty() ? Signing.newPrivateKey(random) : "";
                yield new Keys(id, privateKey, publicKey.isEmpty() ? Signing.publicKey(privateKey) : publicKey, cipher);
            }
            default -> new Keys(id, hex(SECRET), "", cipher);
        };
    }

    private String hex(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }
}
