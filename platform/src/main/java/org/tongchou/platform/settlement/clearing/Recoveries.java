package org.tongchou.platform.settlement.clearing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Bills that were taken back after they were paid: what the institution owes until a later statement sets it off. */
public final class Recoveries {
    private Recoveries() {}

    /** Notes what an institution owes a fund; the caller posts it. */
    public static void note(JdbcClient database, String provider, String fund, long fen, String cause) {
        database.sql("""
                        insert into settlement.recovery (provider, fund, fen, cause) values (:provider, :fund, :fen, :cause)""")
                .param("provider", provider)
                .param("fund", fund)
                .param("fen", fen)
                .param("cause", cause)
                .update();
    }
}
