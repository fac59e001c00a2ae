package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a person is in a scheme for a period (参保登记). Periods of one person in one scheme never overlap.
 *
 * @param id its id
 * @param personId who
 * @param scheme a scheme of the region's pack, for example {@code resident}
 * @param personType 人员类别 of the pack; empty when the scheme has none
 * @param from first day
 * @param to last day; null while it lasts
 * @param endReason why it ended; empty while it lasts
 * @param employerId the employer, or the school that enrols its students; null for none
 * @param county six digits
 * @param feeTier 缴费档次 of the pack; empty for none
 */
public record Enrolment(
        long id,
        long personId,
        String scheme,
        String personType,
        LocalDate from,
        @Nullable LocalDate to,
        String endReason,
        @Nullable Long employerId,
        String county,
        String feeTier) {
    /** Whether it covers a day. */
    public boolean on(LocalDate day) {
        LocalDate last = to;
        return !from.isAfter(day) && (last == null || !last.isBefore(day));
    }
}
