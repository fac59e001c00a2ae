package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import java.util.List;

/**
 * A person who is enrolled on a day, with what decides on dues and heads.
 *
 * @param enrolment the period
 * @param personNumber 人员编号
 * @param name name
 * @param born day of birth
 * @param sex {@code male} or {@code female}; empty when not known
 * @param identities identities on the day, as words of the pack
 * @param aidClass 救助类别 on the day; {@code none} for none
 */
public record Enrolled(
        Enrolment enrolment,
        String personNumber,
        String name,
        LocalDate born,
        String sex,
        List<String> identities,
        String aidClass) {
    /** Copies the list. */
    public Enrolled {
        identities = List.copyOf(identities);
    }
}
