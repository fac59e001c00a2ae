package org.tongchou.platform.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.platform.web.Actor;

/** The people on file. Who was filed twice and merged is always told as the file that stayed. */
public interface Persons {
    /** A person by id; also by that of a file that was merged into this one. */
    Optional<Person> find(long id);

    /** A person by the number of the certificate, in any usual spelling. */
    Optional<Person> byIdNumber(String idNumber);

    /** A person by 人员编号. */
    Optional<Person> byNumber(String number);

    /**
     * The number of a person's certificate in the clear, for an institution that has the person before it; that it was told is
     * recorded. Joins the caller's transaction.
     */
    String certificate(Actor actor, Person person, String reason);

    /**
     * Ids of those that somebody looks for by what people type, in the order of their ids.
     *
     * @param text beginning of the name, 人员编号, or number of the certificate
     * @param most at most so many
     */
    List<Long> idsOf(String text, int most);

    /** People by id, in the order of their ids; unknown ids are left out. */
    List<Person> all(Collection<Long> ids);

    /** Those who were enrolled as newborns under a person, the eldest first. */
    List<Person> newbornsOf(long guardian);

    /** All ids under which rows of a person may stand in other modules: its own and those of files merged into it. */
    List<Long> idsOf(long person);

    /** Ids by certificate number as it was given, of those that are on file: for lists of thousands. */
    Map<String, Long> idsByIdNumber(Collection<String> idNumbers);

    /** Ids by 人员编号, of those that are on file: for lists of thousands. */
    Map<String, Long> idsByNumber(Collection<String> numbers);
}
