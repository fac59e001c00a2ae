package org.tongchou.platform.identity.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Reads users within somebody's scope. */
@Component
class UserStore {
    private static final String SELECT = """
            select u.id, u.user_name, u.display_name, u.unit_id, n.name as unit_name, u.scope, u.active,
                u.totp_confirmed_at is not null as second_factor, u.last_sign_in_at, u.password_temporary,
                coalesce(g.locked_until > :now, false) as locked, u.external_subject, u.version, u.updated_by,
                to_char(u.updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as updated_at,
                array(select r.id from identity.user_role ur join identity.role r on r.id = ur.role_id
                    where ur.user_id = u.id order by r.id) as role_ids,
                array(select r.name from identity.user_role ur join identity.role r on r.id = ur.role_id
                    where ur.user_id = u.id order by r.id) as role_names,
                array(select distinct r.kind from identity.user_role ur join identity.role r on r.id = ur.role_id
                    where ur.user_id = u.id) as kinds
            from identity.user_account u
            join identity.unit n on n.id = u.unit_id
            left join identity.sign_in_guard g on g.user_name = u.user_name""";

    private static final String SCOPE = " where (:all or u.unit_id = any(:units))";

    private static final Map<String, String> SORTABLE = Map.of(
            "userName", "u.user_name",
            "displayName", "u.display_name",
            "unitName", "n.name",
            "lastSignInAt", "u.last_sign_in_at");

    private final JdbcClient database;
    private final Clock clock;

    UserStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param text part of the sign-in name or the name
     * @param unitId the unit
     * @param roleId a role they hold
     * @param active whether they are in use
     */
    record Filter(
            @Nullable String text,
            @Nullable Long unitId,
            @Nullable Long roleId,
            @Nullable Boolean active) {}

    Page<User> page(Actor actor, Filter filter, PageQuery query) {
        StringBuilder where = new StringBuilder(SCOPE);
        Map<String, Object> values = scope(actor);
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and (u.user_name ilike :text or u.display_name ilike :text)");
            values.put("text", "%" + filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (filter.unitId() != null) {
            where.append(" and u.unit_id = :unit");
            values.put("unit", filter.unitId());
        }
        if (filter.roleId() != null) {
            where.append(
                    " and exists (select from identity.user_role ur where ur.user_id = u.id and ur.role_id = :role)");
            values.put("role", filter.roleId());
        }
        if (filter.active() != null) {
            where.append(" and u.active = :active");
            values.put("active", filter.active());
        }
        List<User> rows = database.sql(
                        SELECT + where + query.orderBy(SORTABLE, "u.id") + " limit :limit offset :offset")
                .params(values)
                .param("limit", query.rows())
                .param("offset", query.offset())
                .query(UserStore::user)
                .list();
        long total = database.sql("select count(*) from (" + SELECT + where + ") as found")
                .params(values)
                .query(Long.class)
                .single();
        return new Page<>(rows, total, query.number(), query.rows());
    }

    /** A user within the scope; refuses with 404 otherwise. */
    User get(Actor actor, long id) {
        return database.sql(SELECT + SCOPE + " and u.id = :id")
                .params(scope(actor))
                .param("id", id)
                .query(UserStore::user)
                .optional()
                .orElseThrow(() -> Refusal.notFound("用户"));
    }

    private Map<String, Object> scope(Actor actor) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", OffsetDateTime.now(clock));
        values.put("all", actor.allUnits());
        values.put("units", actor.unitIds().toArray(Long[]::new));
        return values;
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getLong("id"),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("scope"),
                row.getBoolean("active"),
                row.getBoolean("second_factor"),
                row.getBoolean("locked"),
                row.getBoolean("password_temporary"),
                Optional.ofNullable(row.getObject("last_sign_in_at", OffsetDateTime.class))
                        .map(time -> time.atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai"))
                                .toOffsetDateTime())
                        .orElse(null),
                Arrays.asList((Long[]) row.getArray("role_ids").getArray()),
                Arrays.asList((String[]) row.getArray("role_names").getArray()),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                row.getString("external_subject"),
                row.getInt("version"),
                row.getString("updated_by"),
                row.getString("updated_at"));
    }

    /**
     * A user.
     *
     * @param scope data scope: own, below or all
     * @param secondFactor whether there is a second factor
     * @param locked whether signing in is locked now
     * @param passwordTemporary whether the password must be changed at the next sign-in
     * @param kinds kinds of the roles
     * @param externalSubject id with the organisation's own sign-in
     */
    record User(
            long id,
            String userName,
            String displayName,
            long unitId,
            String unitName,
            String scope,
            boolean active,
            boolean secondFactor,
            boolean locked,
            boolean passwordTemporary,
            @Nullable OffsetDateTime lastSignInAt,
            List<Long> roleIds,
            List<String> roleNames,
            List<String> kinds,
            @Nullable String externalSubject,
            int version,
            String updatedBy,
            String updatedAt) {}
}
