package org.tongchou.platform.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the catalogues say of an item on a day, by the versions that are released. Only items in force are found. */
public interface Catalogue {
    /**
     * An item of a catalogue.
     *
     * @param kind key of the catalogue: {@code drug}, {@code disease}, {@code service} …
     */
    Optional<CatalogueItem> find(String kind, String code, LocalDate day);

    /** Several items of a catalogue by code; those that are not in force are missing. */
    Map<String, CatalogueItem> find(String kind, Collection<String> codes, LocalDate day);

    /**
     * What the fund pays of several items (医保目录): class, own pre-payment share, price limit, restricted use; by code, those that
     * are not in force are missing.
     *
     * @param level level of the hospital for the price limit: {@code 1} up to the first, {@code 2}, {@code 3}
     * @param personType person type of the pre-payment share: {@code 310} employees, {@code 390} residents, {@code 330}
     */
    Map<String, InsuredItem> insured(Collection<String> codes, LocalDate day, String level, String personType);
}
