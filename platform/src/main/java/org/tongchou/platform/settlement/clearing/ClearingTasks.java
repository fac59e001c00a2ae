package org.tongchou.platform.settlement.clearing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;

/** Statements that wait for a second person, differences that nobody handled. */
@Component("settlementClearingTasks")
class ClearingTasks implements TaskSource {
    private record Kind(String right, String title, String state, String link, String sql) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "settlement.clearing.review",
                    "复核机构月结单",
                    " 张待复核",
                    "/clearing/statements",
                    "select count(*) from settlement.statement where state = '待复核' and created_by <> :me"),
            new Kind(
                    "settlement.reconciliation.handle",
                    "处理对账差异",
                    " 行没有处理",
                    "/clearing/reconciliations",
                    "select count(*) from settlement.difference where handled_at is null and :me is not null"));

    private final JdbcClient database;

    ClearingTasks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        return KINDS.stream()
                .filter(kind -> actor.may(kind.right()))
                .flatMap(kind -> {
                    long count = database.sql(kind.sql())
                            .param("me", actor.userId())
                            .query(Long.class)
                            .single();
                    return count == 0
                            ? java.util.stream.Stream.empty()
                            : java.util.stream.Stream.of(
                                    new Task("对账与清算", kind.title(), count + kind.state(), null, kind.link()));
                })
                .toList();
    }
}
