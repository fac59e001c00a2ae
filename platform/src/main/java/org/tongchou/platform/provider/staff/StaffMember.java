package org.tongchou.platform.provider.staff;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who practises at an institution.
 *
 * @param code national code
 * @param name their name
 * @param kind 医师, 护士, 药师 or 技术人员
 * @param title professional title; may be empty
 * @param specialty department or scope; may be empty
 * @param identity number of the identity document, masked; may be empty
 * @param institution code of the institution of the latest practice; may be empty
 * @param institutionName its name; may be empty
 * @param stoppedUntil last day of a stop that holds today; null while open or when there is none
 * @param stopped whether they may not prescribe for the fund today
 * @param points points of this calendar year
 * @param updatedBy who changed it last
 * @param updatedAt when
 */
public record StaffMember(
        String code,
        String name,
        String kind,
        String title,
        String specialty,
        String identity,
        String institution,
        String institutionName,
        @Nullable LocalDate stoppedUntil,
        boolean stopped,
        int points,
        String updatedBy,
        OffsetDateTime updatedAt) {
    /**
     * Somebody who is typed in or imported, with where they practise.
     *
     * @param code national code
     * @param name name
     * @param title professional title
     * @param specialty department or scope
     * @param identity number of the identity document, in the clear
     * @param institution code of the institution
     * @param begins first day there
     * @param ends last day there; null while open
     * @param department department there
     */
    public record Request(
            @Nullable String code,
            @Nullable String name,
            @Nullable String title,
            @Nullable String specialty,
            @Nullable String identity,
            @Nullable String institution,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            @Nullable String department) {
        /** Without the identity number. */
        @Override
        public String toString() {
            return "Request[" + code + "]";
        }
    }

    /**
     * Which people are wanted.
     *
     * @param text a part of code or name
     * @param kind 医师, 护士, 药师 or 技术人员
     * @param institution code of the institution they practise at today
     * @param stopped whether they may not prescribe today; null for all
     */
    record Filter(
            @Nullable String text,
            @Nullable String kind,
            @Nullable String institution,
            @Nullable Boolean stopped) {}

    /**
     * Practice at an institution.
     *
     * @param institution its code
     * @param institutionName its name
     * @param department department
     * @param begins first day
     * @param ends last day; null while open
     */
    record Practice(
            String institution,
            String institutionName,
            String department,
            LocalDate begins,
            @Nullable LocalDate ends) {}

    /**
     * Points that were given.
     *
     * @param scoredOn when
     * @param points how many
     * @param reason why
     */
    record Score(LocalDate scoredOn, int points, String reason) {}

    /**
     * Everything of a person.
     *
     * @param member the person
     * @param practices where they practise and practised
     * @param scores points given, the latest first
     */
    record File(StaffMember member, List<Practice> practices, List<Score> scores) {}
}
