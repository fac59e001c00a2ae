package org.tongchou.platform.crossregion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.web.Actor;

/**
 * People insured elsewhere who are treated here. They bear an id below zero; their home region says who they are and settles their
 * bills, which are split by our catalogue and kept here. All calls join the caller's transaction.
 */
public interface Guests {
    /** Whether a region is one that we exchange people with. */
    boolean knows(String area);

    /** Asks the home region who somebody is, and keeps it; refuses what it refuses. */
    Guest ask(String area, String certificateType, String number, LocalDate day);

    /** Somebody whom their home region told of before. */
    Person byNumber(String area, String number);

    /** Somebody by the id that their visits bear. */
    Optional<Person> find(long id);

    /** What the home region would decide. */
    Settled preview(Visit visit, Request request);

    /** Has the home region settle, and keeps it. The same message again gives the same settlement there. */
    Settled settle(Actor actor, Visit visit, Request request);

    /** Takes a settlement back, there and here. */
    Settled cancel(Actor actor, Visit visit, Settled settled, String message, boolean undone);

    /** Takes a settlement back that is not known here because its answer was lost; nothing when the message was never sent. */
    void undo(String area, String message);

    /**
     * Somebody insured elsewhere.
     *
     * @param person who
     * @param certificate number of the certificate
     * @param insured what they are insured in
     */
    record Guest(Person person, String certificate, List<Messages.Insured> insured) {}
}
