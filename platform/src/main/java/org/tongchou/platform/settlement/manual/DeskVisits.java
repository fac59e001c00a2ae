package org.tongchou.platform.settlement.manual;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;

/** The visits behind applications. */
@Component
class DeskVisits {
    private final JdbcClient database;
    private final Visits visits;

    DeskVisits(JdbcClient database, Visits visits) {
        this.database = database;
        this.visits = visits;
    }

    Visit get(Application application) {
        return visits.get(Visit.DESK, number(application));
    }

    Visit lock(Application application) {
        return visits.lock(Visit.DESK, number(application));
    }

    /** Ends the visit of an application from which nothing came. */
    void abandon(Application application) {
        visits.abandon(lock(application));
    }

    private String number(Application application) {
        return database.sql("select number from settlement.visit where id = :id")
                .param("id", application.visitId())
                .query(String.class)
                .single();
    }
}
