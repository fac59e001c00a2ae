package org.tongchou.platform.contribution.employer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.contribution.EmployerMonths;
import org.tongchou.platform.contribution.collection.Settling;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The way of a declaration: drafted, submitted, reviewed by a second person, and reversed by two when it was wrong. */
@Service
public class Declarations implements EmployerMonths {
    private static final int FIRST_YEAR = 2000;
    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final DeclarationStore store;
    private final Assessment assessment;
    private final Drafts drafts;
    private final Settling settling;
    private final Employers employers;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    Declarations(
            JdbcClient database,
            DeclarationStore store,
            Assessment assessment,
            Drafts drafts,
            Settling settling,
            Employers employers,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.assessment = assessment;
        this.drafts = drafts;
        this.settling = settling;
        this.employers = employers;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses who does not see the county. */
    public void mustSee(Actor actor, String county) {
        actor.mustSee(region.county(county).unitId());
    }

    @Override
    @Transactional
    public long draft(Actor actor, String employerCode, YearMonth month, Map<Long, Long> wages) {
        String code = Given.text(employerCode);
        draft(actor, month, Map.of(code, wages));
        return employers
                .byCode(code)
                .flatMap(employer -> store.live(employer.id(), month.atDay(1)))
                .orElseThrow()
                .id();
    }

    @Override
    @Transactional
    public void draft(Actor actor, YearMonth month, Map<String, Map<Long, Long>> wages) {
        Map<String, Long> ids = employers.idsByCode(wages.keySet());
        wages.keySet().stream()
                .filter(code -> !ids.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.field("E-CON-001", "单位代码", code, "已登记的参保单位的统一社会信用代码");
                });
        Map<Long, Map<Long, Long>> given = new HashMap<>();
        wages.forEach((code, of) -> given.put(Objects.requireNonNull(ids.get(code)), of));
        if (month.getYear() < FIRST_YEAR || month.isAfter(YearMonth.now(clock).plusMonths(1))) {
            throw Refusal.field("E-CON-002", "所属月份", month.toString(), FIRST_YEAR + " 年以来、不晚于下月的月份");
        }
        List<Employer> all = employers.all(given.keySet());
        all.forEach(employer -> mustSee(actor, employer.county()));
        draft(actor, all, month, given);
    }

    /** Drafts the month of those employers that have people, as far as they have not, and hands it over; tells how many. */
    @Transactional
    public int declare(Actor actor, List<Employer> some, YearMonth month) {
        Drafts.Drafted drafted = drafts.missing(actor, some, month);
        record(actor, "create", "建立", store.all(drafted.made()));
        List<Long> ids = store.live(some.stream().map(Employer::id).toList(), month.atDay(1)).values().stream()
                .map(Declaration::id)
                .toList();
        submit(actor, ids);
        return ids.size();
    }

    private void draft(Actor actor, List<Employer> some, YearMonth month, Map<Long, Map<Long, Long>> wages) {
        Drafts.Drafted drafted = drafts.draft(actor, some, month, wages);
        record(actor, "create", "建立", store.all(drafted.made()));
        record(actor, "change", "修改", store.all(drafted.changed()));
    }

    /** Declares wages by hand. */
    @Transactional
    void wages(Actor actor, long id, @Nullable Integer version, Map<Long, Long> wages) {
        Declaration before = locked(actor, id, version);
        draft(
                actor,
                employers.all(List.of(before.employerId())),
                YearMonth.from(before.month()),
                Map.of(before.employerId(), wages));
    }

    @Override
    @Transactional
    public void submit(Actor actor, long id) {
        submit(actor, List.of(id));
    }

    /** Hands one over. */
    @Transactional
    void submit(Actor actor, long id, @Nullable Integer version) {
        locked(actor, id, version);
        submit(actor, List.of(id));
    }

    @Override
    @Transactional
    public void submit(Actor actor, Collection<Long> ids) {
        drafts.assessAgain(actor, locked(actor, ids));
        state(ids, Declaration.WAITING, "");
        record(actor, "submit", "提交", store.all(ids));
    }

    /** Takes one back that is not reviewed. */
    @Transactional
    void withdraw(Actor actor, long id, @Nullable Integer version) {
        Declaration before = locked(actor, id, version);
        if (!List.of(Declaration.DRAFT, Declaration.WAITING, Declaration.RETURNED)
                .contains(before.state())) {
            throw Refusal.conflict("E-CON-003", "申报" + before.state() + "，不能撤回");
        }
        if (before.enteredBy() != actor.userId()) {
            throw Refusal.conflict("E-CON-004", "只有申报人 " + before.enteredName() + " 可以撤回");
        }
        state(List.of(id), "已撤回", "");
        record(actor, "withdraw", "撤回", store.get(id));
    }

    @Override
    @Transactional
    public void accept(Actor actor, long id) {
        accept(actor, List.of(id));
    }

    @Override
    @Transactional
    public void accept(Actor actor, Collection<Long> ids) {
        List<Declaration> all = locked(actor, ids);
        reviewed(actor, all);
        state(ids, Declaration.OWED, "");
        record(actor, "accept", "复核", store.all(ids));
        settling.settle(
                actor,
                all.stream()
                        .map(one -> new Settling.Due(one.employerId(), one.month()))
                        .toList(),
                LocalDate.now(clock));
    }

    @Override
    public Optional<Bill> bill(String employerCode, YearMonth month) {
        return employers
                .byCode(employerCode)
                .flatMap(employer -> store.bill(employer.id(), month.atDay(1)))
                .map(found -> new Bill(
                        found.id(),
                        month,
                        found.dueFen(),
                        found.due(),
                        found.state().equals(Declaration.SETTLED)));
    }

