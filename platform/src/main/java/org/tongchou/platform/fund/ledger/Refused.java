package org.tongchou.platform.fund.ledger;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.tongchou.platform.web.Refusal;

/** What the rules of the database refuse, told as a refusal: they raise states of their own with a Chinese sentence. */
public final class Refused {
    private static final Map<String, String> CODES = Map.of(
            "FL001", "E-FUN-011",
            "FL002", "E-FUN-012",
            "FL003", "E-FUN-013",
            "FL004", "E-FUN-014",
            "FL005", "E-FUN-015",
            "FL006", "E-FUN-012",
            "FL007", "E-FUN-016",
            "FL010", "E-FUN-060",
            "FL011", "E-FUN-061");

    private Refused() {}

    /** Does something in the database. */
    public static <T> T told(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw of(e);
        }
    }

    private static RuntimeException of(DataAccessException failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql) {
            String code = CODES.get(String.valueOf(sql.getSQLState()));
            if (code != null) {
                return Refusal.conflict(code, sentence(String.valueOf(sql.getMessage())));
            }
        }
        return failure;
    }

    /** The first line without PostgreSQL's severity. */
    private static String sentence(String message) {
        return message.lines().findFirst().orElse("").replaceFirst("^[A-Z]+: ", "");
    }
}
