package org.tongchou.platform.settlement;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.enrolment.Person;

/** Visits from their registration to their end. All calls join the caller's transaction. */
public interface Visits {
    /** Registers a visit; refuses somebody who lies in a hospital already, and a provider without an agreement. */
    Visit open(NewVisit visit);

    /**
     * Registers care that is over and that no provider reported: under {@link Visit#DESK} instead of a provider, whose code stands in
     * the details as {@code hospital}.
     *
     * @param level level of the provider ({@code hosp_lv})
     * @param ended when it ended
     */
    Visit openPast(NewVisit visit, String level, LocalDateTime ended);

    /** Ends a visit from which nothing came, with its charges; refused when something of it is settled. */
    void abandon(Visit visit);

    /** Registers a visit at a provider of another region, as that region tells it. */
    Visit openElsewhere(NewVisit visit, String providerLevel, @Nullable LocalDateTime ended);

    /** A visit of a provider; refuses another's as if there were none. */
    Visit get(String provider, String number);

    /** As {@link #get}, held until the caller's transaction ends. */
    Visit lock(String provider, String number);

    /** Visits of a person that began within a time, the latest first. */
    List<Visit> of(long person, LocalDateTime from, LocalDateTime to);

    /** The stay of a person that lasts. */
    Optional<Visit> staying(long person);

    /** Changes what is known of a visit that is not settled. */
    void change(Visit visit, Map<String, String> details);

    /** Says what kind of visit it is and for which special disease; refused when something of it was settled. */
    Visit specify(Visit visit, String kind, String nationalKind, String disease);

    /** Replaces the diagnoses at the beginning or the end. */
    void diagnose(Visit visit, boolean atEnd, List<Diagnosis> diagnoses);

    /** The diagnoses. */
    List<Diagnosis> diagnoses(Visit visit, boolean atEnd);

    /** What else is known of a visit. */
    Map<String, String> details(Visit visit);

    /** Ends a stay (出院办理). */
    void discharge(Visit visit, LocalDateTime at);

    /** Takes the end of a stay back (出院撤销); refused when it is settled. */
    void readmit(Visit visit);

    /** Takes a visit back; refused when charges or settlements stand. */
    void cancel(Visit visit);

    /**
     * What is registered.
     *
     * @param person who
     * @param scheme scheme that pays
     * @param kind word of the pack
     * @param nationalKind code of the national interface
     * @param provider code of the provider
     * @param inpatient whether it is a stay
     * @param place {@code local} …
     * @param filing {@code none} …
     * @param begun when it began
     * @param disease special disease; empty for none
     * @param details whatever else was told
     */
    record NewVisit(
            Person person,
            String scheme,
            String kind,
            String nationalKind,
            String provider,
            boolean inpatient,
            String place,
            String filing,
            LocalDateTime begun,
            String disease,
            Map<String, String> details) {}

    /**
     * A diagnosis.
     *
     * @param type {@code diag_type}
     * @param sort its place
     * @param main whether it is the main one
     * @param code ICD-10 code or that of traditional medicine
     * @param name name
     * @param details whatever else was told
     */
    record Diagnosis(String type, int sort, boolean main, String code, String name, Map<String, String> details) {}
}
