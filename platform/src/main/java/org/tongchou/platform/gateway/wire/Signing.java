package org.tongchou.platform.gateway.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECPoint;

/** Signatures and ciphers that clients of the interface use, as far as they are public. */
public final class Signing {
    /** The user id that SM2 signatures take when none is agreed. */
    public static final String DEFAULT_ID = "1234567812345678";

    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int PLAIN = 64;

    private Signing() {}

    /** TIF: SHA-256 over time stamp, secret, nonce and time stamp again, in hexadecimal. */
    public static String tif(String timestamp, String secret, String nonce) {
        return HexFormat.of()
                .formatHex(
                        digest("SHA-256", (timestamp + secret + nonce + timestamp).getBytes(StandardCharsets.UTF_8)));
    }

    /** CSB: HMAC-SHA1 over the four headers in the order of their names, as Base64. */
    public static String csb(Map<String, String> headers, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(sorted(headers).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code cainfo} signs: all of the envelope but itself and the input, in the order of the names. */
    public static String signed(Map<String, String> head) {
        Map<String, String> rest = new TreeMap<>(head);
        rest.remove("cainfo");
        rest.remove("input");
        return sorted(rest);
    }

    private static String sorted(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining("&"));
    }

    /** Whether two texts are the same, in a time that does not depend on where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether an SM2 signature is that of a text: plain or DER, as Base64 or hexadecimal.
     *
     * @param publicKey point in hexadecimal, compressed or not, or as Base64
     */
    public static boolean verifies(String publicKey, String id, String text, String signature) {
        Optional<byte[]> bytes = bytes(signature);
        Optional<ECPoint> point = bytes(publicKey).flatMap(Signing::point);
        if (bytes.isEmpty() || point.isEmpty()) {
            return false;
        }
        SM2Signer signer =
                new SM2Signer(bytes.get().length == PLAIN ? PlainDSAEncoding.INSTANCE : StandardDSAEncoding.INSTANCE);
        signer.init(
                false,
                new ParametersWithID(
                        new ECPublicKeyParameters(point.get(), DOMAIN), id.getBytes(StandardCharsets.UTF_8)));
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        signer.update(message, 0, message.length);
        return signer.verifySignature(bytes.get());
    }

    /** Signs a text; plain signature as Base64. */
    public static String sign(String privateKey, String id, String text) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(
                true,
                new ParametersWithID(
                        new ECPrivateKeyParameters(new BigInteger(privateKey, 16), DOMAIN),
                        id.getBytes(StandardCharsets.UTF_8)));
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        signer.update(message, 0, message.length);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key of a private one, uncompressed, in hexadecimal. */
    public static String publicKey(String privateKey) {
        return HexFormat.of()
                .formatHex(
                        DOMAIN.getG().multiply(new BigInteger(privateKey, 16)).getEncoded(false));
    }

    /** A new private key, in hexadecimal. */
    public static String newPrivateKey(SecureRandom random) {
        BigInteger key;
        do {
            key = new BigInteger(DOMAIN.getN().bitLength(), random);
        } while (key.signum() == 0 || key.compareTo(DOMAIN.getN().subtract(BigInteger.ONE)) >= 0);
        return "%064x".formatted(key);
    }

    /** Whether a text is a public key, as {@link #verifies} takes it. */
    public static boolean isPublicKey(String text) {
        return bytes(text).flatMap(Signing::point).isPresent();
    }

    private static Optional<ECPoint> point(byte[] encoded) {
        try {
            return Optional.of(CURVE.getCurve().decodePoint(encoded)).filter(ECPoint::isValid);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Deciphers an input.
     *
     * @throws WireFault when it is not what the key enciphered
     */
    public static String decipher(String key, String text) {
        try {
            return new String(
                    sm4(Cipher.DECRYPT_MODE, key, Base64.getMimeDecoder().decode(text)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WireFault("E-GWY-005", "input 不能解密，请核对 SM4 密钥与填充方式（ECB，PKCS7，Base64）");
        }
    }

    /** Enciphers a text. */
    public static String encipher(String key, String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(sm4(Cipher.ENCRYPT_MODE, key, text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sm4(int mode, String key, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("SM4/ECB/PKCS7Padding", PROVIDER);
        byte[] secret = key.length() == 32 && key.matches("[0-9A-Fa-f]+")
                ? HexFormat.of().parseHex(key)
                : key.getBytes(StandardCharsets.UTF_8);
        cipher.init(mode, new SecretKeySpec(secret, "SM4"));
        return cipher.doFinal(text);
    }

    private static Optional<byte[]> bytes(String text) {
        String bare = text.strip();
        if (bare.length() % 2 == 0 && bare.matches("[0-9A-Fa-f]+")) {
            return Optional.of(HexFormat.of().parseHex(bare));
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
