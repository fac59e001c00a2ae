package org.tongchou.platform.enrolment.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeRank;
import org.tongchou.platform.enrolment.report.Missing;
import org.tongchou.platform.enrolment.report.Missing.Reason;
import org.tongchou.platform.identity.Colleagues;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Gives people who should be enrolled to somebody who calls them, and keeps what came of it. */
@Service
class Followups {
    /** What people may say. */
    static final List<String> RESULTS = List.of("愿意参保", "考虑中", "无人应答", "号码有误", "已在外地参保", "不愿参保", "其他");

    /** How they are reached. */
    static final List<String> WAYS = List.of("电话", "上门", "短信", "其他");

    /** What may come of it; enrolling, paying and death are found by the platform. */
    static final List<String> OUTCOMES = List.of("外地参保", "不愿参保", "无法联系", "其他");

    private static final String RIGHT = "enrolment.missing.follow";
    private static final String OBJECT = "enrolment.followup";
    private static final int MOST = 500;

    private final JdbcClient database;
    private final FollowupList list;
    private final Missing missing;
    private final Colleagues colleagues;
    private final Region region;
    private final Rules rules;
    private final SchemeRank schemes;
    private final AuditLog audit;

    Followups(
            JdbcClient database,
            FollowupList list,
            Missing missing,
            Colleagues colleagues,
            Region region,
            Rules rules,
            SchemeRank schemes,
            AuditLog audit) {
        this.database = database;
        this.list = list;
        this.missing = missing;
        this.colleagues = colleagues;
        this.region = region;
        this.rules = rules;
        this.schemes = schemes;
        this.audit = audit;
    }

    /**
     * People to be called.
     *
     * @param reason the list they are on
     * @param personIds who
     * @param assigneeId who calls them
     * @param due last day
     */
    record Assignment(
            @Nullable Reason reason,
            @Nullable List<Long> personIds,
            @Nullable Long assigneeId,
            @Nullable LocalDate due) {}

    /**
     * What became of an assignment.
     *
     * @param assigned how many are called now
     * @param already how many are called by somebody already
     * @param gone how many are not on the list any more
     */
    record Assigned(int assigned, int already, int gone) {}

    /**
     * A call.
     *
     * @param version version that was seen
     * @param day when; today unless told
     * @param way how
     * @param result what they said
     * @param note more of it
     * @param remindOn when to call again
     * @param outcome closes it with this outcome
     */
    record Call(
            @Nullable Integer version,
            @Nullable LocalDate day,
            @Nullable String way,
            @Nullable String result,
            @Nullable String note,
            @Nullable LocalDate remindOn,
            @Nullable String outcome) {}

    /** Users who may call people of at least one county that somebody sees. */
    List<Actor> callers(Actor actor) {
        List<County> counties = region.counties(actor);
        return colleagues.holding(RIGHT).stream()
                .filter(one -> counties.stream().anyMatch(county -> one.sees(county.unitId())))
                .toList();
    }

