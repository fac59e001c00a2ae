package org.tongchou.platform.contribution.employer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.contribution.collection.Settling;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Declarations that are worked on: who owes what, made of who is enrolled; for many employers in a few statements. */
@Component("contributionDrafts")
@Transactional(propagation = Propagation.MANDATORY)
class Drafts {
    private final JdbcClient database;
    private final DeclarationStore store;
    private final Assessment assessment;
    private final Settling settling;
    private final Clock clock;

    Drafts(JdbcClient database, DeclarationStore store, Assessment assessment, Settling settling, Clock clock) {
        this.database = database;
        this.store = store;
        this.assessment = assessment;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * What was drafted.
     *
     * @param made ids of new declarations
     * @param changed ids of those that were there
     */
    record Drafted(Collection<Long> made, Collection<Long> changed) {}

    /** Drafts the month of those employers that have people and no declaration of it. */
    Drafted missing(Actor actor, List<Employer> some, YearMonth month) {
        hold(some, month);
        Set<Long> declared = store.live(ids(some), month.atDay(1)).keySet();
        List<Employer> missing =
                some.stream().filter(one -> !declared.contains(one.id())).toList();
        Map<Long, Assessment.Staff> staff = assessment.staff(ids(missing), month);
        List<Employer> wanted =
                missing.stream().filter(one -> staff.containsKey(one.id())).toList();
        return draft(actor, wanted, month, staff, Map.of(), store.wages(ids(wanted), month.atDay(1)));
    }

    /**
     * Drafts the month of employers, or adds wages to its drafts.
     *
     * @param wages monthly wage by id of the employer and of the person
     */
    Drafted draft(Actor actor, List<Employer> some, YearMonth month, Map<Long, Map<Long, Long>> wages) {
        hold(some, month);
        Map<Long, Declaration> before = store.live(ids(some), month.atDay(1));
        before.values().forEach(Drafts::mustBeOpen);
        Map<Long, Map<Long, @Nullable Long>> known = store.wages(ids(some), month.atDay(1));
        wages.forEach((employer, of) ->
                known.computeIfAbsent(employer, id -> new HashMap<>()).putAll(of));
        return draft(actor, some, month, assessment.staff(ids(some), month), before, known);
    }

    private void hold(List<Employer> some, YearMonth month) {
        settling.hold(some.stream()
                .map(one -> new Settling.Due(one.id(), month.atDay(1)))
                .toList());
    }

    private static List<Long> ids(List<Employer> some) {
        return some.stream().map(Employer::id).toList();
    }

    private Drafted draft(
            Actor actor,
            List<Employer> some,
            YearMonth month,
            Map<Long, Assessment.Staff> staff,
            Map<Long, Declaration> before,
            Map<Long, Map<Long, @Nullable Long>> wages) {
        Map<Long, Assessment.Assessed> assessed = new LinkedHashMap<>();
        for (Employer employer : some) {
            assessed.put(
                    employer.id(),
                    assessment.of(
                            people(staff, employer.id(), month), month, wages.getOrDefault(employer.id(), Map.of())));
        }
        Map<Long, Long> made = create(
                actor,
                some.stream().filter(one -> !before.containsKey(one.id())).toList(),
                month.atDay(1),
                assessed);
        Map<Long, Long> changed =
                before.values().stream().collect(Collectors.toMap(Declaration::employerId, Declaration::id));
        touch(actor, changed.values());
        Map<Long, Assessment.Assessed> byId = new LinkedHashMap<>();
        assessed.forEach((employer, of) -> byId.put(
                Objects.requireNonNull(made.containsKey(employer) ? made.get(employer) : changed.get(employer)), of));
        store.write(byId);
        return new Drafted(made.values(), changed.values());
    }

    private static Assessment.Staff people(Map<Long, Assessment.Staff> staff, long employer, YearMonth month) {
        Assessment.Staff people = staff.get(employer);
        if (people == null) {
            throw Refusal.conflict("E-CON-010", "单位在 " + month + " 没有参加职工医保的人员，不能申报");
        }
        return people;
    }

    /** Creates declarations; their ids by employer. */
    private Map<Long, Long> create(
            Actor actor, List<Employer> some, LocalDate month, Map<Long, Assessment.Assessed> assessed) {
        Map<Long, Long> made = new HashMap<>();
        database.sql("""
                        insert into contribution.declaration (employer_id, employer_code, employer_name, county, month, due,
                            entered_by, entered_name, entered_at)
                        select employer, code, name, county, :month, due, :who, :whoName, :now
                        from unnest(:employers::bigint[], :codes::text[], :names::text[], :counties::text[], :dues::date[])
                            as row (employer, code, name, county, due)
                        returning employer_id, id""")
                .param("employers", some.stream().map(Employer::id).toArray(Long[]::new))
                .param("codes", some.stream().map(Employer::code).toArray(String[]::new))
                .param("names", some.stream().map(Employer::name).toArray(String[]::new))
                .param("counties", some.stream().map(Employer::county).toArray(String[]::new))
                .param(
                        "dues",
                        some.stream()
                                .map(one -> Objects.requireNonNull(assessed.get(one.id()))
                                        .due()
                                        .toString())
                                .toArray(String[]::new))
                .param("month", month)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(row -> {
                    made.put(row.getLong(1), row.getLong(2));
                });
        return made;
    }

    /** Makes people and sums of drafts anew of who is enrolled now, where that is not who was. */
    void assessAgain(Actor actor, List<Declaration> some) {
        some.forEach(Drafts::mustBeOpen);
        touch(actor, some.stream().map(Declaration::id).toList());
        some.stream()
                .collect(Collectors.groupingBy(Declaration::month))
                .forEach((month, of) -> assessAgain(YearMonth.from(month), of));
    }

    private void assessAgain(YearMonth month, List<Declaration> some) {
        Map<Long, Assessment.Staff> staff =
                assessment.staff(some.stream().map(Declaration::employerId).toList(), month);
        Map<Long, String> inputs =
                store.inputs(some.stream().map(Declaration::id).toList());
        List<Declaration> changed = some.stream()
                .filter(one -> !people(staff, one.employerId(), month).inputs().equals(inputs.get(one.id())))
                .toList();
        Map<Long, Map<Long, @Nullable Long>> wages =
                store.wages(changed.stream().map(Declaration::employerId).toList(), month.atDay(1));
        Map<Long, Assessment.Assessed> assessed = new LinkedHashMap<>();
        changed.forEach(one -> assessed.put(
                one.id(),
                assessment.of(
                        people(staff, one.employerId(), month),
                        month,
                        wages.getOrDefault(one.employerId(), Map.of()))));
        store.write(assessed);
    }

    private void touch(Actor actor, Collection<Long> ids) {
        database.sql("""
                        update contribution.declaration set entered_by = :who, entered_name = :whoName, entered_at = :now,
                            reviewed_by = null, reviewed_name = '', reviewed_at = null where id = any(:ids)""")
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private static void mustBeOpen(Declaration declaration) {
        if (!declaration.isOpen()) {
            throw Refusal.conflict(
                    "E-CON-003",
                    declaration.employerName() + " " + YearMonth.from(declaration.month()) + " 的申报"
                            + declaration.state() + "，不能修改；需要更正的请先冲销");
        }
    }
}
