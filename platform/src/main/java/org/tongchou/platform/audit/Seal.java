package org.tongchou.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/** The hash of one link of the chain: SM3 over the link before, the position and every field of the entry. */
final class Seal {
    /** What is before the first link. */
    static final byte[] START = new byte[32];

    /** The fields of an entry {@code e} as texts that do not depend on session settings. */
    static final String FIELDS = """
            e.id::text as f1, to_char(e.happened_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as f2,
            e.user_id::text as f3, e.user_name as f4, e.display_name as f5, e.unit_id::text as f6, e.unit_name as f7,
            e.action as f8, e.object_type as f9, e.object_id as f10, e.outcome as f11, e.summary as f12,
            e.before::text as f13, e.after::text as f14, e.client as f15, e.trace as f16""";

    private static final List<String> NAMES = List.of(
            "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12", "f13", "f14", "f15", "f16");

    private Seal() {}

    /** The hash of the entry of the current row. */
    static byte[] hash(byte[] before, long position, ResultSet row) throws SQLException {
        SM3Digest digest = new SM3Digest();
        digest.update(before, 0, before.length);
        digest.update(ByteBuffer.allocate(8).putLong(position).array(), 0, 8);
        for (String name : NAMES) {
            update(digest, row.getString(name));
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    /** Length first, so that text cannot move from one field to the next; null is -1. */
    private static void update(SM3Digest digest, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        byte[] length =
                ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array();
        digest.update(length, 0, length.length);
        digest.update(bytes, 0, bytes.length);
    }
}
