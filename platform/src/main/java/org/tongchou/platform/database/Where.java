package org.tongchou.platform.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

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

    /** A value that the query itself names, beside its conditions. */
    public Where with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The query {@code head + where + tail} with its parameters. */
    public JdbcClient.StatementSpec query(JdbcClient database, String head, String tail) {
        return database.sql(head + conditions + tail).params(values);
    }

    /**
     * One page of a list, and how many rows there are on all of its pages.
     *
     * @param page the page that is wanted
     * @param count the query that counts them, up to the conditions
     * @param select the query that reads them, up to the conditions
     * @param order what follows the conditions, most often {@link PageQuery#orderBy}
     * @param row reads a row
     */
    public <T> Page<T> page(
            JdbcClient database, PageQuery page, String count, String select, String order, RowMapper<T> row) {
        long total = query(database, count, "").query(Long.class).single();
        List<T> rows = query(database, select, order + " limit " + page.rows() + " offset " + page.offset())
                .query(row)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    /** The same, of rows whose columns are the components of a record. */
    public <T> Page<T> page(
            JdbcClient database, PageQuery page, String count, String select, String order, Class<T> row) {
        return page(database, page, count, select, order, new SimplePropertyRowMapper<>(row));
    }
}
