package org.tongchou.platform.contribution.employer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Settling settling;
    private final Employers employers;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    Declarations(
            JdbcClient database,
            DeclarationStore store,
            Assessment assessment,
            Settling settling,
            Employers employers,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.assessment = assessment;
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
        Employer employer =
                employers.byCode(code).orElseThrow(() -> Refusal.field("E-CON-001", "单位代码", code, "已登记的参保单位的统一社会信用代码"));
        mustSee(actor, employer.county());
        if (month.getYear() < FIRST_YEAR || month.isAfter(YearMonth.now(clock).plusMonths(1))) {
            throw Refusal.field("E-CON-002", "所属月份", month.toString(), FIRST_YEAR + " 年以来、不晚于下月的月份");
        }
        LocalDate first = month.atDay(1);
        settling.hold(employer.id(), first);
        Map<Long, @Nullable Long> known = store.wages(employer.id(), first);
        known.putAll(wages);
        Assessment.Assessed assessed = assessment.of(employer.id(), month, known);
        Declaration before = store.live(employer.id(), first).orElse(null);
        if (before != null) {
            mustBeOpen(before);
        }
        long id = before == null ? create(actor, employer, first, assessed.due()) : touch(actor, before.id());
        store.write(id, assessed);
        record(actor, before == null ? "create" : "change", before == null ? "建立" : "修改", store.get(id));
        return id;
    }

    private long create(Actor actor, Employer employer, LocalDate month, LocalDate due) {
        return database.sql("""
                        insert into contribution.declaration (employer_id, employer_code, employer_name, county, month, due,
                            entered_by, entered_name, entered_at)
                        values (:employer, :code, :name, :county, :month, :due, :who, :whoName, :now) returning id""")
                .param("employer", employer.id())
                .param("code", employer.code())
                .param("name", employer.name())
                .param("county", employer.county())
                .param("month", month)
                .param("due", due)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private long touch(Actor actor, long id) {
        database.sql("""
                        update contribution.declaration set entered_by = :who, entered_name = :whoName, entered_at = :now,
                            reviewed_by = null, reviewed_name = '', reviewed_at = null where id = :id""")
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        return id;
    }

    /** Declares wages by hand. */
    @Transactional
    void wages(Actor actor, long id, @Nullable Integer version, Map<Long, Long> wages) {
        Declaration before = locked(actor, id, version);
        mustBeOpen(before);
        Map<Long, @Nullable Long> known = new HashMap<>(store.wages(before.employerId(), before.month()));
        known.putAll(wages);
        touch(actor, id);
        store.write(id, assessment.of(before.employerId(), YearMonth.from(before.month()), known));
        record(actor, "change", "修改", store.get(id));
    }

    @Override
    @Transactional
    public void submit(Actor actor, long id) {
        submit(actor, id, store.get(id).version());
    }

    /** Hands one over; its people and sums are made anew of who is enrolled now. */
    @Transactional
    void submit(Actor actor, long id, @Nullable Integer version) {
        Declaration before = locked(actor, id, version);
        mustBeOpen(before);
        touch(actor, id);
        store.write(
                id,
                assessment.of(
                        before.employerId(),
                        YearMonth.from(before.month()),
                        store.wages(before.employerId(), before.month())));
        state(id, Declaration.WAITING, "");
        record(actor, "submit", "提交", store.get(id));
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
        state(id, "已撤回", "");
        record(actor, "withdraw", "撤回", store.get(id));
    }

    @Override
    @Transactional
    public void accept(Actor actor, long id) {
        review(actor, id, store.get(id).version(), true, null);
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
        if (!before.state().equals(Declaration.WAITING)) {
            throw Refusal.conflict("E-CON-003", "申报" + before.state() + "，不能复核");
        }
        if (before.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-CON-005", "申报人不能复核自己的申报，请由另一人复核");
        }
        String why = accept ? "" : Given.requiredLine("退回原因", reason, LONGEST);
        database.sql("""
                        update contribution.declaration set reviewed_by = :who, reviewed_name = :whoName, reviewed_at = :now
                        where id = :id""")
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        state(id, accept ? Declaration.OWED : Declaration.RETURNED, why);
        record(actor, accept ? "accept" : "return", accept ? "复核" : "退回", store.get(id));
        if (accept) {
            settling.settle(actor, before.employerId(), before.month(), LocalDate.now(clock));
        }
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

    private void state(long id, String state, String reason) {
        database.sql("""
                        update contribution.declaration set state = :state, reason = :reason, version = version + 1
                        where id = :id""")
                .param("state", state)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private Declaration locked(Actor actor, long id, @Nullable Integer version) {
        Declaration seen = store.get(id);
        settling.hold(seen.employerId(), seen.month());
        Declaration found = store.lock(id);
        mustSee(actor, found.county());
        if (found.version() != Given.required("版本", version)) {
            throw Refusal.conflict("E-PLT-409", "这份申报已被他人处理，请刷新后再办理");
        }
        return found;
    }

    private static void mustBeOpen(Declaration declaration) {
        if (!declaration.state().equals(Declaration.DRAFT)
                && !declaration.state().equals(Declaration.RETURNED)) {
            throw Refusal.conflict(
                    "E-CON-003",
                    declaration.employerName() + " " + YearMonth.from(declaration.month()) + " 的申报"
                            + declaration.state() + "，不能修改；需要更正的请先冲销");
        }
    }

    private static void mustBeBill(Declaration declaration) {
        if (!declaration.state().equals(Declaration.OWED)
                && !declaration.state().equals(Declaration.SETTLED)) {
            throw Refusal.conflict("E-CON-003", "申报" + declaration.state() + "，不能冲销");
        }
    }

    private void record(Actor actor, String act, String verb, Declaration after) {
        audit.record(
                actor,
                "contribution.declaration." + act,
                "contribution.declaration",
                Long.toString(after.id()),
                verb + after.employerName() + " " + YearMonth.from(after.month()) + " 缴费申报",
                null,
                Map.of(
                        "状态", after.state(),
                        "人数", after.people(),
                        "应缴", Money.ofFen(after.dueFen()).toString(),
                        "原因", after.reason() + after.reversingReason()));
    }
}