    @Transactional
    Assigned assign(Actor actor, Assignment asked) {
        Reason reason = Given.required("名单", asked.reason());
        Set<Long> ids = new HashSet<>(Given.required("人员", asked.personIds()));
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Refusal.field("E-ENR-801", "人员", ids.size() + " 人", "一次 1 至 " + MOST + " 人");
        }
        Actor caller = caller(asked.assigneeId());
        LocalDate due = due(asked.due());
        List<Missing.Person> found = missing.among(EnumSet.of(reason), ids);
        for (String county :
                found.stream().map(Missing.Person::county).distinct().toList()) {
            mustSee(actor, caller, county);
        }
        int assigned = database.sql("""
                        insert into enrolment.followup (person_id, county, reason, assignee_id, assignee_name, due,
                            assigned_by, assigned_name)
                        select p.id, p.county, :reason, :caller, :callerName, :due, :who, :whoName
                        from enrolment.person p where p.id = any(:ids) order by p.id
                        on conflict (person_id) where state <> '已办结' do nothing""")
                .param("reason", reason.name())
                .param("caller", caller.userId())
                .param("callerName", caller.displayName())
                .param("due", due)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("ids", found.stream().map(Missing.Person::id).toArray(Long[]::new))
                .update();
        audit.record(
                actor,
                "enrolment.missing.assign",
                OBJECT,
                "",
                "分派动员对象 " + assigned + " 人给" + caller.displayName(),
                null,
                Map.of("名单", reason.word(), "期限", due.toString()));
        return new Assigned(assigned, found.size() - assigned, ids.size() - found.size());
    }

    /** Gives one to somebody else, or another day. */
    @Transactional
    Followup reassign(
            Actor actor, long id, @Nullable Integer version, @Nullable Long assignee, @Nullable LocalDate day) {
        Followup followup = open(actor, id, version);
        Actor caller = caller(assignee);
        LocalDate due = due(day);
        mustSee(actor, caller, followup.county());
        database.sql("""
                        update enrolment.followup set assignee_id = :caller, assignee_name = :callerName, due = :due,
                            version = version + 1 where id = :id""")
                .param("caller", caller.userId())
                .param("callerName", caller.displayName())
                .param("due", due)
                .param("id", id)
                .update();
        audit.record(
                actor,
                "enrolment.missing.reassign",
                OBJECT,
                Long.toString(id),
                "改派动员对象 " + followup.number() + " 给" + caller.displayName(),
                null,
                Map.of("期限", due.toString()));
        return list.get(actor, id);
    }

    /** Keeps a call; closes when something came of it. */
    @Transactional
    Followup.Details call(Actor actor, long id, Call call) {
        Followup followup = open(actor, id, call.version());
        LocalDate day = call.day() == null ? rules.today() : call.day();
        if (day.isAfter(rules.today())) {
            throw Refusal.field("E-ENR-804", "联系日期", day.toString(), "不晚于今天的日期");
        }
        String way = oneOf("E-ENR-805", "联系方式", call.way(), WAYS);
        String result = oneOf("E-ENR-806", "联系结果", call.result(), RESULTS);
        String outcome =
                Given.text(call.outcome()).isEmpty() ? "" : oneOf("E-ENR-807", "办结结果", call.outcome(), OUTCOMES);
        LocalDate remind = outcome.isEmpty() ? call.remindOn() : null;
        if (remind != null
                && (remind.isBefore(rules.today())
                        || remind.isAfter(rules.today().plusYears(1)))) {
            throw Refusal.field("E-ENR-808", "下次联系", remind.toString(), "今天起一年以内的日期");
        }
        database.sql("""
                        insert into enrolment.contact (followup_id, day, way, result, note, told_by, told_name)
                        values (:id, :day, :way, :result, :note, :who, :name)""")
                .param("id", id)
                .param("day", day)
                .param("way", way)
                .param("result", result)
                .param("note", Given.line("说明", call.note(), 200))
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .update();
        boolean closed = !outcome.isEmpty();
        database.sql("""
                        update enrolment.followup set state = :state, outcome = :outcome, remind_on = :remind,
                            closed_by = :who, closed_name = :name, closed_at = case when :closed then now() end,
                            version = version + 1 where id = :id""")
                .param("state", closed ? "已办结" : "联系中")
                .param("outcome", outcome)
                .param("remind", remind)
                .param("who", closed ? actor.userId() : null)
                .param("name", closed ? actor.displayName() : "")
                .param("closed", closed)
                .param("id", id)
                .update();
        audit.record(
                actor,
                "enrolment.missing.contact",
                OBJECT,
                Long.toString(id),
                "联系动员对象 " + followup.number() + "：" + result + (closed ? "，办结：" + outcome : ""),
                null,
                null);
        return list.details(actor, id);
    }

    /** Closes all within the scope who need not be called any more; how many. */
    @Transactional
    int check(Actor actor) {
        List<Long> done = new ArrayList<>();
        String[] counties = region.counties(actor).stream().map(County::code).toArray(String[]::new);
        for (boolean unpaid : new boolean[] {false, true}) {
            Set<Long> open = new HashSet<>(database.sql("""
                            select person_id from enrolment.followup
                            where state <> '已办结' and county = any(:counties) and (reason = 'UNPAID') = :unpaid""")
                    .param("counties", counties)
                    .param("unpaid", unpaid)
                    .query(Long.class)
                    .list());
            EnumSet<Reason> reasons = EnumSet.of(Reason.UNPAID);
            missing.among(unpaid ? reasons : EnumSet.complementOf(reasons), open)
                    .forEach(one -> open.remove(one.id()));
            done.addAll(open);
        }
        int closed = database.sql("""
                        update enrolment.followup f set state = '已办结', closed_by = :who, closed_name = :name,
                            closed_at = now(), version = version + 1,
                            outcome = case when p.died is not null then '已死亡'
                                when p.merged_into is not null or p.cancelled or not exists (
                                    select from enrolment.enrolment e where e.person_id = p.id and not e.cancelled
                                        and e.scheme = any(:basic) and e.from_day <= :day
                                        and (e.to_day is null or e.to_day >= :day)) then '已不在名单'
                                when f.reason = 'UNPAID' then '已缴费' else '已参保' end
                        from enrolment.person p
                        where p.id = f.person_id and f.state <> '已办结' and f.person_id = any(:ids)""")
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("basic", schemes.basic(rules.today()).toArray(String[]::new))
                .param("day", rules.today())
                .param("ids", done.toArray(Long[]::new))
                .update();
        audit.record(actor, "enrolment.missing.check", OBJECT, "", "核对动员对象，办结 " + closed + " 人", null, null);
        return closed;
    }

    private Followup open(Actor actor, long id, @Nullable Integer version) {
        Followup found = list.get(actor, id);
        boolean free = database.sql("""
                        select state <> '已办结' from enrolment.followup where id = :id and version = :version for update""")
                .param("id", id)
                .param("version", Given.required("版本", version))
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("E-PLT-409", "这件动员已被他人处理，请刷新后再办理"));
        if (!free) {
            throw Refusal.conflict("E-ENR-809", "这件动员已经办结：" + found.outcome());
        }
        return found;
    }

    private Actor caller(@Nullable Long id) {
        return colleagues
                .find(Given.required("联系人", id))
                .filter(one -> one.may(RIGHT))
                .orElseThrow(() -> Refusal.field("E-ENR-802", "联系人", Long.toString(id == null ? 0 : id), "能登记联系结果的用户"));
    }

    private void mustSee(Actor actor, Actor caller, String code) {
        County county = region.county(code);
        actor.mustSee(county.unitId());
        if (!caller.sees(county.unitId())) {
            throw Refusal.field("E-ENR-803", "联系人", caller.displayName(), "数据范围包含" + county.name() + "的用户");
        }
    }

    private LocalDate due(@Nullable LocalDate given) {
        LocalDate due = Given.required("期限", given);
        if (due.isBefore(rules.today()) || due.isAfter(rules.today().plusYears(1))) {
            throw Refusal.field("E-ENR-810", "期限", due.toString(), "今天起一年以内的日期");
        }
        return due;
    }

    private static String oneOf(String code, String field, @Nullable String given, List<String> known) {
        String text = Given.requiredLine(field, given, 20);
        if (!known.contains(text)) {
            throw Refusal.field(code, field, text, "以下之一：" + String.join("、", known));
        }
        return text;
    }
}
