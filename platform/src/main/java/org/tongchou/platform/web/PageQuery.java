package org.tongchou.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted; bound from the query parameters {@code page}, {@code size} and {@code sort}.
 *
 * @param page 1-based; 1 unless said
 * @param size rows of a page, 1 to 500; 20 unless said
 * @param sort {@code field} or {@code -field} for descending; the list's own order unless said
 */
public record PageQuery(
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable String sort) {
    private static final int LARGEST = 500;

    /** Refuses numbers out of range. */
    public PageQuery {
        if (page != null && page < 1) {
            throw Refusal.field("E-PLT-010", "页码", page.toString(), "不小于 1 的整数");
        }
        if (size != null && (size < 1 || size > LARGEST)) {
            throw Refusal.field("E-PLT-011", "每页行数", size.toString(), "1 至 " + LARGEST);
        }
    }

    /** The page, 1-based. */
    public int number() {
        return page == null ? 1 : page;
    }

    /** Rows of a page. */
    public int rows() {
        return size == null ? 20 : size;
    }

    /** Rows before this page. */
    public long offset() {
        return (number() - 1L) * rows();
    }

    /**
     * The {@code order by} clause: only expressions of the given table can come out, so nothing of the request reaches
     * the SQL.
     *
     * @param columns sortable fields and their SQL expressions
     * @param usual the clause when nothing is said; also appended so that the order is total
     */
    public String orderBy(Map<String, String> columns, String usual) {
        if (sort == null || sort.isEmpty()) {
            return " order by " + usual;
        }
        return " order by " + expression(columns, sort) + (isDescending() ? " desc nulls last, " : " nulls last, ")
                + usual;
    }

    /**
     * As {@link #orderBy}, of fields that are never empty in a long list: an index on the expression and the key gives the
     * order both ways.
     *
     * @param key SQL expression of the key; the largest come first when nothing is said
     */
    public String orderByKey(Map<String, String> columns, String key) {
        if (sort == null || sort.isEmpty()) {
            return " order by " + key + " desc";
        }
        String direction = isDescending() ? " desc" : "";
        return " order by " + expression(columns, sort) + direction + ", " + key + direction;
    }

    private boolean isDescending() {
        return sort != null && sort.startsWith("-");
    }

    private static String expression(Map<String, String> columns, String sort) {
        String expression = columns.get(sort.startsWith("-") ? sort.substring(1) : sort);
        if (expression == null) {
            throw Refusal.field("E-PLT-012", "排序", sort, "以下字段之一：" + String.join("、", columns.keySet()));
        }
        return expression;
    }
}
