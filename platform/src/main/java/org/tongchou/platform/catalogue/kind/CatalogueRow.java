package org.tongchou.platform.catalogue.kind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of an official file, read.
 *
 * @param line its number in the file
 * @param code national code
 * @param part level or person type; empty for none
 * @param name name; empty when the kind has none
 * @param begins first day; null when the kind has no days of its own
 * @param ends last day; null while open
 * @param valid whether it counts (有效标志)
 * @param digest tells whether two rows say the same of an item
 * @param cells all columns; null for none
 */
public record CatalogueRow(
        int line,
        String code,
        String part,
        String name,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends,
        boolean valid,
        UUID digest,
        List<@Nullable String> cells) {}
