package org.tongchou.platform.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/** Puts institutions under agreement by all steps at once, as two people take them: for synthetic regions. */
public interface Designations {
    /**
     * Takes the application, scores it, negotiates and signs; joins the caller's transaction.
     *
     * @return id of the agreement
     */
    long designate(Actor clerk, Actor second, Designation wanted);

    /** Lets an agreement rest. */
    void suspend(Actor clerk, Actor second, long agreement, LocalDate from, LocalDate until, String reason);

    /**
     * What is wanted.
     *
     * @param institution its code
     * @param applied day of the application
     * @param percent points given, of a hundred for every item
     * @param terms what was negotiated
     * @param number number of the agreement
     * @param begins its first day
     * @param ends its last day
     * @param depositRate share that it keeps back of what is due to the institution; null for none
     * @param depositClause where it says so; null for none
     */
    record Designation(
            String institution,
            LocalDate applied,
            int percent,
            String terms,
            String number,
            LocalDate begins,
            LocalDate ends,
            @Nullable BigDecimal depositRate,
            @Nullable String depositClause) {}
}
