package org.tongchou.platform.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item of a catalogue.
 *
 * @param kind key of the catalogue
 * @param code national code
 * @param name its name
 * @param begins first day it holds
 * @param ends last day; null while open
 */
public record CatalogueItem(
        String kind,
        String code,
        String name,
        LocalDate begins,
        @Nullable LocalDate ends) {}
