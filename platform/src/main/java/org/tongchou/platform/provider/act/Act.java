package org.tongchou.platform.provider.act;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, or is proposed.
 *
 * @param id its id
 * @param subject institution, agreement or staff
 * @param subjectId code or id of what it is done to
 * @param county county of the institution
 * @param title what it is done to, for people
 * @param kind what is done
 * @param act the same in Chinese
 * @param onDate the day it takes effect
 * @param untilDate the last day of it; null for none
 * @param reason why; may be empty
 * @param details what else was said; nothing secret
 * @param state 已办, 待复核, 已通过 or 已退回
 * @param proposedBy id of who proposed it
 * @param proposedName their name
 * @param proposedAt when
 * @param decidedName who decided; may be empty
 * @param decidedAt when; null until then
 * @param note what they said; may be empty
 * @param sealed what is kept for the act but shown nowhere; may be empty
 */
public record Act(
        long id,
        String subject,
        String subjectId,
        String county,
        String title,
        ActKind kind,
        String act,
        LocalDate onDate,
        @Nullable LocalDate untilDate,
        String reason,
        Map<String, String> details,
        String state,
        long proposedBy,
        String proposedName,
        OffsetDateTime proposedAt,
        String decidedName,
        @Nullable OffsetDateTime decidedAt,
        String note,
        @JsonIgnore String sealed) {
    /** Copies the map. */
    public Act {
        details = Map.copyOf(details);
    }

    /** Something else that was said; empty when it was not. */
    public String detail(String key) {
        return details.getOrDefault(key, "");
    }

    /**
     * What is to be done.
     *
     * @param subjectId code or id of what it is done to
     * @param county county of the institution
     * @param title what it is done to, for people
     * @param kind what is done
     * @param onDate the day it takes effect
     * @param untilDate the last day of it; null for none
     * @param reason why; may be empty
     * @param details what else is said
     */
    public record Proposal(
            String subjectId,
            String county,
            String title,
            ActKind kind,
            LocalDate onDate,
            @Nullable LocalDate untilDate,
            String reason,
            Map<String, String> details) {}
}
