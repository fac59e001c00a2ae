package org.tongchou.platform.identity.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.identity.Colleagues;
import org.tongchou.platform.web.Actor;

/** Makes the {@link Actor} of a user from what is granted now. */
@Component
public class Actors implements Colleagues {
    private static final String RIGHTS = """
            select distinct rr.right_code from identity.user_role ur
            join identity.role r on r.id = ur.role_id and r.active
            join identity.role_right rr on rr.role_id = r.id
            where ur.user_id = :id""";

    private static final String ROLES = """
            select r.code from identity.user_role ur join identity.role r on r.id = ur.role_id and r.active
            where ur.user_id = :id order by r.code""";

    private static final String BELOW = """
            with recursive t as (
                select id from identity.unit where id = :unit
                union all
                select u.id from identity.unit u join t on u.parent_id = t.id)
            select id from t""";

    private final JdbcClient database;

    Actors(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Actor> holding(String right) {
        return database.sql("""
                        select u.id from identity.user_account u where u.active and exists (
                            select from identity.user_role ur join identity.role r on r.id = ur.role_id and r.active
                                join identity.role_right rr on rr.role_id = r.id
                            where ur.user_id = u.id and rr.right_code = :right)
                        order by u.display_name, u.id""").param("right", right).query(Long.class).list().stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    @Override
    public Optional<Actor> find(long userId) {
        return database.sql("""
                        select user_name, display_name, unit_id, scope from identity.user_account
                        where id = :id and active""")
                .param("id", userId)
                .query((row, number) -> {
                    long unit = row.getLong("unit_id");
                    String scope = row.getString("scope");
                    return new Actor(
                            userId,
                            row.getString("user_name"),
                            row.getString("display_name"),
                            unit,
                            units(scope, unit),
                            scope.equals("all"),
                            texts(ROLES, userId),
                            Set.copyOf(texts(RIGHTS, userId)));
                })
                .optional();
    }

    private List<Long> units(String scope, long unit) {
        return switch (scope) {
            case "all" -> List.of();
            case "below" ->
                database.sql(BELOW).param("unit", unit).query(Long.class).list();
            default -> List.of(unit);
        };
    }

    private List<String> texts(String sql, long userId) {
        return database.sql(sql).param("id", userId).query(String.class).list();
    }
}
