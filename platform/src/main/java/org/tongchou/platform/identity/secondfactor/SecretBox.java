package org.tongchou.platform.identity.secondfactor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.DataFolder;

/**
 * Encrypts small secrets with SM4-GCM. The key stands in {@code secret.key} of the data directory, readable by its owner
 * only, made at the first use; without it the secrets of the database are of no use.
 */
@Component
class SecretBox {
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    SecretBox(DataFolder data) {
        this.file = data.path().resolve("secret.key");
    }

    /**
     * Encrypts.
     *
     * @param owner what the secret belongs to; the same must be said to decrypt, so that it cannot be moved elsewhere
     */
    byte[] seal(byte[] secret, String owner) {
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
    byte[] open(byte[] sealed, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        return run(false, nonce, owner, rest);
    }

    private byte[] run(boolean seal, byte[] nonce, String owner, byte[] in) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                seal,
                new AEADParameters(
                        new KeyParameter(key()),
                        TAG_BITS,
                        nonce,
                        owner.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int length = cipher.processBytes(in, 0, in.length, out, 0);
        try {
            cipher.doFinal(out, length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a secret cannot be decrypted: another key, or changed data", e);
        }
        return out;
    }

    private synchronized byte[] key() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException(file + " is not a key");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Path fresh = file.resolveSibling("secret.key.new");
        Files.deleteIfExists(fresh);
        Files.createDirectories(file.getParent());
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }
}