    @Override
    public long payable(Bill bill, LocalDate day) {
        return bill.dueFen()
                + (day.isAfter(bill.due()) ? assessment.lateFee(bill.month().atDay(1), "", bill.dueFen(), day) : 0);
    }

    /** Makes the bill of it, or returns it with a reason. */
    @Transactional
    void review(Actor actor, long id, @Nullable Integer version, boolean accept, @Nullable String reason) {
        Declaration before = locked(actor, id, version);
        if (accept) {
            accept(actor, List.of(id));
            return;
        }
        reviewed(actor, List.of(before));
        state(List.of(id), Declaration.RETURNED, Given.requiredLine("退回原因", reason, LONGEST));
        record(actor, "return", "退回", store.all(List.of(id)));
    }

    private void reviewed(Actor actor, List<Declaration> all) {
        for (Declaration before : all) {
            if (!before.state().equals(Declaration.WAITING)) {
                throw Refusal.conflict("E-CON-003", "申报" + before.state() + "，不能复核");
            }
            if (before.enteredBy() == actor.userId()) {
                throw Refusal.conflict("E-CON-005", "申报人不能复核自己的申报，请由另一人复核");
            }
        }
        database.sql("""
                        update contribution.declaration set reviewed_by = :who, reviewed_name = :whoName, reviewed_at = :now
                        where id = any(:ids)""")
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("ids", all.stream().map(Declaration::id).toArray(Long[]::new))
                .update();
    }

    /** Asks for a bill to be reversed. */
    @Transactional
    void askReversal(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        Declaration before = locked(actor, id, version);
        mustBeBill(before);
        if (before.reversingBy() != null) {
            throw Refusal.conflict("E-CON-006", before.reversingName() + " 已经提请冲销，等待复核");
        }
        reversing(id, actor.userId(), actor.displayName(), Given.requiredLine("冲销原因", reason, LONGEST));
        record(actor, "ask_reversal", "提请冲销", store.get(id));
    }

    /** Reverses a bill with its vouchers and credits, or refuses to; never by who asked for it. */
    @Transactional
    void reverse(Actor actor, long id, @Nullable Integer version, boolean accept) {
        Declaration before = locked(actor, id, version);
        mustBeBill(before);
        Long asked = before.reversingBy();
        if (asked == null) {
            throw Refusal.conflict("E-CON-006", "没有人提请冲销这份核定");
        }
        if (asked == actor.userId()) {
            throw Refusal.conflict("E-CON-005", "提请人不能复核自己的冲销，请由另一人复核");
        }
        if (!accept) {
            reversing(id, null, "", "");
            record(actor, "keep", "不予冲销", store.get(id));
            return;
        }
        if (before.state().equals(Declaration.SETTLED)) {
            settling.takeBack(actor, before, LocalDate.now(clock));
        }
        database.sql("""
                        update contribution.declaration set state = '已冲销', reversed_by = :who, reversed_name = :whoName,
                            reversed_at = :now, version = version + 1 where id = :id""")
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        record(actor, "reverse", "冲销", store.get(id));
    }

    private void reversing(long id, @Nullable Long who, String name, String reason) {
        database.sql("""
                        update contribution.declaration set reversing_by = :who::bigint, reversing_name = :name,
                            reversing_reason = :reason, version = version + 1 where id = :id""")
                .param("who", who)
                .param("name", name)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private void state(Collection<Long> ids, String state, String reason) {
        database.sql("""
                        update contribution.declaration set state = :state, reason = :reason, version = version + 1
                        where id = any(:ids)""")
                .param("state", state)
                .param("reason", reason)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private List<Declaration> locked(Actor actor, Collection<Long> ids) {
        List<Declaration> seen = store.all(ids);
        if (seen.size() < ids.size()) {
            throw Refusal.notFound("这份申报");
        }
        seen.forEach(one -> mustSee(actor, one.county()));
        settling.hold(seen.stream()
                .map(one -> new Settling.Due(one.employerId(), one.month()))
                .toList());
        return store.lock(ids);
    }

    private Declaration locked(Actor actor, long id, @Nullable Integer version) {
        Declaration found = locked(actor, List.of(id)).get(0);
        if (found.version() != Given.required("版本", version)) {
            throw Refusal.conflict("E-PLT-409", "这份申报已被他人处理，请刷新后再办理");
        }
        return found;
    }

    private static void mustBeBill(Declaration declaration) {
        if (!declaration.state().equals(Declaration.OWED)
                && !declaration.state().equals(Declaration.SETTLED)) {
            throw Refusal.conflict("E-CON-003", "申报" + declaration.state() + "，不能冲销");
        }
    }

    private void record(Actor actor, String act, String verb, Declaration after) {
        record(actor, act, verb, List.of(after));
    }

    private void record(Actor actor, String act, String verb, List<Declaration> all) {
        audit.record(
                actor,
                "contribution.declaration." + act,
                "contribution.declaration",
                all.stream()
                        .map(after -> new AuditLog.Done(
                                Long.toString(after.id()),
                                verb + after.employerName() + " " + YearMonth.from(after.month()) + " 缴费申报",
                                Map.of(
                                        "状态", after.state(),
                                        "人数", after.people(),
                                        "应缴", Money.ofFen(after.dueFen()).toString(),
                                        "原因", after.reason() + after.reversingReason())))
                        .toList());
    }
}
