package org.tongchou.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.transaction.TransactionSystemException;

/** What an exception tells about the database, if it is about the database and not about the request. */
public enum DatabaseTrouble {
    /** None. */
    NONE,
    /** Gone, starting or stopping: SQL states 08, 57P and 53300, or no connection in time. */
    AWAY,
    /** No room left on its disk: SQL state 53100. */
    FULL,
    /** Asked to keep a text that it cannot keep, with a character of no meaning in it: SQL states 22021 and 22P05. */
    TEXT;

    /** Code of the answer when the database is away. */
    public static final String CODE = "E-PLT-503";

    /** The answer when the database is away. */
    public static final String SENTENCE = "数据库暂时不可用，正在恢复；本次操作没有保存，请稍候重试";

    /** What the pool says, without a state, to those who go on with a connection that broke. */
    private static final String BROKEN = "Connection is closed";

    /** Looks through the causes, and behind a failure to roll back for what made that necessary. */
    public static DatabaseTrouble of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException && BROKEN.equals(cause.getMessage()))) {
                return AWAY;
            }
            if (cause instanceof TransactionSystemException ended && ended.getApplicationException() != null) {
                DatabaseTrouble reason = of(ended.getApplicationException());
                if (reason != NONE) {
                    return reason;
                }
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
                    return AWAY;
                }
                return switch (state) {
                    case "53100" -> FULL;
                    case "22021", "22P05" -> TEXT;
                    default -> NONE;
                };
            }
        }
        return NONE;
    }
}
