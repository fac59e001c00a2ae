package org.tongchou.platform.browser;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tongchou.platform.TestUnits;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** People of the browser tests, in the database of the test class. */
final class People {
    private static final String PASSWORD = "Correct-Horse-7";

    private final JdbcClient database;
    private final Units units;
    private final PasswordEncoder encoder;
    private final List<RightCatalogue> catalogues;

    People(JdbcClient database, Units units, PasswordEncoder encoder, List<RightCatalogue> catalogues) {
        this.database = database;
        this.units = units;
        this.encoder = encoder;
        this.catalogues = List.copyOf(catalogues);
    }

    /** Somebody who may do everything everywhere. */
    Person everything() {
        return everything("everything", "演示经办");
    }

    /** Somebody of this name who may do everything everywhere. */
    Person everything(String name, String displayName) {
        return create(
                name,
                displayName,
                catalogues.stream()
                        .flatMap(catalogue -> catalogue.rights().stream())
                        .map(RightDefinition::code)
                        .collect(Collectors.toSet()));
    }

    /** Somebody who may do nothing but what everybody signed in may. */
    Person nothing() {
        return create("nothing", "演示新人", Set.of());
    }

    /** Creates a user with a role of their own, once a database. */
    Person create(String name, String displayName, Set<String> rights) {
        if (units.all().isEmpty()) {
            TestUnits.create(units);
        }
        database.sql("""
                        insert into identity.role (code, name, kind, updated_by)
                        values (:name, :display, 'business', 'test') on conflict do nothing""").param("name", name).param("display", displayName).update();
        for (String right : rights) {
            database.sql("""
                            insert into identity.role_right (role_id, right_code)
                            select id, :right from identity.role where code = :name on conflict do nothing""").param("right", right).param("name", name).update();
        }
        database.sql("""
                        insert into identity.user_account (user_name, display_name, unit_id, scope, password_hash,
                            password_set_at, password_temporary, updated_by)
                        values (:name, :display, :unit, 'all', :hash, :now, false, 'test') on conflict do nothing""")
                .param("name", name)
                .param("display", displayName)
                .param("unit", units.all().get(0).id())
                .param("hash", encoder.encode(PASSWORD))
                .param("now", java.sql.Timestamp.from(Instant.now()))
                .update();
        database.sql("""
                        insert into identity.user_role (user_id, role_id)
                        select u.id, r.id from identity.user_account u join identity.role r on r.code = u.user_name
                        where u.user_name = :name on conflict do nothing""").param("name", name).update();
        return new Person(name, displayName, PASSWORD);
    }

    /** Asks somebody's role for a second factor. */
    void askForSecondFactor(Person person) {
        database.sql("update identity.role set second_factor = true where code = :name")
                .param("name", person.userName())
                .update();
    }

    /** Ends all sessions of somebody, as when they were idle for too long. */
    void endSessions(Person person) {
        database.sql("update identity.user_account set session_no = session_no + 1 where user_name = :name")
                .param("name", person.userName())
                .update();
    }

    /**
     * Somebody who can sign in.
     *
     * @param userName sign-in name
     * @param displayName name on screen
     * @param password password
     */
    record Person(String userName, String displayName, String password) {}
}
