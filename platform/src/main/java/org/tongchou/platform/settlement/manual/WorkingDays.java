package org.tongchou.platform.settlement.manual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;

/** Which days are worked on (工作日): Monday to Friday, unless somebody told otherwise. */
@Component
class WorkingDays {
    private final JdbcClient database;
    private final AuditLog audit;

    WorkingDays(JdbcClient database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * A day that is not as its weekday says.
     *
     * @param day the day
     * @param working whether it is worked on
     * @param note why: 国庆节, 调休
     */
    record Told(LocalDate day, boolean working, String note) {}

    /** The day that is so many working days after a day. */
    LocalDate after(LocalDate day, int days) {
        Map<LocalDate, Boolean> told = database
                .sql("select day, working, note from settlement.calendar_day where day > :day")
                .param("day", day)
                .query(Told.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Told::day, Told::working));
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            boolean weekday = at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            left -= told.getOrDefault(at, weekday) ? 1 : 0;
        }
        return at;
    }

    /** What was told of a year. */
    List<Told> of(int year) {
        return database.sql("""
                        select day, working, note from settlement.calendar_day where extract(year from day) = :year order by day""").param("year", year).query(Told.class).list();
    }

    /** Tells a day; what was told before is replaced. Time limits that were set stay. */
    @Transactional
    Told tell(Actor actor, LocalDate day, boolean working, String note) {
        Told told = new Told(Given.day("日期", day), working, Given.requiredLine("说明", note, 60));
        database.sql("""
                        insert into settlement.calendar_day (day, working, note, told_name) values (:day, :working, :note, :who)
                        on conflict (day) do update set working = :working, note = :note, told_name = :who, told_at = now()""")
                .param("day", told.day())
                .param("working", working)
                .param("note", told.note())
                .param("who", actor.displayName())
                .update();
        audit.record(
                actor,
                "settlement.calendar.tell",
                "settlement.calendar",
                told.day().toString(),
                told.day() + (working ? " 上班" : " 放假") + "：" + told.note(),
                null,
                Map.of("working", working, "note", told.note()));
        return told;
    }
}
