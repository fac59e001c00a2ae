package org.tongchou.platform.provider.agreement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.institution.Institution;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Agreements and the steps that people ask for. What a step does is told by {@link AgreementEffects}. */
@Service
public class Agreements {
    /** Details of an act: what is in them. */
    static final String MATERIALS = "材料";

    static final String TERMS = "协商内容";
    static final String NUMBER = "协议编号";
    static final String BEGINS = "起始日期";
    static final String ENDS = "截止日期";
    static final String SCORE = "得分";
    /** Begins the names of details that hold the points of an item. */
    static final String ITEM = "评分.";

    private static final int LONGEST_TERM_YEARS = 5;

    private static final String SELECT = """
            select * from (select a.id, a.institution, i.name as institution_name, i.kind, i.county, a.state,
                case when a.state in ('生效', '中止') and a.ends < :today then '已到期'
                    when a.state = '生效' and a.begins > :today then '待生效' else a.state end as standing,
                a.applied_on, a.score, a.terms, a.number, a.begins, a.ends,
                (d.rate::numeric / 1000000)::numeric(7, 6) as deposit_rate, d.source as deposit_clause, a.ended_on, a.barred_until, a.previous,
                exists (select from provider.agreement n where n.previous = a.id) as renewed,
                coalesce((select w.kind from provider.act w where w.subject = 'agreement' and w.subject_id = a.id::text
                    and w.state = '待复核'), '') as waiting
            from provider.agreement a join provider.institution i on i.code = a.institution
                left join lateral (select rate, source from provider.agreement_deposit d
                    where d.agreement_id = a.id and d.begins <= greatest(a.begins, least(a.ends, :today))
                    order by d.begins desc, d.id desc limit 1) d on true) a
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "id",
            "a.id",
            "number",
            "a.number",
            "institutionName",
            "a.institution_name",
            "begins",
            "a.begins",
            "ends",
            "a.ends");

    private final JdbcClient database;
    private final Institutions institutions;
    private final Acts acts;
    private final Clock clock;

    Agreements(JdbcClient database, Institutions institutions, Acts acts, Clock clock) {
        this.database = database;
        this.institutions = institutions;
        this.acts = acts;
        this.clock = clock;
    }

    Page<Agreement> list(Actor actor, Agreement.Filter filter, PageQuery page) {
        Where where = where(actor, filter);
        long total = where.query(database, "select count(*) from (" + SELECT + ") a", "")
                .query(Long.class)
                .single();
        return new Page<>(
                where.query(
                                database,
                                SELECT,
                                page.orderBy(SORTABLE, "a.id desc") + " limit " + page.rows() + " offset "
                                        + page.offset())
                        .query(Agreement.class)
                        .list(),
                total,
                page.number(),
                page.rows());
    }

    List<Agreement> all(Actor actor, Agreement.Filter filter, PageQuery order) {
        return where(actor, filter)
                .query(database, SELECT, order.orderBy(SORTABLE, "a.id desc"))
                .query(Agreement.class)
                .list();
    }

    private Where where(Actor actor, Agreement.Filter filter) {
        return new Where()
                .and("a.county in (:counties)", "counties", acts.counties(actor))
                .and(":today::date is not null", "today", LocalDate.now(clock))
                .when(filter.state(), "a.standing = :state", "state")
                .when(filter.institution(), "a.institution = :institution", "institution")
                .when(
                        filter.endsBefore(),
                        "a.standing in ('生效', '中止') and not a.renewed and a.ends < :before",
                        "before")
                .when(
                        filter.text(),
                        "strpos(lower(coalesce(a.number, '') || ' ' || a.institution || ' ' || a.institution_name), lower(:text)) > 0",
                        "text");
    }

    /** An agreement; refuses with 404 when there is none in scope. */
    public Agreement get(Actor actor, long id) {
        List<String> counties = acts.counties(actor);
        return find(id).filter(found -> counties.contains(found.county())).orElseThrow(() -> Refusal.notFound("协议"));
    }

    Optional<Agreement> find(long id) {
        return database.sql(SELECT + " where a.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(Agreement.class)
                .optional();
    }

    /** Takes an application; refuses it while a bar holds, another is under way, or an agreement is in force. */
    @Transactional
    public Agreement apply(Actor actor, String institution, AgreementRequest request) {
        Institution applicant = institutions.get(actor, institution);
        LocalDate day = Given.day("办理日期", request.onDate());
        if (applicant.closed() != null) {
            throw Refusal.conflict("E-PRV-040", applicant.name() + "已经停业，不能受理申请");
        }
        refuseBarred(applicant, day);
        List<String> needed = ScoringSheet.of(institution.startsWith("P")).materials();
        List<String> given = Objects.requireNonNullElse(request.materials(), List.of());
        for (String material : needed) {
            if (!given.contains(material)) {
                throw Refusal.field("E-PRV-042", MATERIALS, String.join("、", given), "齐全，还缺“" + material + "”");
            }
        }
        try {
            long id = database.sql("""
                            insert into provider.agreement (institution, state, applied_on, materials)
                            values (:institution, '申请', :day, to_jsonb(:materials::text[])) returning id
                            """)
                    .param("institution", institution)
                    .param("day", day)
                    .param("materials", needed.toArray(String[]::new))
                    .query(Long.class)
                    .single();
            acts.propose(
                    actor,
                    new Act.Proposal(
                            Long.toString(id),
                            applicant.county(),
                            applicant.name(),
                            ActKind.APPLY,
                            day,
                            null,
                            Given.line("说明", request.reason(), 500),
                            Map.of(MATERIALS, String.join("、", needed))));
            return get(actor, id);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-PRV-043", applicant.name() + "已有办理中的协议申请");
        }
    }

    private void refuseBarred(Institution applicant, LocalDate day) {
        database.sql("""
                        select barred_until from provider.agreement
                        where institution = :institution and barred_until >= :day order by barred_until desc limit 1
                        """)
                .param("institution", applicant.code())
                .param("day", day)
                .query(LocalDate.class)
                .optional()
                .ifPresent(until -> {
                    throw Refusal.conflict("E-PRV-041", applicant.name() + "的协议被解除，" + until + "（含）之前不受理重新申请");
                });
        Long standing = database.sql("""
                        select count(*) from provider.agreement
                        where institution = :institution and state in ('生效', '中止') and ends >= :day
                        """)
                .param("institution", applicant.code())
                .param("day", day)
                .query(Long.class)
                .single();
        if (standing > 0) {
            throw Refusal.conflict("E-PRV-044", applicant.name() + "已有没有到期的协议，到期前请办理续签");
        }
    }

    /** Takes or proposes a step of an agreement that exists. */
    @Transactional
    public Agreement step(Actor actor, long id, AgreementRequest request) {
        Agreement agreement = get(actor, id);
        ActKind kind = Given.required("事项", request.kind());
        AgreementSteps.get(kind, agreement.state());
        Map<String, String> details = new LinkedHashMap<>();
        String reason = Given.line("原因", request.reason(), 500);
        switch (kind) {
            case ASSESS -> assess(agreement, request, details);
            case NEGOTIATE -> details.put(TERMS, Given.requiredLine(TERMS, request.terms(), 1000));
            case SIGN, RENEW -> {
                sign(agreement, kind, request, details);
                if (request.depositRate() != null) {
                    DepositTerms.put(request, details);
                }
            }
            case DEPOSIT -> DepositTerms.put(request, details);
            default -> reason = Given.requiredLine("原因", request.reason(), 500);
        }
        if (kind == ActKind.TERMINATE) {
            Given.required("不受理重新申请的截止日期", request.untilDate());
        }
        LocalDate day = Given.day("办理日期", request.onDate());
        LocalDate until = Given.dayOrNone("截止日期", request.untilDate());
        if (until != null && until.isBefore(day)) {
            throw Refusal.field("E-PRV-045", "截止日期", until.toString(), "不早于 " + day);
        }
        acts.propose(
                actor,
                new Act.Proposal(
                        Long.toString(id),
                        agreement.county(),
                        agreement.institutionName(),
                        kind,
                        day,
                        until,
                        reason,
                        details));
        return get(actor, id);
    }

    private static void assess(Agreement agreement, AgreementRequest request, Map<String, String> details) {
        Map<String, BigDecimal> points = new HashMap<>();
        Objects.requireNonNullElse(request.points(), Map.<String, @Nullable BigDecimal>of())
                .forEach((item, given) -> {
                    if (given != null) {
                        points.put(item, given);
                    }
                });
        BigDecimal total =
                ScoringSheet.of(agreement.institution().startsWith("P")).total(points);
        details.put(SCORE, total.toPlainString());
        points.forEach((item, given) -> details.put(ITEM + item, given.toPlainString()));
    }

    private static void sign(Agreement agreement, ActKind kind, AgreementRequest request, Map<String, String> details) {
        LocalDate begins = kind == ActKind.RENEW
                ? Objects.requireNonNull(agreement.ends()).plusDays(1)
                : Given.day(BEGINS, request.begins());
        LocalDate ends = Given.day(ENDS, request.ends());
        if (ends.isBefore(begins) || ends.isAfter(begins.plusYears(LONGEST_TERM_YEARS))) {
            throw Refusal.field(
                    "E-PRV-046", ENDS, ends.toString(), "不早于 " + begins + "，期限不超过 " + LONGEST_TERM_YEARS + " 年");
        }
        details.put(NUMBER, Given.requiredLine(NUMBER, request.number(), 60));
        details.put(BEGINS, begins.toString());
        details.put(ENDS, ends.toString());
    }
}
