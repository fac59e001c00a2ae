package org.tongchou.platform.database;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions of a list with their parameters. Conditions are constants of the code; values only ever are parameters. */
public final class Where {
    private final StringBuilder conditions = new StringBuilder(" where true");
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** A condition without a value of its own. */
    public Where and(String condition) {
        conditions.append(" and ").append(condition);
        return this;
    }

    /** A condition on the parameter {@code name}. */
    public Where and(String condition, String name, Object value) {
        values.put(name, value);
        return and(condition);
    }

    /** A condition that only holds when a value was asked for. */
    public Where when(@Nullable Object value, String condition, String name) {
        if (value == null) {
            return this;
        }
        if (value instanceof String text) {
            return text.isBlank() ? this : and(condition, name, text.strip());
        }
        return and(condition, name, value);
    }

    /** The clause. */
    public String sql() {
        return conditions.toString();
    }

    /** The query {@code head + where + tail} with its parameters. */
    public JdbcClient.StatementSpec query(JdbcClient database, String head, String tail) {
        return database.sql(head + conditions + tail).params(values);
    }
}
