package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An insured person, without the identity number.
 *
 * @param id its id
 * @param number 人员编号
 * @param name name
 * @param certificateType 证件类型, two digits; 01 for an identity card
 * @param masked the certificate's number as everybody may see it
 * @param sex {@code male} or {@code female}; empty when not known
 * @param born day of birth
 * @param died day of death; null while alive
 * @param county six digits
 * @param householdId the household; null when not known
 * @param relation 与户主关系; empty when not known
 * @param guardianId the parent under whom a newborn was enrolled; null for all others
 * @param phone the telephone number, masked; empty when there is none
 */
public record Person(
        long id,
        String number,
        String name,
        String certificateType,
        String masked,
        String sex,
        LocalDate born,
        @Nullable LocalDate died,
        String county,
        @Nullable Long householdId,
        String relation,
        @Nullable Long guardianId,
        String phone) {}
