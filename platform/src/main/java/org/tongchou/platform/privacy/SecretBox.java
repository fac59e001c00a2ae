package org.tongchou.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.DataFolder;

/**
 * Encrypts small secrets with SM4-GCM. The key stands in {@code secret.key} of the data directory, readable by its owner
 * only, made at the first use; without it the secrets of the database are of no use.
 */
@Component
public class SecretBox {
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    /** Kept by thread: tables that the cipher makes for a key are made once. */
    private final ThreadLocal<GCMModeCipher> ciphers =
            ThreadLocal.withInitial(() -> GCMBlockCipher.newInstance(new SM4Engine()));

    /** Kept by thread and purpose, as they keep what they make of the key. */
    private final ThreadLocal<Map<String, HMac>> macs = ThreadLocal.withInitial(HashMap::new);

    private volatile @Nullable KeyParameter key;

    SecretBox(DataFolder data) {
        this.file = data.path().resolve("secret.key");
    }

    /**
     * Encrypts.
     *
     * @param owner what the secret belongs to; the same must be said to decrypt, so that it cannot be moved elsewhere
     */
    public byte[] seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(true, nonce, owner, secret);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when it was changed, moved, or encrypted with another key
     */
    public byte[] open(byte[] sealed, String owner) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("a secret is cut off");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(false, nonce, owner, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /**
     * HMAC-SM3 under a key of its own.
     *
     * @param purpose what the digests are for: those of different purposes have nothing in common
     */
    byte[] digest(byte[] text, String purpose) {
        HMac mac = macs.get().computeIfAbsent(purpose, this::mac);
        mac.update(text, 0, text.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    /** Ready for a text, and again after each. */
    private HMac mac(String purpose) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(mac(key().getKey(), purpose.getBytes(StandardCharsets.UTF_8))));
        return mac;
    }

    private static byte[] mac(byte[] key, byte[] text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    private byte[] run(boolean seal, byte[] nonce, String owner, byte[] in) {
        GCMModeCipher cipher = ciphers.get();
        cipher.init(seal, new AEADParameters(key(), TAG_BITS, nonce, owner.getBytes(StandardCharsets.UTF_8)));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int length = cipher.processBytes(in, 0, in.length, out, 0);
        try {
            cipher.doFinal(out, length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a secret cannot be decrypted: another key, or changed data", e);
        }
        return out;
    }

    private KeyParameter key() {
        KeyParameter known = key;
        return known == null ? read() : known;
    }

    private synchronized KeyParameter read() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalStateException(file + " is not a key");
            }
            KeyParameter read = new KeyParameter(bytes);
            key = read;
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Path beside = file.resolveSibling("secret.key.new");
        Files.deleteIfExists(beside);
        Files.createDirectories(file.getParent());
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, HexFormat.of().formatHex(fresh) + "\n");
        try {
            Files.move(beside, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(beside);
        }
    }
}
