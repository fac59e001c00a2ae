package org.tongchou.platform.provider.staff;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.provider.act.ActEffect;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/**
 * Stops of the right to prescribe, and points of the payment qualification (医保发〔2024〕23号): 1 to 12 points an event; with 9 in
 * a calendar year the qualification rests for 1 to 6 months, with 12 it ends for a year, with 12 at once for three.
 */
@Service
class StaffActs implements ActEffect {
    private static final String POINTS = "记分";
    private static final String MONTHS = "暂停月数";
    private static final int RESTS = 9;
    private static final int ENDS = 12;
    private static final int LONGEST_REST_MONTHS = 6;

    private final StaffRegister register;
    private final JdbcClient database;

    StaffActs(StaffRegister register, JdbcClient database) {
        this.register = register;
        this.database = database;
    }

    /**
     * What is wanted.
     *
     * @param kind STOP, RESTORE or SCORE
     * @param onDate the day it takes effect
     * @param untilDate last day of a stop; null while open
     * @param reason why
     * @param points points given
     * @param months how long the qualification rests when 9 points are reached
     */
    record Request(
            @Nullable ActKind kind,
            @Nullable LocalDate onDate,
            @Nullable LocalDate untilDate,
            @Nullable String reason,
            @Nullable Integer points,
            @Nullable Integer months) {}

    /** The request as a proposal. */
    Act.Proposal proposal(StaffMember member, Request request) {
        ActKind kind = Given.required("事项", request.kind());
        if (kind.subject() != ActKind.Subject.STAFF) {
            throw Refusal.field("E-PRV-070", "事项", kind.printed(), "暂停处方权、恢复处方权或支付资格记分");
        }
        LocalDate day = Given.day("生效日期", request.onDate());
        Map<String, String> details = new LinkedHashMap<>();
        if (kind == ActKind.SCORE) {
            int points = Given.required(POINTS, request.points());
            if (points < 1 || points > ENDS) {
                throw Refusal.field("E-PRV-072", POINTS, Integer.toString(points), "1 至 12 分");
            }
            details.put(POINTS, Integer.toString(points));
            details.put(MONTHS, Integer.toString(Objects.requireNonNullElse(request.months(), 0)));
        }
        LocalDate until = kind == ActKind.STOP ? Given.dayOrNone("截止日期", request.untilDate()) : null;
        if (until != null && until.isBefore(day)) {
            throw Refusal.field("E-PRV-073", "截止日期", until.toString(), "不早于 " + day);
        }
        return new Act.Proposal(
                member.code(),
                register.county(member),
                member.kind() + member.name(),
                kind,
                day,
                until,
                Given.requiredLine("原因", request.reason(), 500),
                details);
    }

    @Override
    public ActKind.Subject subject() {
        return ActKind.Subject.STAFF;
    }

    @Override
    public void check(Act.Proposal proposal) {
        database.sql("select code from provider.staff where code = :code for update")
                .param("code", proposal.subjectId())
                .query(String.class)
                .single();
        boolean stopped = stopped(proposal.subjectId(), proposal.onDate());
        switch (proposal.kind()) {
            case STOP -> {
                if (stopped) {
                    throw Refusal.conflict("E-PRV-074", proposal.title() + "在 " + proposal.onDate() + " 已经暂停处方权");
                }
            }
            case RESTORE -> {
                if (!stopped) {
                    throw Refusal.conflict("E-PRV-075", proposal.title() + "在 " + proposal.onDate() + " 没有暂停处方权");
                }
            }
            default -> {
                int total =
                        points(proposal.subjectId(), proposal.onDate().getYear()) + number(proposal.details(), POINTS);
                int months = number(proposal.details(), MONTHS);
                if (total >= RESTS && total < ENDS && (months < 1 || months > LONGEST_REST_MONTHS)) {
                    throw Refusal.field(
                            "E-PRV-076", MONTHS, Integer.toString(months), "1 至 6（本年累计 " + total + " 分，达到 9 分须暂停支付资格）");
                }
            }
        }
    }

    @Override
    public void apply(Actor actor, Act act) {
        String code = act.subjectId();
        LocalDate day = act.onDate();
        switch (act.kind()) {
            case STOP -> stop(act, act.untilDate(), act.reason());
            case RESTORE ->
                database.sql("""
                                update provider.prescribing_stop set ends = greatest(:day::date - 1, begins)
                                where staff = :code and begins <= :day and (ends is null or ends >= :day)
                                """).param("code", code).param("day", day).update();
            default -> {
                int points = number(act.details(), POINTS);
                database.sql("""
                                insert into provider.qualification_score (act_id, staff, scored_on, points, reason)
                                values (:act, :code, :day, :points, :reason)
                                """)
                        .param("act", act.id())
                        .param("code", code)
                        .param("day", day)
                        .param("points", points)
                        .param("reason", act.reason())
                        .update();
                int total = points(code, day.getYear());
                if (total >= ENDS) {
                    LocalDate until = day.plusYears(points >= ENDS ? 3 : 1).minusDays(1);
                    stop(act, until, "支付资格记分累计 " + total + " 分，终止支付资格");
                } else if (total >= RESTS) {
                    LocalDate until =
                            day.plusMonths(number(act.details(), MONTHS)).minusDays(1);
                    stop(act, until, "支付资格记分累计 " + total + " 分，暂停支付资格");
                }
            }
        }
    }

    private void stop(Act act, @Nullable LocalDate until, String reason) {
        database.sql("""
                        insert into provider.prescribing_stop (staff, begins, ends, reason, act_id)
                        values (:code, :day, :until::date, :reason, :act)
                        on conflict (staff, begins) do update set reason = excluded.reason, act_id = excluded.act_id,
                            ends = case when prescribing_stop.ends is null or excluded.ends is null then null
                                else greatest(prescribing_stop.ends, excluded.ends) end
                        """)
                .param("code", act.subjectId())
                .param("day", act.onDate())
                .param("until", until)
                .param("reason", reason)
                .param("act", act.id())
                .update();
    }

    private static int number(Map<String, String> details, String key) {
        return Integer.parseInt(details.getOrDefault(key, "0"));
    }

    private int points(String code, int year) {
        return database.sql("""
                        select coalesce(sum(points), 0)::int from provider.qualification_score
                        where staff = :code and scored_on between make_date(:year, 1, 1) and make_date(:year, 12, 31)
                        """)
                .param("code", code)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private boolean stopped(String code, LocalDate day) {
        return database.sql("""
                        select exists (select from provider.prescribing_stop
                            where staff = :code and begins <= :day and (ends is null or ends >= :day))
                        """)
                .param("code", code)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
