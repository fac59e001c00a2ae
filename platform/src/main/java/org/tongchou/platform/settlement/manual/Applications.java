package org.tongchou.platform.settlement.manual;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.manual.Application.Invoice;
import org.tongchou.platform.settlement.manual.Application.Material;
import org.tongchou.platform.settlement.manual.Application.Step;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The rows of applications. */
@Component
class Applications {
    private static final Map<String, String> SORTABLE =
            Map.of("number", "id", "dueOn", "due_on", "totalFen", "total_fen", "acceptedOn", "accepted_on");
    private static final String SELECT = "select * from settlement.application";

    private final JdbcClient database;
    private final Region region;
    private final WorkingDays days;
    private final Clock clock;

    Applications(JdbcClient database, Region region, WorkingDays days, Clock clock) {
        this.database = database;
        this.region = region;
        this.days = days;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param state where it stands
     * @param kind kind of case
     * @param text number, 人员编号 or name of the hospital
     * @param overdue only those beyond their day
     */
    record Wanted(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String text,
            @Nullable Boolean overdue) {}

    Page<Application> page(Actor actor, Wanted wanted, PageQuery page) {
        Where where = where(actor, wanted);
        return where.page(
                database,
                page,
                "select count(*) from settlement.application",
                SELECT,
                page.orderBy(SORTABLE, "id desc"),
                Application.class);
    }

    private Where where(Actor actor, Wanted wanted) {
        Where where = new Where()
                .and("county = any(:counties)", "counties", counties(actor))
                .when(wanted.state(), "state = :state", "state")
                .when(wanted.kind(), "kind = :kind", "kind")
                .when(
                        wanted.text(),
                        "strpos(number || ' ' || person_number || ' ' || hospital_name, :text) > 0",
                        "text");
        return Boolean.TRUE.equals(wanted.overdue())
                ? where.and("due_on < :today", "today", LocalDate.now(clock))
                : where;
    }

    /**
     * How many stand where.
     *
     * @param state where
     * @param count how many
     * @param overdue of them beyond their day
     */
    record Count(String state, long count, long overdue) {}

    List<Count> counts(Actor actor) {
        return database.sql("""
                        select state, count(*) as count, count(*) filter (where due_on < :today) as overdue
                        from settlement.application where county = any(:counties) group by state""")
                .param("counties", counties(actor))
                .param("today", LocalDate.now(clock))
                .query(Count.class)
                .list();
    }

    String[] counties(Actor actor) {
        return region.counties(actor).stream().map(County::code).toArray(String[]::new);
    }

    /** Writes the values of a new application under the next number; gives its id. */
    long insert(Map<String, @Nullable Object> values) {
        return database.sql("""
                        insert into settlement.application (id, number, person_id, person_number, county, kind, scheme, care,
                            visit_id, hospital_code, hospital_name, begun, ended, total_fen, use_account, holder, bank,
                            account_sealed, account_masked, agent, state, due_on, accepted_by, accepted_name, accepted_on)
                        overriding system value
                        select next.id, :region || 'SB' || lpad(next.id::text, 12, '0'), :person, :personNumber, :county, :kind,
                            :scheme, :care, :visit, :hospitalCode, :hospitalName, :begun, :ended, :total, :useAccount, :holder,
                            :bank, :sealed, :masked, :agent, :state, :due, :who, :whoName, :today
                        from (select nextval(pg_get_serial_sequence('settlement.application', 'id')) as id) next
                        returning id""")
                .param("region", region.code())
                .param("today", LocalDate.now(clock))
                .params(values)
                .query(Long.class)
                .single();
    }

    void invoices(long id, List<Invoice> invoices) {
        for (Invoice invoice : invoices) {
            try {
                database.sql("""
                                insert into settlement.application_invoice (application_id, number, fen)
                                values (:id, :number, :fen)""")
                        .param("id", id)
                        .param("number", invoice.number())
                        .param("fen", invoice.fen())
                        .update();
            } catch (DuplicateKeyException e) {
                throw Refusal.field("E-SET-115", "票据号码", invoice.number(), "没有报销过、也没有在办的票据号码");
            }
        }
    }

    List<Invoice> invoices(long id) {
        return database.sql(
                        "select number, fen from settlement.application_invoice where application_id = :id order by number")
                .param("id", id)
                .query(Invoice.class)
                .list();
    }

    /** Lets the invoices of an application that came to nothing be used again. */
    void release(long id) {
        database.sql("update settlement.application_invoice set live = false where application_id = :id")
                .param("id", id)
                .update();
    }

    void need(long id, List<String> materials) {
        for (String material : materials) {
            database.sql("""
                            insert into settlement.application_material (application_id, material) values (:id, :material)
                            on conflict do nothing""").param("id", id).param("material", material).update();
        }
    }

    /** Notes what was handed in; what is not on the list is left out. */
    void receive(Actor actor, long id, List<String> materials) {
        database.sql("""
                        update settlement.application_material set received_at = :now, received_name = :who
                        where application_id = :id and material = any(:materials) and received_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("who", actor.displayName())
                .param("id", id)
                .param("materials", materials.toArray(String[]::new))
                .update();
    }

    /** What must be handed in anew. */
    void demand(long id, List<String> materials) {
        need(id, materials);
        database.sql("""
                        update settlement.application_material set received_at = null, received_name = ''
                        where application_id = :id and material = any(:materials)""")
                .param("id", id)
                .param("materials", materials.toArray(String[]::new))
                .update();
    }

    List<Material> materials(long id) {
        Map<String, String> names = DeskRules.rules().materials();
        return database.sql("""
                        select material, received_at, received_name from settlement.application_material
                        where application_id = :id order by material""")
                .param("id", id)
                .query((row, number) -> new Material(
                        row.getString("material"),
                        names.getOrDefault(row.getString("material"), row.getString("material")),
                        row.getObject("received_at", OffsetDateTime.class),
                        row.getString("received_name")))
                .list();
    }

    /** Names of what is missing. */
    List<String> missing(long id) {
        List<String> missing = new ArrayList<>();
        materials(id).stream()
                .filter(material -> material.receivedAt() == null)
                .forEach(material -> missing.add(material.name()));
        return missing;
    }

    Application get(Actor actor, long id) {
        return seen(actor, find(id, ""));
    }

    Application lock(Actor actor, long id) {
        return seen(actor, find(id, " for update"));
    }

    private Application seen(Actor actor, Application application) {
        actor.mustSee(region.county(application.county()).unitId());
        return application;
    }

    Application find(long id, String lock) {
        return database.sql(SELECT + " where id = :id" + lock)
                .param("id", id)
                .query(Application.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这份申请"));
    }

    /** An application by its number. */
    Application byNumber(Actor actor, String number) {
        return database.sql(SELECT + " where number = :number")
                .param("number", number)
                .query(Application.class)
                .optional()
                .map(application -> seen(actor, application))
                .orElseThrow(() -> Refusal.field("E-SET-111", "受理编号", number, "已受理的手工报销申请"));
    }

    /** Goes on to a state that has no settlement, or from one that has to another; the step is noted. */
    void move(Actor actor, Application of, String action, String state, String note) {
        database.sql(
                        "update settlement.application set state = :state, due_on = :due, version = version + 1 where id = :id")
                .param("state", state)
                .param("due", due(state))
                .param("id", of.id())
                .update();
        note(actor, of.id(), action, state, note);
    }

    /** When a step that begins today must be done; null for a state that waits for nothing. */
    @Nullable
    LocalDate due(String state) {
        Integer limit = DeskRules.rules().limits().days().get(state);
        return limit == null ? null : days.after(LocalDate.now(clock), limit);
    }

    /** Notes who reviewed, or that nobody has when it goes back. */
    void reviewed(Application of, @Nullable Actor by) {
        database.sql(
                        "update settlement.application set reviewed_by = :who::bigint, reviewed_name = :name where id = :id")
                .param("who", by == null ? null : by.userId())
                .param("name", by == null ? "" : by.displayName())
                .param("id", of.id())
                .update();
    }

    /** Notes the settlement with who approved it. */
    void settled(Actor actor, Application of, long settlement, long dueFen, String note) {
        String state = dueFen > 0 ? Application.SETTLED : Application.PAID;
        database.sql("""
                        update settlement.application set state = :state, due_on = :due, settlement_id = :settlement,
                            due_fen = :fen, approved_by = :who, approved_name = :name, version = version + 1 where id = :id""")
                .param("state", state)
                .param("due", due(state))
                .param("settlement", settlement)
                .param("fen", dueFen)
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("id", of.id())
                .update();
        note(actor, of.id(), "复核通过并结算", state, note);
    }

    /** Notes who asked to take the settlement back, or that nobody does any more. */
    void cancelling(Application of, @Nullable Actor by, String reason) {
        database.sql("""
                        update settlement.application set cancel_by = :who::bigint, cancel_name = :name, cancel_reason = :reason,
                            version = version + 1 where id = :id""")
                .param("who", by == null ? null : by.userId())
                .param("name", by == null ? "" : by.displayName())
                .param("reason", reason)
                .param("id", of.id())
                .update();
    }

    void note(Actor actor, long id, String action, String state, String note) {
        database.sql("""
                        insert into settlement.application_step (application_id, action, state, note, by_id, by_name, at)
                        values (:id, :action, :state, :note, :who, :whoName, :now)""")
                .param("id", id)
                .param("action", action)
                .param("state", state)
                .param("note", note)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    List<Step> steps(long id) {
        return database.sql("""
                        select action, state, note, by_name, at from settlement.application_step
                        where application_id = :id order by id""").param("id", id).query(Step.class).list();
    }

    byte[] account(long id) {
        return database.sql("select account_sealed from settlement.application where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }
}
