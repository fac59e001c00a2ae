package org.tongchou.platform.fund.interest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** What people do with the interest of a year: compute, review, take back. The work itself is a job's. */
@Service("fundInterestRuns")
class InterestRuns {
    private static final String OBJECT = "fund.interest";
    private static final List<String> BANKS =
            List.of(FundAccounts.TREASURY_BANK, FundAccounts.SPENDING_BANK, FundAccounts.INCOME_BANK);

    private final JdbcClient database;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;

    InterestRuns(JdbcClient database, Jobs jobs, AuditLog audit, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    List<InterestRun> list() {
        return database.sql("select * from fund.interest_run order by id desc limit 100")
                .query(InterestRun.class)
                .list();
    }

    InterestRun get(long id) {
        return find(id, "").orElseThrow(() -> Refusal.notFound("这次计息"));
    }

    private Optional<InterestRun> find(long id, String lock) {
        return database.sql("select * from fund.interest_run where id = :id" + lock)
                .param("id", id)
                .query(InterestRun.class)
                .optional();
    }

    /** Accounts that a person has to look at. */
    Page<InterestRun.Line> leftOut(long id, PageQuery page) {
        long total = database.sql("select count(*) from fund.interest_line where run_id = :id and problem <> ''")
                .param("id", id)
                .query(Long.class)
                .single();
        return new Page<>(
                database.sql("""
                                select person, carried_fen, current_fen, problem from fund.interest_line
                                where run_id = :id and problem <> '' order by person limit :size offset :offset""")
                        .param("id", id)
                        .param("size", page.rows())
                        .param("offset", page.offset())
                        .query(InterestRun.Line.class)
                        .list(),
                total,
                page.number(),
                page.rows());
    }

    /** Begins to compute the interest of a year that is over. */
    @Transactional
    InterestRun begin(Actor actor, @Nullable Integer year, @Nullable String bankAccount) {
        int of = Given.required("年度", year);
        if (of < 2000 || of >= LocalDate.now(clock).getYear()) {
            throw Refusal.field("E-FUN-120", "年度", Integer.toString(of), "已经结束的年度");
        }
        String bank = Given.text(bankAccount);
        if (!BANKS.contains(bank)) {
            throw Refusal.field("E-FUN-121", "存款科目", bank, "以下之一：" + String.join("、", BANKS));
        }
        database.sql("select pg_advisory_xact_lock(hashtextextended('fund.interest', :year))")
                .param("year", of)
                .query((row, number) -> 0)
                .list();
        boolean taken = database.sql("""
                        select exists (select from fund.interest_run where year = :year and state not in ('已冲回', '已撤回'))""").param("year", of).query(Boolean.class).single();
        if (taken) {
            throw Refusal.conflict("E-FUN-122", of + " 年已经计息；须先撤回或冲回");
        }
        long id = database.sql("""
                        insert into fund.interest_run (year, bank_account, state, entered_by, entered_name)
                        values (:year, :bank, :state, :who, :name) returning id""")
                .param("year", of)
                .param("bank", bank)
                .param("state", InterestRun.COMPUTING)
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .query(Long.class)
                .single();
        submit(actor, id, "计算 " + of + " 年个人账户利息");
        audit.record(actor, "fund.interest.compute", OBJECT, Long.toString(id), "计算 " + of + " 年个人账户利息", null, null);
        return get(id);
    }

    private void submit(Actor actor, long id, String title) {
        long job = jobs.submit(actor, InterestJob.KIND, title, Map.of("run", Long.toString(id)));
        database.sql("update fund.interest_run set job_id = :job where id = :id")
                .param("job", job)
                .param("id", id)
                .update();
    }

    private InterestRun locked(long id, @Nullable Integer version, String state) {
        InterestRun run = find(id, " for update").orElseThrow(() -> Refusal.notFound("这次计息"));
        if (run.version() != Given.required("版本", version)) {
            throw Refusal.conflict("E-PLT-409", "这次计息已被他人处理，请刷新后再办理");
        }
        if (!run.state().equals(state)) {
            throw Refusal.conflict("E-FUN-123", run.year() + " 年计息" + run.state() + "，不能这样办理");
        }
        return run;
    }

    /** Lets what was computed be posted; never by who computed it. */
    @Transactional
    InterestRun accept(Actor actor, long id, @Nullable Integer version) {
        InterestRun run = locked(id, version, InterestRun.WAITING);
        if (run.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-FUN-030", "计息人不能复核自己计算的利息，请由另一人复核");
        }
        database.sql("""
                        update fund.interest_run set state = :state, reviewed_by = :who, reviewed_name = :name,
                            version = version + 1 where id = :id""")
                .param("state", InterestRun.POSTING)
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("id", id)
                .update();
        submit(actor, id, "入账 " + run.year() + " 年个人账户利息");
        audit.record(
                actor,
                "fund.interest.accept",
                OBJECT,
                Long.toString(id),
                "复核 " + run.year() + " 年个人账户利息 " + Money.ofFen(run.fen()) + " 元",
                null,
                null);
        return get(id);
    }

    /** Gives up what was computed. */
    @Transactional
    InterestRun withdraw(Actor actor, long id, @Nullable Integer version) {
        InterestRun run = locked(id, version, InterestRun.WAITING);
        move(run, InterestRun.WITHDRAWN);
        audit.record(
                actor, "fund.interest.withdraw", OBJECT, Long.toString(id), "撤回 " + run.year() + " 年计息", null, null);
        return get(id);
    }

    /** Takes posted interest back; refused at the account whose interest was used meanwhile. */
    @Transactional
    InterestRun reverse(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        String why = Given.requiredLine("冲回原因", reason, 200);
        InterestRun run = locked(id, version, InterestRun.POSTED);
        database.sql("""
                        update fund.interest_run set state = :state, reversed_by = :who, reversed_name = :name, reason = :why,
                            version = version + 1 where id = :id""")
                .param("state", InterestRun.REVERSING)
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("why", why)
                .param("id", id)
                .update();
        submit(actor, id, "冲回 " + run.year() + " 年个人账户利息");
        audit.record(
                actor,
                "fund.interest.reverse",
                OBJECT,
                Long.toString(id),
                "冲回 " + run.year() + " 年个人账户利息",
                null,
                Map.of("reason", why));
        return get(id);
    }

    /** Goes on with one whose job failed; what was done stays done. */
    @Transactional
    InterestRun resume(Actor actor, long id) {
        InterestRun run = get(id);
        if (!List.of(InterestRun.COMPUTING, InterestRun.POSTING, InterestRun.REVERSING)
                .contains(run.state())) {
            throw Refusal.conflict("E-FUN-123", run.year() + " 年计息" + run.state() + "，不能这样办理");
        }
        submit(actor, id, "继续办理 " + run.year() + " 年个人账户利息");
        audit.record(
                actor, "fund.interest.resume", OBJECT, Long.toString(id), "继续办理 " + run.year() + " 年计息", null, null);
        return get(id);
    }

    private void move(InterestRun run, String state) {
        database.sql("update fund.interest_run set state = :state, version = version + 1 where id = :id")
                .param("state", state)
                .param("id", run.id())
                .update();
    }
}
