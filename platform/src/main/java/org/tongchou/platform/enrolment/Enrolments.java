package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.coverage.MemberFile;

/** What people are enrolled in. */
public interface Enrolments {
    /** The periods of a person, those that were cancelled left out, in order of time. */
    List<Enrolment> of(long person);

    /** The person as the engine's calculators see one, with all identities and their periods. */
    Insured insured(long person);

    /** All that decides on benefits, payments included, as the engine's coverage decision asks for it. */
    MemberFile file(long person);

    /**
     * Gives the people that are asked for one by one, in the order of their ids; memory stays bounded. Within a
     * transaction of its own that only reads, or in the caller's.
     */
    void each(EnrolledQuery query, Consumer<Enrolled> consumer);

    /** Heads by cuts, in no stated order; cells without heads are left out. By no cut at all: one cell with the sum. */
    List<HeadCount> count(EnrolledQuery query, Set<HeadCut> cuts);

    /** The identity words of a person that hold on a day. */
    List<String> identities(long person, LocalDate day);

    /** The class of the pack's group {@code aid} for identity words: the highest counts; {@code none} for none. */
    String aidClass(List<String> identities);
}
