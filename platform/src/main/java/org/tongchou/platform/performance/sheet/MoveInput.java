package org.tongchou.platform.performance.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What a step asks for.
 *
 * @param version the version that was looked at
 * @param opinion what is said about it; needed when something is sent back
 */
public record MoveInput(@Nullable Integer version, @Nullable String opinion) {
    /** The version; 0, which no form has, when it is missing. */
    public int known() {
        return version == null ? 0 : version;
    }
}
