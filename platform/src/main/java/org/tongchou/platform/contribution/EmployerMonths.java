package org.tongchou.platform.contribution;

import java.time.YearMonth;
import java.util.Map;
import org.tongchou.platform.web.Actor;

/** Declares employers' months; each call joins the caller's transaction and records itself. */
public interface EmployerMonths {
    /**
     * Drafts a month with the people who are enrolled, or adds wages to its draft.
     *
     * @param wages monthly wage in fen by id of the person; people left out keep the wage they had
     * @return id of the declaration
     */
    long draft(Actor actor, String employerCode, YearMonth month, Map<Long, Long> wages);

    /** Hands a draft over for review. */
    void submit(Actor actor, long declaration);

    /** Makes the bill of it, and settles it when the money is there already; never by who entered it. */
    void accept(Actor actor, long declaration);
}
