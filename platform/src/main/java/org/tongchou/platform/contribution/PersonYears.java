package org.tongchou.platform.contribution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.tongchou.platform.web.Actor;

/** Looks after what people owe themselves, for programs that do so for many. */
public interface PersonYears {
    /**
     * What people have not paid yet, in fen by id of the person; who owes nothing is left out.
     *
     * @param scheme {@code resident} or {@code employee}
     * @param period a year {@code 2026}, or a month {@code 2026-03}
     */
    Map<Long, Long> owed(String scheme, String period, Collection<Long> persons);

    /** Claims the aided shares of residents from the fiscal levels and posts them by another person; nothing when none is open. */
    void claimAid(Actor clerk, Actor second, int year, LocalDate day, String document);

    /** Carries what residents paid in advance into the income of a year that has begun; nothing when none is open. */
    void carry(Actor actor, int year);
}
