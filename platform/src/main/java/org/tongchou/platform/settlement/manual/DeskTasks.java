package org.tongchou.platform.settlement.manual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;

/** What waits for those at the desk: reviews, approvals, claims and bindings, with the earliest day that something is due. */
@Component
class DeskTasks implements TaskSource {
    private record Kind(String right, String title, String state, String link, String sql) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("settlement.manual.accept", "办理手工报销补正", " 份待补正", "/settlement/manual", """
                    select count(*) as count, min(due_on) as due from settlement.application
                    where state = '待补正' and accepted_by = :me and county = any(:counties)"""),
            new Kind("settlement.manual.review", "初审手工报销", " 份待初审", "/settlement/manual", """
                    select count(*) as count, min(due_on) as due from settlement.application
                    where state = '待初审' and accepted_by <> :me and county = any(:counties)"""),
            new Kind("settlement.manual.approve", "复核手工报销", " 份待复核", "/settlement/manual", """
                    select count(*) as count, min(due_on) as due from settlement.application
                    where state = '待复核' and :me not in (accepted_by, reviewed_by) and county = any(:counties)"""),
            new Kind("settlement.manual.approve", "重新提交手工报销付款", " 份付款单被取消", "/settlement/manual", """
                    select count(*) as count, min(due_on) as due from settlement.application
                    where state = '付款取消' and accepted_by <> :me and county = any(:counties)"""),
            new Kind("settlement.manual.approve", "确认撤销手工报销结算", " 份待确认", "/settlement/manual", """
                    select count(*) as count, null::date as due from settlement.application
                    where cancel_by <> :me and state in ('待支付', '已支付', '付款失败', '付款取消') and county = any(:counties)"""),
            new Kind("settlement.advance.review", "复核追偿收款和核销", " 笔待复核", "/settlement/claims", """
                    select count(*) as count, null::date as due from settlement.claim_act a
                        join settlement.claim c on c.id = a.claim_id
                    where a.state = '待复核' and a.entered_by <> :me and c.county = any(:counties)"""),
            new Kind("settlement.mutual.review", "复核家庭共济绑定", " 项待复核", "/settlement/family", """
                    select count(*) as count, null::date as due from settlement.family_binding
                    where state = '待复核' and entered_by <> :me and county = any(:counties)"""));

    private record Waiting(long count, @Nullable LocalDate due) {}

    private final JdbcClient database;
    private final Applications applications;

    DeskTasks(JdbcClient database, Applications applications) {
        this.database = database;
        this.applications = applications;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (actor.may(kind.right())) {
                Waiting waiting = database.sql(kind.sql())
                        .param("me", actor.userId())
                        .param("counties", applications.counties(actor))
                        .query(Waiting.class)
                        .single();
                if (waiting.count() > 0) {
                    tasks.add(
                            new Task("医疗结算", kind.title(), waiting.count() + kind.state(), waiting.due(), kind.link()));
                }
            }
        }
        return tasks;
    }
}
