package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Acts as people look at them. */
@Component
public class ActLists {
    private static final String SELECT = """
            select a.id, a.kind, a.state, a.person_id, coalesce(p.number, '') as person_number, a.subject, a.county, a.summary,
                a.effective, a.notes, a.undoes, a.undone_by, a.entered_by, a.entered_name, a.entered_at, a.handled_name,
                a.handled_at, a.opinion, a.batch_id
            from enrolment.act a left join enrolment.person p on p.id = a.person_id
            """;
    private static final Map<String, String> SORTABLE =
            Map.of("id", "a.id", "effective", "a.effective", "enteredAt", "a.entered_at");

    private final JdbcClient database;
    private final Region region;
    private final Acts acts;
    private final FormLines lines;

    ActLists(JdbcClient database, Region region, Acts acts, FormLines lines) {
        this.database = database;
        this.region = region;
        this.acts = acts;
        this.lines = lines;
    }

    /**
     * Which acts.
     *
     * @param state 待复核, 已办结, 已退回, 已撤回
     * @param kind name of an {@link ActKind}
     * @param county six digits
     * @param personId whom it is about
     * @param mine those that the caller has entered
     */
    public record Filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String county,
            @Nullable Long personId,
            @Nullable Boolean mine) {}

    /**
     * An act.
     *
     * @param id number of the act
     * @param kind its kind
     * @param word what its kind is called
     * @param state where it stands
     * @param personId whom it is about; null for an employer, or a person not on file yet
     * @param personNumber 人员编号; empty when there is none yet
     * @param subject name of the person or employer
     * @param county six digits
     * @param summary one sentence
     * @param effective from when it holds
     * @param notes what should be looked at
     * @param undoes the act that it takes back
     * @param undoneBy the act that took it back
     * @param enteredBy id of who entered it
     * @param enteredName who entered it
     * @param enteredAt when
     * @param handledName who reviewed it, sent it back or withdrew it; empty while it waits
     * @param handledAt when
     * @param opinion what they said
     */
    public record Row(
            long id,
            String kind,
            String word,
            String state,
            @Nullable Long personId,
            String personNumber,
            String subject,
            String county,
            String summary,
            LocalDate effective,
            List<String> notes,
            @Nullable Long undoes,
            @Nullable Long undoneBy,
            long enteredBy,
            String enteredName,
            OffsetDateTime enteredAt,
            String handledName,
            @Nullable OffsetDateTime handledAt,
            String opinion) {}

    /**
     * An act with what was filled in and what the caller may do with it.
     *
     * @param act the act
     * @param lines what was filled in
     * @param reviewable whether the caller may review it
     * @param withdrawable whether the caller may withdraw it
     */
    public record Detail(Row act, List<FormLines.Line> lines, boolean reviewable, boolean withdrawable) {}

    Page<Row> list(Actor actor, Filter filter, PageQuery page) {
        Where where = new Where()
                .and("a.county = any(:scope)", "scope", scope(actor))
                .when(filter.state(), "a.state = :state", "state")
                .when(filter.kind(), "a.kind = :kind", "kind")
                .when(filter.county(), "a.county = :county", "county")
                .when(filter.personId(), "a.person_id = :person", "person");
        if (Boolean.TRUE.equals(filter.mine())) {
            where.and("a.entered_by = :mine", "mine", actor.userId());
        }
        return where.page(
                database,
                page,
                "select count(*) from enrolment.act a",
                SELECT,
                page.orderBy(SORTABLE, "a.id desc"),
                ActLists::read);
    }

    /** The acts about a person that were done or wait, the newest first; imports included. */
    public List<Row> trail(long person) {
        return database.sql(SELECT + """
                         where a.person_id = :person or a.id in (
                            select act_id from enrolment.person where id = :person
                            union select act_id from enrolment.enrolment where person_id = :person
                            union select act_id from enrolment.identity where person_id = :person
                            union select h.act_id from enrolment.history h where h.source = 'person' and h.row_id = :person
                            union select h.act_id from enrolment.history h join enrolment.enrolment e on h.row_id = e.id
                                where h.source = 'enrolment' and e.person_id = :person
                            union select h.act_id from enrolment.history h join enrolment.identity i on h.row_id = i.id
                                where h.source = 'identity' and i.person_id = :person)
                        order by a.id desc limit 200""")
                .param("person", person)
                .query(ActLists::read)
                .list();
    }

    Detail detail(Actor actor, long id) {
        Row row = database.sql(SELECT + " where a.id = :id and a.county = any(:scope)")
                .param("id", id)
                .param("scope", scope(actor))
                .query(ActLists::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("办理"));
        boolean waits = row.state().equals("待复核");
        boolean own = row.enteredBy() == actor.userId();
        return new Detail(
                row,
                acts.findForm(actor, id).map(lines::of).orElse(List.of()),
                waits && !own && actor.may("enrolment.act.review"),
                waits && own && actor.may("enrolment.act.enter"));
    }

    private String[] scope(Actor actor) {
        return region.counties(actor).stream().map(County::code).toArray(String[]::new);
    }

    private static Row read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("kind"),
                ActKind.word(row.getString("kind")),
                row.getString("state"),
                row.getObject("person_id", Long.class),
                row.getString("person_number"),
                row.getString("subject"),
                row.getString("county"),
                row.getString("summary"),
                row.getObject("effective", LocalDate.class),
                List.of((String[]) row.getArray("notes").getArray()),
                row.getObject("undoes", Long.class),
                row.getObject("undone_by", Long.class),
                row.getLong("entered_by"),
                row.getString("entered_name"),
                row.getObject("entered_at", OffsetDateTime.class),
                row.getString("handled_name"),
                row.getObject("handled_at", OffsetDateTime.class),
                row.getString("opinion"));
    }
}
