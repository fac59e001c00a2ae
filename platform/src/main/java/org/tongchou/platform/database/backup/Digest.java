package org.tongchou.platform.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Passes bytes on and computes their SM3 digest and number. */
final class Digest extends OutputStream {
    private final OutputStream target;
    private final SM3Digest digest = new SM3Digest();
    private long bytes;

    Digest(OutputStream target) {
        this.target = target;
    }

    /** The digest of all there is to read. */
    static Digest of(InputStream content) throws IOException {
        Digest digest = new Digest(OutputStream.nullOutputStream());
        content.transferTo(digest);
        return digest;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        target.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** The digest; ends the computation. */
    String hex() {
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }
}
