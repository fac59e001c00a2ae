package org.tongchou.platform.gateway.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has signed in (9001) and not out again. */
@Component
public class SignIns {
    private final JdbcClient database;

    SignIns(JdbcClient database) {
        this.database = database;
    }

    /** Whether a number of an institution holds. */
    public boolean holds(String institution, String number) {
        return database.sql("""
                        select exists (select from gateway.sign_in
                            where number = :number and institution = :institution and ended_at is null)""")
                .param("number", number)
                .param("institution", institution)
                .query(Boolean.class)
                .single();
    }
}
