package org.tongchou.platform.contribution;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;

/** What waits for those who collect dues: reviews, what was returned to them, money of nobody. */
@Component
class ContributionTasks implements TaskSource {
    private record Kind(String right, String title, String state, String link, String sql) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "contribution.declaration.review",
                    "复核单位申报",
                    " 份待复核",
                    "/contribution/declarations",
                    "contribution.declaration where state = '待复核' and entered_by <> :me and county = any(:counties)"),
            new Kind(
                    "contribution.declaration.review",
                    "复核核定冲销",
                    " 份待冲销",
                    "/contribution/declarations",
                    "contribution.declaration where reversing_by <> :me and state in ('待缴费', '已缴清') and county = any(:counties)"),
            new Kind(
                    "contribution.declaration.edit",
                    "修改被退回的申报",
                    " 份已退回",
                    "/contribution/declarations",
                    "contribution.declaration where state = '已退回' and entered_by = :me and county = any(:counties)"),
            new Kind(
                    "contribution.refund.review",
                    "复核单位退费",
                    " 笔待复核",
                    "/contribution/refunds",
                    "contribution.refund where state = '待复核' and entered_by <> :me and county = any(:counties)"),
            new Kind(
                    "contribution.refund.review",
                    "复核个人退费",
                    " 笔待复核",
                    "/contribution/person-payments",
                    "contribution.person_refund where state = '待复核' and entered_by <> :me and county = any(:counties)"),
            new Kind(
                    "contribution.subsidy.review",
                    "复核资助参保款",
                    " 笔待复核",
                    "/contribution/aid",
                    "contribution.aid_claim where state = '待复核' and entered_by <> :me and county = any(:counties)"),
            new Kind(
                    "contribution.subsidy.review",
                    "复核财政补助",
                    " 笔待复核",
                    "/contribution/subsidy",
                    "contribution.subsidy_grant where state = '待复核' and entered_by <> :me and (county = any(:counties) or county = '')"));

    private final JdbcClient database;
    private final DuesExport scope;

    ContributionTasks(JdbcClient database, DuesExport scope) {
        this.database = database;
        this.scope = scope;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (actor.may(kind.right())) {
                long count = database.sql("select count(*) from " + kind.sql())
                        .param("me", actor.userId())
                        .param("counties", scope.counties(actor))
                        .query(Long.class)
                        .single();
                if (count > 0) {
                    tasks.add(new Task("征缴管理", kind.title(), count + kind.state(), null, kind.link()));
                }
            }
        }
        return tasks;
    }
}
