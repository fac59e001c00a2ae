package org.tongchou.platform.enrolment.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Credentials;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Issues credentials and signs tokens: serial, end, order, signature; nothing personal stands in them. */
@Service
class IssuedCredentials implements Credentials {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String SIGNED = "credential token ";
    private static final String OBJECT = "enrolment.credential";

    private final JdbcClient database;
    private final StoredPersons persons;
    private final Rules rules;
    private final PersonalSecrets secrets;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IssuedCredentials(
            JdbcClient database,
            StoredPersons persons,
            Rules rules,
            PersonalSecrets secrets,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.rules = rules;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A credential.
     *
     * @param id its id
     * @param personId whose
     * @param serial its number
     * @param issuedAt when it was issued
     * @param issuedBy by whom
     * @param revokedAt when it was revoked; null while it is valid
     * @param reason why
     */
    record Credential(
            long id,
            long personId,
            String serial,
            OffsetDateTime issuedAt,
            String issuedBy,
            @Nullable OffsetDateTime revokedAt,
            String reason) {}

    /**
     * A token.
     *
     * @param token its text
     * @param until when it runs out
     */
    record Token(String token, Instant until) {}

    List<Credential> of(Actor actor, long person) {
        return database.sql("""
                        select id, person_id, serial, issued_at, issued_by, revoked_at, reason from enrolment.credential
                        where person_id = :person order by id desc""")
                .param("person", rules.person(actor, "参保人", person).id())
                .query(Credential.class)
                .list();
    }

    @Transactional
    Credential issue(Actor actor, long id) {
        Person person = rules.living(actor, "参保人", id);
        persons.lock(person.id());
        if (of(actor, person.id()).stream().anyMatch(credential -> credential.revokedAt() == null)) {
            throw Refusal.conflict("E-ENR-701", "人员 " + person.number() + " 已有有效的电子凭证");
        }
        database.sql("insert into enrolment.credential (person_id, serial, issued_by) values (:person, :serial, :by)")
                .param("person", person.id())
                .param("serial", "EC" + random())
                .param("by", actor.displayName())
                .update();
        Credential made = of(actor, person.id()).get(0);
        record(actor, "enrolment.credential.issue", made, "签发电子凭证：人员 " + person.number());
        return made;
    }

    @Transactional
    Credential revoke(Actor actor, long id, @Nullable String reason) {
        Credential before = valid(actor, id);
        database.sql("""
                        update enrolment.credential set revoked_at = now(), revoked_by = :by, reason = :reason where id = :id""")
                .param("by", actor.displayName())
                .param("reason", Given.requiredLine("停用原因", reason, 200))
                .param("id", id)
                .update();
        record(actor, "enrolment.credential.revoke", before, "停用电子凭证 " + before.serial());
        return of(actor, before.personId()).stream()
                .filter(credential -> credential.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** A token of a valid credential, good for five minutes. */
    @Transactional
    Token token(Actor actor, long id) {
        Credential credential = valid(actor, id);
        Instant until = clock.instant().plus(LIFE);
        String said = credential.serial() + "." + until.getEpochSecond() + "." + random();
        record(actor, "enrolment.credential.token", credential, "生成电子凭证令牌 " + credential.serial());
        return new Token(said + "." + signature(said), until);
    }

    private Credential valid(Actor actor, long id) {
        Credential credential = database.sql("""
                        select id, person_id, serial, issued_at, issued_by, revoked_at, reason from enrolment.credential
                        where id = :id""")
                .param("id", id)
                .query(Credential.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("电子凭证"));
        rules.living(actor, "参保人", credential.personId());
        if (credential.revokedAt() != null) {
            throw Refusal.conflict("E-ENR-702", "电子凭证 " + credential.serial() + " 已停用");
        }
        return credential;
    }

    @Override
    public Optional<Person> find(String token) {
        int end = token.lastIndexOf('.');
        String[] parts = token.split("\\.", -1);
        if (parts.length != 4 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        String said = token.substring(0, end);
        boolean ours = MessageDigest.isEqual(
                signature(said).getBytes(StandardCharsets.US_ASCII), parts[3].getBytes(StandardCharsets.UTF_8));
        if (!ours || clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[1])))) {
            return Optional.empty();
        }
        return database.sql("select person_id from enrolment.credential where serial = :serial and revoked_at is null")
                .param("serial", parts[0])
                .query(Long.class)
                .optional()
                .flatMap(persons::find)
                .filter(person -> person.died() == null);
    }

    private String signature(String said) {
        return HexFormat.of().formatHex(secrets.hash(SIGNED + said));
    }

    private String random() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private void record(Actor actor, String action, Credential credential, String summary) {
        audit.record(actor, action, OBJECT, Long.toString(credential.id()), summary, null, Map.of());
    }
}
