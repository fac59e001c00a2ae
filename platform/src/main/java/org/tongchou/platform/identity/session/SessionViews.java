package org.tongchou.platform.identity.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.identity.policy.Policies;
import org.tongchou.platform.identity.session.SignedInSession.Pending;
import org.tongchou.platform.web.Actor;

/** Puts the session together for the console. */
@Component
class SessionViews {
    private final JdbcClient database;
    private final Policies policies;
    private final boolean demo;
    private final boolean external;

    SessionViews(JdbcClient database, Policies policies, Environment environment) {
        this.database = database;
        this.policies = policies;
        this.external = !environment.getProperty("tongchou.oidc-issuer", "").isEmpty();
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    SessionController.View of(@Nullable Actor actor, Pending pending) {
        return new SessionController.View(
                actor != null,
                actor == null ? null : user(actor),
                actor == null ? List.of() : actor.rights().stream().sorted().toList(),
                pending == Pending.PASSWORD,
                pending == Pending.SECOND_FACTOR,
                region(actor),
                demo,
                !demo && actor == null && nobodyExists(),
                policies.current().sessionMinutes(),
                external ? "/oauth2/authorization/sso" : null);
    }

    private SessionController.User user(Actor actor) {
        return new SessionController.User(
                actor.userId(),
                actor.userName(),
                actor.displayName(),
                actor.unitId(),
                first("select name from identity.unit where id = :id", actor.unitId()),
                actor.allUnits(),
                database.sql("""
                                select r.name from identity.user_role ur join identity.role r on r.id = ur.role_id
                                where ur.user_id = :id and r.active order by r.name""")
                        .param("id", actor.userId())
                        .query(String.class)
                        .list());
    }

    private String region(@Nullable Actor actor) {
        return actor == null
                ? first(
                        "select region from identity.unit where parent_id is null and active and id >= :id order by id limit 1",
                        0)
                : first("select region from identity.unit where id = :id", actor.unitId());
    }

    private boolean nobodyExists() {
        return database.sql("select not exists (select from identity.user_account)")
                .query(Boolean.class)
                .single();
    }

    private String first(String sql, long id) {
        return database.sql(sql).param("id", id).query(String.class).optional().orElse("");
    }
}
