package org.tongchou.platform.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/** What hospitals call the items of the catalogues (目录对照, 3301/3302). A matching counts once a second person approved it. */
public interface Matchings {
    /**
     * Tells a matching, which then waits for its review; the same again changes nothing.
     *
     * @return its id
     */
    long submit(Actor actor, Matching matching);

    /** Takes a matching back that waits or counts (3302). */
    void withdraw(Actor actor, String provider, String ownCode, String kind, String code);

    /** National codes by the hospital's own code, as they count on a day. */
    Map<String, String> codes(String provider, String kind, Collection<String> ownCodes, LocalDate day);

    /**
     * A matching.
     *
     * @param provider code of the hospital
     * @param ownCode its own code of the item
     * @param ownName its own name
     * @param kind key of the catalogue
     * @param code national code
     * @param begins first day
     * @param ends last day; null while open
     * @param details what else was told: 剂型, 规格, 批准文号 …
     */
    record Matching(
            @Nullable String provider,
            @Nullable String ownCode,
            @Nullable String ownName,
            @Nullable String kind,
            @Nullable String code,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            @Nullable Map<String, @Nullable String> details) {}
}
