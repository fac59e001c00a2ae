package org.tongchou.platform.enrolment.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The people in the database. */
@Component
public class StoredPersons implements Persons {
    private static final String SELECT = """
            select p.id, p.number, p.name, p.certificate_type, p.certificate_masked, p.sex, p.born, p.died, p.county,
                p.household_id, p.relation, p.guardian_id, p.phone_masked
            from enrolment.person p
            """;
    private static final String ALIVE = " and p.merged_into is null and not p.cancelled";

    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final AuditLog audit;

    StoredPersons(JdbcClient database, PersonalSecrets secrets, AuditLog audit) {
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
    }

    @Override
    public Optional<Person> find(long id) {
        return one("m.id = :wanted", id);
    }

    /** The person of a file, or of the file into which it was merged. */
    private Optional<Person> one(String condition, Object wanted) {
        return database.sql(
                        SELECT + " where p.id = (select coalesce(m.merged_into, m.id) from enrolment.person m where "
                                + condition + ")" + ALIVE)
                .param("wanted", wanted)
                .query(StoredPersons::read)
                .optional();
    }

    /** A person, or 404. */
    public Person get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("参保人"));
    }

    @Override
    public Optional<Person> byIdNumber(String idNumber) {
        return Certificate.parse(idNumber)
                .findValue()
                .flatMap(certificate -> database.sql(SELECT + " where p.certificate_hash = :hash" + ALIVE)
                        .param("hash", secrets.hash(certificate.number()))
                        .query(StoredPersons::read)
                        .optional());
    }

    @Override
    public Optional<Person> byNumber(String number) {
        return one("m.number = :wanted", number);
    }

    @Override
    public List<Long> idsOf(String text, int most) {
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            return database.sql("select p.id from enrolment.person p where p.name like :name" + ALIVE
                            + " order by p.id limit :most")
                    .param("name", text.replaceAll("[%_\\\\]", "") + "%")
                    .param("most", most)
                    .query(Long.class)
                    .list();
        }
        return byIdNumber(text).or(() -> byNumber(text)).map(Person::id).stream()
                .toList();
    }

    @Override
    public List<Person> all(Collection<Long> ids) {
        return database.sql(SELECT + " where p.id = any(:ids)" + ALIVE + " order by p.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(StoredPersons::read)
                .list();
    }

    @Override
    public List<Person> newbornsOf(long guardian) {
        return database.sql(SELECT + " where p.guardian_id = :guardian" + ALIVE + " order by p.born, p.id")
                .param("guardian", guardian)
                .query(StoredPersons::read)
                .list();
    }

    @Override
    public List<Long> idsOf(long person) {
        return database.sql("select id from enrolment.person where id = :id or merged_into = :id order by id")
                .param("id", person)
                .query(Long.class)
                .list();
    }

    @Override
    public Map<String, Long> idsByIdNumber(Collection<String> idNumbers) {
        Map<String, byte[]> hashes = new HashMap<>();
        for (String given : idNumbers) {
            Certificate.parse(given)
                    .findValue()
                    .ifPresent(certificate -> hashes.put(given, secrets.hash(certificate.number())));
        }
        Map<String, Long> byHash = new HashMap<>();
        database.sql("select certificate_hash, id from enrolment.person p where certificate_hash = any(:hashes)"
                        + ALIVE)
                .param("hashes", hashes.values().toArray(byte[][]::new))
                .query(row -> {
                    byHash.put(HexFormat.of().formatHex(row.getBytes(1)), row.getLong(2));
                });
        Map<String, Long> found = new HashMap<>();
        hashes.forEach((given, hash) -> {
            Long id = byHash.get(HexFormat.of().formatHex(hash));
            if (id != null) {
                found.put(given, id);
            }
        });
        return found;
    }

    @Override
    public Map<String, Long> idsByNumber(Collection<String> numbers) {
        Map<String, Long> found = new HashMap<>();
        database.sql("select number, coalesce(merged_into, id) from enrolment.person p where number = any(:numbers)"
                        + " and not cancelled")
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        return found;
    }

    @Override
    public String certificate(Actor actor, Person person, String reason) {
        audit.record(
                actor,
                "enrolment.person.reveal",
                "enrolment.person",
                Long.toString(person.id()),
                "查看人员 " + person.number() + " 的完整证件号码",
                null,
                Map.of("reason", reason));
        return reveal(person.id());
    }

    /** The number of a person's certificate in the clear; whoever shows it must have the right and records it. */
    public String reveal(long person) {
        return secrets.open(database.sql("select certificate_sealed from enrolment.person where id = :id")
                .param("id", person)
                .query(byte[].class)
                .single());
    }

    /** Holds people until the end of the transaction, in the order of their ids. */
    public void lock(Long... ids) {
        database.sql("select id from enrolment.person where id = any(:ids) order by id for no key update")
                .param("ids", Arrays.stream(ids).sorted().toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("certificate_type"),
                row.getString("certificate_masked"),
                row.getString("sex"),
                row.getObject("born", LocalDate.class),
                row.getObject("died", LocalDate.class),
                row.getString("county"),
                row.getObject("household_id", Long.class),
                row.getString("relation"),
                row.getObject("guardian_id", Long.class),
                row.getString("phone_masked"));
    }
}
