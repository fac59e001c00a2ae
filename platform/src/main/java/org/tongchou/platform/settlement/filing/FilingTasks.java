package org.tongchou.platform.settlement.filing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.settlement.view.Named;
import org.tongchou.platform.web.Actor;

/** Filings that wait for a second person. */
@Component
class FilingTasks implements TaskSource {
    private final JdbcClient database;
    private final Named named;

    FilingTasks(JdbcClient database, Named named) {
        this.database = database;
        this.named = named;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        if (!actor.may("settlement.filing.review")) {
            return List.of();
        }
        long waiting = database.sql("""
                        select count(*) from settlement.filing_act
                        where state = '待复核' and entered_by <> :me and county = any(:counties)""")
                .param("me", actor.userId())
                .param("counties", named.counties(actor))
                .query(Long.class)
                .single();
        return waiting == 0
                ? List.of()
                : List.of(new Task("医疗结算", "复核备案", waiting + " 件待复核", null, "/settlement/filings"));
    }
}
