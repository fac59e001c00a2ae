package org.tongchou.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What an exception tells about the database, if it is about the database and not about the request. */
public enum DatabaseTrouble {
    /** None. */
    NONE,
    /** Gone, starting or stopping: SQL states 08, 57P and 53300, or no connection in time. */
    AWAY,
    /** No room left on its disk: SQL state 53100. */
    FULL;

    /** Code of the answer when the database is away. */
    public static final String CODE = "E-PLT-503";

    /** The answer when the database is away. */
    public static final String SENTENCE = "数据库暂时不可用，正在恢复；本次操作没有保存，请稍候重试";

    /** Looks through the causes. */
    public static DatabaseTrouble of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return AWAY;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
                    return AWAY;
                }
                return state.equals("53100") ? FULL : NONE;
            }
        }
        return NONE;
    }
}
