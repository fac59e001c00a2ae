package org.tongchou.platform.intake.batch;

import org.jspecify.annotations.Nullable;

/** The personal cells of a row, sealed; nothing when a kind of list has none. */
final class Sealed {
    private final byte @Nullable [] bytes;

    Sealed(byte @Nullable [] bytes) {
        this.bytes = bytes;
    }

    /** As the database keeps them; null for nothing. */
    byte @Nullable [] bytes() {
        return bytes;
    }
}
