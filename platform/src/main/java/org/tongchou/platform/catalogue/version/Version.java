package org.tongchou.platform.catalogue.version;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of a catalogue: a download or a notice.
 *
 * @param id its id
 * @param kind key of the catalogue
 * @param number its number among the released ones of the kind, from 1; null until then
 * @param label what its publisher calls it
 * @param source where it comes from: a file, a notice with its number
 * @param effective first day of what it changes where rows have no days of their own, and the day after the last of what it ends
 * @param complete whether items that it lacks end
 * @param state 录入中, 待发布, 已发布 or 已作废
 * @param base number of the version it was compared with; 0 for none
 * @param rowCount rows that count
 * @param added rows of items that are new
 * @param changed rows that say something else
 * @param ended items that end
 * @param unchanged rows that say the same
 * @param wrong rows left out because they contradict others
 * @param gaps rows followed by days on which the item does not hold
 * @param reason why it was discarded; empty otherwise
 * @param createdBy id of who took it in
 * @param createdName their name
 * @param createdAt when
 * @param releasedName who released it; may be empty
 * @param releasedAt when; null until then
 */
public record Version(
        long id,
        String kind,
        @Nullable Integer number,
        String label,
        String source,
        LocalDate effective,
        boolean complete,
        String state,
        int base,
        int rowCount,
        int added,
        int changed,
        int ended,
        int unchanged,
        int wrong,
        int gaps,
        String reason,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        String releasedName,
        @Nullable OffsetDateTime releasedAt) {
    /** Rows are being added. */
    public static final String DRAFT = "录入中";

    /** Compared, waits for a second person. */
    public static final String READY = "待发布";

    /** Holds. */
    public static final String RELEASED = "已发布";

    /** Was never released. */
    public static final String DISCARDED = "已作废";

    /**
     * A version that is to be made; the fields of {@link Version}.
     *
     * @param kind key of the catalogue
     * @param label what its publisher calls it
     * @param source where it comes from
     * @param effective the day it takes effect
     * @param complete whether items that it lacks end
     */
    public record Request(
            @Nullable String kind,
            @Nullable String label,
            @Nullable String source,
            @Nullable LocalDate effective,
            @Nullable Boolean complete) {}
}
