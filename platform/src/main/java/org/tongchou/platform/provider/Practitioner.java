package org.tongchou.platform.provider;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who practises at a provider.
 *
 * @param code national code
 * @param name their name
 * @param masked number of the identity document, masked; may be empty
 * @param begins first day there
 * @param ends last day there; null while open
 * @param mayPrescribe whether they may prescribe for the fund
 */
public record Practitioner(
        String code,
        String name,
        String masked,
        LocalDate begins,
        @Nullable LocalDate ends,
        boolean mayPrescribe) {}
