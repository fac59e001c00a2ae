package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person in a scheme for a period (参保登记).
 *
 * @param scheme a scheme of the pack
 * @param personType a person type of the pack; empty when the scheme has none
 * @param from first day
 * @param to last day; null while it lasts
 */
public record Enrolment(
        String scheme,
        String personType,
        LocalDate from,
        @Nullable LocalDate to) {}
