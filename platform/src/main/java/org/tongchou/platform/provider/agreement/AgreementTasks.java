package org.tongchou.platform.provider.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.web.Actor;

/** Acts that wait for a second person, and agreements that end soon and are not renewed. */
@Component
class AgreementTasks implements TaskSource {
    private static final String DUTY = "定点管理";
    private static final int SOON_DAYS = 60;
    private static final int MOST = 50;

    private final JdbcClient database;
    private final Acts acts;
    private final Clock clock;

    AgreementTasks(JdbcClient database, Acts acts, Clock clock) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        return Stream.concat(
                        actor.may("provider.agreement.edit") ? ending(actor) : Stream.of(),
                        actor.may("provider.act.review") ? waiting(actor) : Stream.of())
                .toList();
    }

    private Stream<Task> waiting(Actor actor) {
        return database
                .sql("""
                        select title, kind, proposed_name, on_date from provider.act
                        where state = '待复核' and proposed_by <> :me and county in (:counties) order by id limit\s""" + MOST)
                .param("me", actor.userId())
                .param("counties", acts.counties(actor))
                .query((row, n) -> new Task(
                        DUTY,
                        "复核" + ActKind.valueOf(row.getString("kind")).printed() + "：" + row.getString("title"),
                        row.getString("proposed_name") + "提出",
                        row.getObject("on_date", LocalDate.class),
                        "/provider/acts"))
                .list()
                .stream();
    }

    private Stream<Task> ending(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return database
                .sql("""
                        select a.id, a.number, a.ends, i.name from provider.agreement a
                        join provider.institution i on i.code = a.institution
                        where a.state in ('生效', '中止') and a.ends between :today and :soon and i.county in (:counties)
                            and not exists (select from provider.agreement n where n.previous = a.id)
                        order by a.ends, a.id limit\s""" + MOST)
                .param("today", today)
                .param("soon", today.plusDays(SOON_DAYS))
                .param("counties", acts.counties(actor))
                .query((row, n) -> new Task(
                        DUTY,
                        "续签“" + row.getString("name") + "”的服务协议",
                        "协议 " + row.getString("number") + " 即将到期",
                        row.getObject("ends", LocalDate.class),
                        "/provider/agreements/" + row.getLong("id")))
                .list()
                .stream();
    }
}
