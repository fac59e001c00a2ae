package org.tongchou.platform.enrolment.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.privacy.PersonalSecrets;

/** Changes rows on file; the database keeps what they were before, under the act that was named. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Writer {
    private final JdbcClient database;
    private final Registry registry;
    private final PersonalSecrets secrets;

    Writer(JdbcClient database, Registry registry, PersonalSecrets secrets) {
        this.database = database;
        this.registry = registry;
        this.secrets = secrets;
    }

    /** Names the act for the rest of the transaction. */
    public void under(long act) {
        database.sql("select set_config('enrolment.act', :act, true)")
                .param("act", Long.toString(act))
                .query(String.class)
                .single();
    }

    /** Puts a period on file. */
    public void enrol(long act, Registry.NewEnrolment period) {
        registry.enrolments(act, List.of(period));
    }

    /** Puts an identity on file. */
    public void identify(long act, Registry.NewIdentity identity) {
        registry.identities(act, List.of(identity));
    }

    /** Puts a person on file. */
    public long person(long act, Registry.NewPerson person) {
        return registry.persons(act, List.of(person)).get(0);
    }

    /** The household of a number; made when there is none. */
    public long household(long act, String number, String county, String address) {
        return database.sql("select id from enrolment.household where number = :number")
                .param("number", number)
                .query(Long.class)
                .optional()
                .orElseGet(() -> registry.households(act, List.of(new Registry.NewHousehold(number, county, address)))
                        .get(0));
    }

    /** Ends a period; a period that would end before it began never was. */
    public void end(long enrolment, LocalDate last, String reason) {
        database.sql("""
                        update enrolment.enrolment set to_day = greatest(:last, from_day), end_reason = :reason,
                            cancelled = :last < from_day
                        where id = :id""")
                .param("id", enrolment)
                .param("last", last)
                .param("reason", reason)
                .update();
    }

    /** Ends an identity; one that would end before it began never was. */
    public void endIdentity(long identity, LocalDate last, String reason) {
        database.sql("""
                        update enrolment.identity set to_day = greatest(:last, from_day), end_reason = :reason,
                            cancelled = :last < from_day
                        where id = :id""")
                .param("id", identity)
                .param("last", last)
                .param("reason", reason)
                .update();
    }

    /** Ends everything of people at their death: periods and identities that last longer. */
    public void die(Map<Long, LocalDate> died) {
        Long[] ids = died.keySet().toArray(Long[]::new);
        String[] days = died.values().stream().map(LocalDate::toString).toArray(String[]::new);
        String dead = " from unnest(:ids::bigint[], :days::date[]) as dead (person, day)";
        database.sql("update enrolment.person p set died = dead.day" + dead + " where p.id = dead.person")
                .param("ids", ids)
                .param("days", days)
                .update();
        for (String table : List.of("enrolment", "identity")) {
            database.sql("update enrolment." + table
                            + " r set to_day = greatest(dead.day, r.from_day), end_reason = '死亡',"
                            + " cancelled = dead.day < r.from_day" + dead
                            + " where r.person_id = dead.person and not r.cancelled"
                            + " and (r.to_day is null or r.to_day > dead.day)")
                    .param("ids", ids)
                    .param("days", days)
                    .update();
        }
    }

    /** Changes the certificate of a person. */
    public void certificate(long person, Certificate certificate) {
        database.sql("""
                        update enrolment.person set certificate_type = :type, certificate_hash = :hash,
                            certificate_sealed = :sealed, certificate_masked = :masked
                        where id = :id""")
                .param("id", person)
                .param("type", certificate.type())
                .param("hash", secrets.hash(certificate.number()))
                .param("sealed", secrets.seal(certificate.number()))
                .param("masked", certificate.masked())
                .update();
    }

    /** Changes the telephone number of a person. */
    public void phone(long person, String phone) {
        database.sql("update enrolment.person set phone_sealed = :sealed, phone_masked = :masked where id = :id")
                .param("id", person)
                .param("sealed", secrets.seal(phone))
                .param("masked", PersonalSecrets.masked(phone))
                .update();
    }
}
