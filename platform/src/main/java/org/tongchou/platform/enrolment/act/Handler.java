package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/**
 * Does one kind of act.
 *
 * @param <F> what is filled in for it
 */
interface Handler<F extends Form> {
    /** Which kind. */
    ActKind kind();

    /** What is filled in. */
    Class<F> form();

    /** Refuses what breaks a rule; asked when it is entered and again before it is done. */
    Draft check(Actor actor, F form);

    /** Does it, under the act and within its transaction. */
    Done apply(Applying in, F form);

    /**
     * An act as far as the rules can tell before it is done.
     *
     * @param personId whom it is about; null for a new person or none
     * @param subject name of the person or employer
     * @param county six digits
     * @param summary one Chinese sentence without names and identity numbers
     * @param effective from when it holds
     * @param notes what should be looked at
     */
    record Draft(
            @Nullable Long personId,
            String subject,
            String county,
            String summary,
            LocalDate effective,
            List<String> notes) {
        static Draft of(
                org.tongchou.platform.enrolment.Person person, String summary, LocalDate effective, String... notes) {
            return new Draft(
                    person.id(),
                    person.name(),
                    person.county(),
                    "人员 " + person.number() + " " + summary,
                    effective,
                    List.of(notes));
        }
    }

    /**
     * An act under way.
     *
     * @param actor who reviews it
     * @param act its id
     * @param draft what the rules told
     */
    record Applying(Actor actor, long act, Draft draft) {}

    /**
     * What came of it.
     *
     * @param personId whom it is about; null when about nobody
     * @param otherId a second file, see {@link org.tongchou.platform.enrolment.StandingChange#otherId}; 0 for none
     */
    record Done(@Nullable Long personId, long otherId) {
        static Done of(long person) {
            return new Done(person, 0);
        }
    }
}
