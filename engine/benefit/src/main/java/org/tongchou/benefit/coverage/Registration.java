package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a person is in a scheme for a period, as the fund centre noted it (参保登记).
 *
 * @param scheme a scheme of the pack
 * @param personType a person type of the pack; empty when the scheme has none
 * @param from first day
 * @param to last day; null while it lasts
 */
public record Registration(
        String scheme,
        String personType,
        LocalDate from,
        @Nullable LocalDate to) {}
