package org.tongchou.platform.accounts.document;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** DocumentLimits above which a reason is asked for, and the time for publication, by budget year. */
@Repository
class DocumentLimits {
    private final JdbcClient jdbc;

    DocumentLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A limit.
     *
     * @param code stable code
     * @param name what it limits
     * @param value millionths, fen or days
     * @param source where it comes from
     */
    record Limit(String code, String name, long value, String source) {}

    /** The limits of a year, by code. */
    record OfYear(Map<String, Limit> byCode) {
        Limit get(String code) {
            return Objects.requireNonNull(byCode.get(code), code);
        }

        long value(String code) {
            return get(code).value();
        }
    }

    OfYear of(int year) {
        return new OfYear(jdbc.sql("""
                        select distinct on (code) code, name, value, source from accounts.document_limit
                        where valid_from <= :year order by code, valid_from desc
                        """).param("year", year).query(Limit.class).list().stream()
                .collect(Collectors.toMap(Limit::code, limit -> limit)));
    }
}
