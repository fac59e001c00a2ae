package org.tongchou.platform.enrolment.followup;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Reads who is called upon to enrol, within the counties that somebody sees. */
@Component
class FollowupList {
    private static final String FROM = """
             from enrolment.followup f join enrolment.person p on p.id = f.person_id
                left join enrolment.household h on h.id = p.household_id
                left join lateral (select count(*)::int as contacts, max(c.day) as last_contact,
                    (array_agg(c.result order by c.id desc))[1] as last_result
                    from enrolment.contact c where c.followup_id = f.id) c on true
            """;
    private static final String SELECT = """
            select f.id, f.person_id, p.number, p.name, p.certificate_masked as masked, p.phone_masked as phone,
                coalesce(h.address, '') as address, f.county, f.reason, f.assignee_id, f.assignee_name, f.due, f.remind_on,
                f.state, f.outcome, c.contacts, c.last_contact, coalesce(c.last_result, '') as last_result,
                f.assigned_name, f.closed_name, f.closed_at, f.version
            """ + FROM;
    private static final Map<String, String> SORTABLE =
            Map.of("name", "p.name", "due", "f.due", "state", "f.state", "remindOn", "f.remind_on");

    private final JdbcClient database;
    private final Region region;

    FollowupList(JdbcClient database, Region region) {
        this.database = database;
        this.region = region;
    }

    /**
     * Which of them.
     *
     * @param open only those that are not closed
     * @param mine only those that the reader calls
     * @param state 待联系, 联系中 or 已办结
     * @param outcome what came of it
     * @param reason why they are on the list
     * @param county six digits
     * @param text part of the name, or 人员编号
     */
    record Filter(
            @Nullable Boolean open,
            @Nullable Boolean mine,
            @Nullable String state,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String county,
            @Nullable String text) {}

    private Where where(Actor actor, Filter filter) {
        Where where = new Where()
                .and(
                        "f.county = any(:scope)",
                        "scope",
                        region.counties(actor).stream().map(County::code).toArray(String[]::new))
                .when(filter.state(), "f.state = :state", "state")
                .when(filter.outcome(), "f.outcome = :outcome", "outcome")
                .when(filter.reason(), "f.reason = :reason", "reason")
                .when(filter.county(), "f.county = :county", "county")
                .when(filter.text(), "(strpos(p.name, :text) > 0 or p.number = :text)", "text");
        if (Boolean.TRUE.equals(filter.open())) {
            where.and("f.state <> '已办结'");
        }
        return Boolean.TRUE.equals(filter.mine()) ? where.and("f.assignee_id = :me", "me", actor.userId()) : where;
    }

    Page<Followup> page(Actor actor, Filter filter, PageQuery page) {
        Where where = where(actor, filter);
        return where.page(
                database,
                page,
                "select count(*) from enrolment.followup f join enrolment.person p on p.id = f.person_id",
                SELECT,
                page.orderBy(SORTABLE, "(f.state = '已办结'), coalesce(f.remind_on, f.due), f.id"),
                Followup.class);
    }

    /** All of them in order, for a file. */
    @Transactional(readOnly = true)
    public void each(Actor actor, Filter filter, Consumer<Followup> visitor) {
        try (var rows =
                where(actor, filter)
                        .query(database, SELECT, " order by f.county, f.id")
                        .query(Followup.class)
                        .stream()) {
            rows.forEach(visitor);
        }
    }

    /** One; refuses when its county is out of scope. */
    Followup get(Actor actor, long id) {
        Followup found = database.sql(SELECT + " where f.id = :id")
                .param("id", id)
                .query(Followup.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这件动员"));
        actor.mustSee(region.county(found.county()).unitId());
        return found;
    }

    Followup.Details details(Actor actor, long id) {
        return new Followup.Details(
                get(actor, id),
                database.sql("""
                        select id, day, way, result, note, told_name from enrolment.contact
                        where followup_id = :id order by id desc""").param("id", id).query(Followup.Contact.class).list());
    }
}
