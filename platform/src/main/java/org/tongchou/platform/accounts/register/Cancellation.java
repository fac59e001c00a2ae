package org.tongchou.platform.accounts.register;

import org.jspecify.annotations.Nullable;

/**
 * Why a row is cancelled.
 *
 * @param reason one sentence
 * @param version the version that was seen
 */
record Cancellation(@Nullable String reason, @Nullable Integer version) {}
