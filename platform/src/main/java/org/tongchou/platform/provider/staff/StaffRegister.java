package org.tongchou.platform.provider.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The register of physicians, nurses, pharmacists and technicians. */
@Service
public class StaffRegister {
    private static final String SELECT = """
            select * from (select s.code, s.name,
                case left(s.code, 1) when 'D' then '医师' when 'N' then '护士' else
                    case left(s.code, 2) when 'HY' then '药师' else '技术人员' end end as kind,
                s.title, s.specialty, s.identity_masked as identity,
                coalesce(p.institution, '') as institution, coalesce(p.name, '') as institution_name,
                coalesce(p.county, '') as county, t.ends as stopped_until, t.staff is not null as stopped,
                coalesce((select sum(points) from provider.qualification_score q where q.staff = s.code
                    and q.scored_on >= date_trunc('year', :today::date)::date and q.scored_on <= :today), 0)::int as points,
                s.updated_by, s.updated_at
            from provider.staff s
            left join lateral (select p.institution, i.name, i.county from provider.practice p
                join provider.institution i on i.code = p.institution where p.staff = s.code
                order by p.ends is null desc, p.begins desc limit 1) p on true
            left join lateral (select t.staff, t.ends from provider.prescribing_stop t where t.staff = s.code
                and t.begins <= :today and (t.ends is null or t.ends >= :today) order by t.ends desc nulls first limit 1) t on true) s
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "code",
            "s.code",
            "name",
            "s.name",
            "kind",
            "s.kind",
            "institutionName",
            "s.institution_name",
            "points",
            "s.points");

    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final Acts acts;
    private final AuditLog audit;
    private final Clock clock;

    StaffRegister(JdbcClient database, PersonalSecrets secrets, Acts acts, AuditLog audit, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    Page<StaffMember> list(Actor actor, StaffMember.Filter filter, PageQuery page) {
        Where where = where(actor, filter);
        return where.page(
                database,
                page,
                "select count(*) from (" + SELECT + ") s",
                SELECT,
                page.orderBy(SORTABLE, "s.code"),
                StaffMember.class);
    }

    List<StaffMember> all(Actor actor, StaffMember.Filter filter, PageQuery order) {
        return where(actor, filter)
                .query(database, SELECT, order.orderBy(SORTABLE, "s.code"))
                .query(StaffMember.class)
                .list();
    }

    private Where where(Actor actor, StaffMember.Filter filter) {
        Where where = new Where()
                .and("s.county in (:counties)", "counties", acts.counties(actor))
                .and(":today::date is not null", "today", LocalDate.now(clock))
                .when(filter.kind(), "s.kind = :kind", "kind")
                .when(filter.institution(), "s.institution = :institution", "institution")
                .when(filter.text(), "strpos(lower(s.code || ' ' || s.name), lower(:text)) > 0", "text");
        return filter.stopped() == null ? where : where.and("s.stopped = :stopped", "stopped", filter.stopped());
    }

    /** Somebody; refuses with 404 when they do not practise within the scope. */
    StaffMember get(Actor actor, String code) {
        return database.sql(SELECT + " where s.code = :code and s.county in (:counties)")
                .param("today", LocalDate.now(clock))
                .param("code", code)
                .param("counties", acts.counties(actor))
                .query(StaffMember.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("人员"));
    }

    StaffMember.File file(Actor actor, String code) {
        return new StaffMember.File(
                get(actor, code),
                database.sql("""
                                select p.institution, i.name as institution_name, p.department, p.begins, p.ends
                                from provider.practice p join provider.institution i on i.code = p.institution
                                where p.staff = :code order by p.begins desc
                                """)
                        .param("code", code)
                        .query(StaffMember.Practice.class)
                        .list(),
                database.sql("""
                                select scored_on, points, reason from provider.qualification_score
                                where staff = :code order by scored_on desc, act_id desc
                                """)
                        .param("code", code)
                        .query(StaffMember.Score.class)
                        .list());
    }

    /** County of the institution where somebody practises. */
    String county(StaffMember member) {
        return database.sql("select county from provider.institution where code = :code")
                .param("code", member.institution())
                .query(String.class)
                .single();
    }

    /** Enters somebody with their practice, or adds a practice and corrects what is said of them. */
    @Transactional
    public StaffMember enter(Actor actor, StaffMember.Request request) {
        List<Refusal> problems = StaffRules.check(request, institutions(actor)::contains);
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        mustNotOverlap(request);
        if (isTaken(request)) {
            throw Refusal.conflict("E-PRV-064", "这一证件号码已经登记在另一人员编码之下");
        }
        String done = store(actor, request, null);
        StaffMember made = get(actor, Given.text(request.code()));
        audit.record(
                actor,
                "provider.staff.enter",
                "provider.staff",
                made.code(),
                done + made.kind() + "“" + made.name() + "”",
                null,
                Map.of("name", made.name(), "职称", made.title(), "执业机构", made.institution()));
        return made;
    }

    private void mustNotOverlap(StaffMember.Request request) {
        if (!overlapping(List.of(request)).isEmpty()) {
            throw Refusal.conflict("E-PRV-063", "在这一机构的执业日期与已登记的重叠");
        }
    }

    /**
     * Those that overlap another period at the same institution, of the register or before them in the list. A period that the
     * list itself corrects, being told with the same first day, does not count as it stands in the register.
     *
     * @return their positions, from 0
     */
    Set<Integer> overlapping(List<StaffMember.Request> requests) {
        return new HashSet<>(database.sql("""
                        with told as (
                            select *, coalesce(ends, 'infinity') as last, max(coalesce(ends, 'infinity')) over (
                                partition by staff, institution order by begins, at
                                rows between unbounded preceding and 1 preceding) as before
                            from unnest(:staff::text[], :institution::text[], :begins::date[], :ends::date[])
                                with ordinality as t (staff, institution, begins, ends, at))
                        select (at - 1)::int from told t where before >= begins or exists (
                            select from provider.practice p
                            where p.staff = t.staff and p.institution = t.institution and p.begins <= t.last
                                and coalesce(p.ends, 'infinity') >= t.begins and not exists (
                                    select from told x where (x.staff, x.institution, x.begins)
                                        = (p.staff, p.institution, p.begins)))
                        """)
                .param("staff", column(requests, request -> Given.text(request.code())))
                .param("institution", column(requests, request -> Given.text(request.institution())))
                .param("begins", column(requests, StaffMember.Request::begins))
                .param("ends", column(requests, StaffMember.Request::ends))
                .query(Integer.class)
                .list());
    }

    private static @Nullable String[] column(
            List<StaffMember.Request> requests, Function<StaffMember.Request, @Nullable Object> value) {
        return requests.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    /** Whether the identity number is that of somebody else. */
    boolean isTaken(StaffMember.Request request) {
        String identity = Given.text(request.identity());
        return !identity.isEmpty()
                && database.sql(
                                "select exists (select from provider.staff where identity_hash = :hash and code <> :code)")
                        .param(
                                "hash",
                                secrets.hash(IdentityNumber.parse(identity)
                                        .getValue()
                                        .number()))
                        .param("code", Given.text(request.code()))
                        .query(Boolean.class)
                        .single();
    }

    /** Stores somebody who keeps the rules; tells whether they are new. */
    String store(Actor actor, StaffMember.Request request, @Nullable Long batch) {
        String identity = Given.text(request.identity());
        String number = identity.isEmpty()
                ? ""
                : IdentityNumber.parse(identity).getValue().number();
        boolean fresh = database.sql("""
                        insert into provider.staff (code, name, title, specialty, identity_sealed, identity_hash, identity_masked,
                            batch_id, created_name, updated_by)
                        values (:code, :name, :title, :specialty, :sealed::bytea, :hash::bytea, :masked, :batch::bigint, :who, :who)
                        on conflict (code) do update set name = excluded.name, title = excluded.title,
                            specialty = excluded.specialty,
                            identity_sealed = coalesce(excluded.identity_sealed, staff.identity_sealed),
                            identity_hash = coalesce(excluded.identity_hash, staff.identity_hash),
                            identity_masked = case when excluded.identity_masked = '' then staff.identity_masked
                                else excluded.identity_masked end,
                            updated_by = excluded.updated_by, updated_at = now()
                        returning xmax = 0
                        """)
                .param("code", Given.text(request.code()))
                .param("name", Given.text(request.name()))
                .param("title", Given.text(request.title()))
                .param("specialty", Given.text(request.specialty()))
                .param("sealed", number.isEmpty() ? null : secrets.seal(number))
                .param("hash", number.isEmpty() ? null : secrets.hash(number))
                .param("masked", number.isEmpty() ? "" : PersonalSecrets.masked(number))
                .param("batch", batch)
                .param("who", actor.displayName())
                .query(Boolean.class)
                .single();
        database.sql("""
                        insert into provider.practice (staff, institution, begins, ends, department)
                        values (:code, :institution, :begins, :ends::date, :department)
                        on conflict (staff, institution, begins) do update set ends = excluded.ends, department = excluded.department
                        """)
                .param("code", Given.text(request.code()))
                .param("institution", Given.text(request.institution()))
                .param("begins", request.begins())
                .param("ends", request.ends())
                .param("department", Given.text(request.department()))
                .update();
        return fresh ? "新增" : "变更";
    }

    /** Codes of the institutions within the scope. */
    Set<String> institutions(Actor actor) {
        return new HashSet<>(database.sql("select code from provider.institution where county in (:counties)")
                .param("counties", acts.counties(actor))
                .query(String.class)
                .list());
    }
}
