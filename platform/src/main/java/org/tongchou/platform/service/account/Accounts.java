package org.tongchou.platform.service.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.identity.InsuredUsers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Accounts of insured persons. */
@Service
public class Accounts {
    private static final String OBJECT = "service.account";

    private final JdbcClient database;
    private final InsuredUsers users;
    private final Persons persons;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(JdbcClient database, InsuredUsers users, Persons persons, Region region, AuditLog audit, Clock clock) {
        this.database = database;
        this.users = users;
        this.persons = persons;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An account.
     *
     * @param userId its user
     * @param userName sign-in name
     * @param personId whose file it reads
     * @param checked which papers were checked
     * @param openedName who opened it
     * @param openedAt when
     * @param closedName who closed it; empty while it is open
     * @param closedAt when; null while it is open
     * @param closeReason why; empty while it is open
     */
    record Account(
            long userId,
            String userName,
            long personId,
            String checked,
            String openedName,
            OffsetDateTime openedAt,
            String closedName,
            @Nullable OffsetDateTime closedAt,
            String closeReason) {}

    /**
     * What somebody needs for the first sign-in, shown once.
     *
     * @param userName sign-in name
     * @param password one-time password
     */
    record OneTime(String userName, String password) {}

    /** The person whose file a user reads; empty for staff and after closing. */
    public Optional<Person> personOf(Actor actor) {
        return database.sql("select person_id from service.account where user_id = :user and closed_at is null")
                .param("user", actor.userId())
                .query(Long.class)
                .optional()
                .flatMap(persons::find);
    }

    List<Account> of(Actor actor, long personId) {
        Person person = seen(actor, personId);
        return database.sql("select * from service.account where person_id = any(:persons) order by opened_at desc")
                .param("persons", persons.idsOf(person.id()).toArray(Long[]::new))
                .query(Account.class)
                .list();
    }

    /** Opens an account for somebody whose identity was checked. */
    @Transactional
    OneTime open(Actor actor, @Nullable Long personId, @Nullable String checked) {
        Person person = seen(actor, Given.required("参保人", personId));
        String papers = Given.requiredLine("核验的证件", checked, 100);
        if (person.died() != null) {
            throw Refusal.conflict("E-SVC-001", "参保人已经死亡，不能开立查询账户");
        }
        long before = of(actor, person.id()).size();
        String name = "p" + person.number().toLowerCase(Locale.ROOT) + (before == 0 ? "" : "-" + (before + 1));
        try {
            InsuredUsers.Made made = users.create(actor, name, person.name());
            database.sql("""
                            insert into service.account (user_id, user_name, person_id, county, checked, opened_by, opened_name,
                                opened_at)
                            values (:user, :name, :person, :county, :checked, :who, :whoName, :now)""")
                    .param("user", made.userId())
                    .param("name", name)
                    .param("person", person.id())
                    .param("county", person.county())
                    .param("checked", papers)
                    .param("who", actor.userId())
                    .param("whoName", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            record(actor, "open", "开立", name);
            return new OneTime(name, made.password());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-SVC-002", "参保人 " + person.number() + " 已有查询账户，忘记口令请重置");
        }
    }

    /** Gives a new one-time password. */
    @Transactional
    OneTime renew(Actor actor, long userId) {
        Account account = standing(actor, userId);
        String password = users.resetPassword(actor, userId);
        record(actor, "renew", "重置口令", account.userName());
        return new OneTime(account.userName(), password);
    }

    /** Closes an account for good. */
    @Transactional
    void close(Actor actor, long userId, @Nullable String reason) {
        Account account = standing(actor, userId);
        String why = Given.requiredLine("注销原因", reason, 200);
        users.close(actor, userId);
        database.sql("""
                        update service.account set closed_by = :who, closed_name = :name, closed_at = :now, close_reason = :reason
                        where user_id = :user""")
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("reason", why)
                .param("user", userId)
                .update();
        record(actor, "close", "注销", account.userName());
    }

    private Account standing(Actor actor, long userId) {
        Account account = database.sql(
                        "select * from service.account where user_id = :user and closed_at is null for update")
                .param("user", userId)
                .query(Account.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这个查询账户"));
        seen(actor, account.personId());
        return account;
    }

    private Person seen(Actor actor, long personId) {
        Person person = persons.find(personId).orElseThrow(() -> Refusal.notFound("参保人"));
        actor.mustSee(region.county(person.county()).unitId());
        return person;
    }

    private void record(Actor actor, String act, String verb, String userName) {
        audit.record(
                actor, "service.account." + act, OBJECT, userName, "参保人查询账户" + verb + " " + userName, null, Map.of());
    }
}
