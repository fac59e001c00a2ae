package org.tongchou.platform.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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

    /**
     * As the other, of many employers at once: a few statements for all of them.
     *
     * @param wages monthly wages by credit code of the employer
     */
    void draft(Actor actor, YearMonth month, Map<String, Map<Long, Long>> wages);

    /** Hands a draft over for review. */
    void submit(Actor actor, long declaration);

    /** Hands drafts over for review. */
    void submit(Actor actor, Collection<Long> declarations);

    /** Makes the bill of it, and settles it when the money is there already; never by who entered it. */
    void accept(Actor actor, long declaration);

    /** The bill of an employer's month; empty when nothing was reviewed. */
    Optional<Bill> bill(String employerCode, YearMonth month);

    /** What settles a bill that is paid whole on a day, in fen: the dues, and the late fee when it is late. */
    long payable(Bill bill, LocalDate day);

    /**
     * A bill.
     *
     * @param declaration id of the declaration that it is made of
     * @param month its month
     * @param dueFen dues
     * @param due last day in time
     * @param settled whether it is paid whole
     */
    record Bill(long declaration, YearMonth month, long dueFen, LocalDate due, boolean settled) {}

    /** Makes the bills of them, and settles those for which the money is there already. */
    void accept(Actor actor, Collection<Long> declarations);
}
