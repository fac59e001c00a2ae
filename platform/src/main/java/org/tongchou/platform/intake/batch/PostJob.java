package org.tongchou.platform.intake.batch;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/**
 * Posts the good rows of a batch part by part. What the duty writes, the marks of the rows and the record of the part are
 * one transaction: a run that is cut off leaves whole parts only, and the next one goes on behind them.
 */
@Component("intakePostJob")
class PostJob implements JobHandler {
    static final String KIND = "intake.post";

    /** Most rows of a part. */
    static final int PART = 10_000;

    private final Batches batches;
    private final Staging staging;
    private final StagedRows rows;
    private final Kinds kinds;
    private final PersonalSecrets secrets;
    private final AuditLog audit;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PostJob(
            Batches batches,
            Staging staging,
            StagedRows rows,
            Kinds kinds,
            PersonalSecrets secrets,
            AuditLog audit,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.batches = batches;
        this.staging = staging;
        this.rows = rows;
        this.kinds = kinds;
        this.secrets = secrets;
        this.audit = audit;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        long id = Long.parseLong(run.parameters().getOrDefault("batch", "0"));
        run.result(Map.of("batch", id));
        try {
            int[] after = {0};
            while (Boolean.TRUE.equals(transaction.execute(status -> part(run, id, after)))) {
                run.stopIfCancelled();
            }
        } catch (Refusal e) {
            transaction.executeWithoutResult(status -> notPosted(id, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private void notPosted(long id, String failure) {
        batches.find(id, true)
                .filter(found -> found.is(BatchState.POSTING))
                .ifPresent(batch -> batches.setState(
                        id,
                        batch.wrongRows() == 0 ? BatchState.READY : BatchState.OPEN,
                        "第 " + (batch.parts() + 1) + " 部分没有入账，之前的 " + batch.parts() + " 部分已入账：" + failure,
                        batch.reason()));
    }

    /** Posts the next part, or ends the posting; false when nothing is left to do. */
    private boolean part(JobRun run, long id, int[] after) {
        Batch batch = batches.find(id, true)
                .filter(found -> found.is(BatchState.POSTING))
                .orElse(null);
        if (batch == null) {
            return false;
        }
        Intake intake = kinds.get(batch.kind());
        Stager stager = new Stager(intake, secrets);
        List<StagedRows.Kept> kept = rows.next(id, after[0], PART, RowState.CORRECT);
        if (kept.isEmpty()) {
            finish(run.actor(), batch, intake, stager);
            return false;
        }
        PartView view = new PartView(run.actor(), batch, batch.parts() + 1, stager, kept, "");
        intake.post(view);
        List<Integer> posted = view.posted();
        staging.posted(
                id, view.part(), posted, posted.stream().map(view::outcome).toList());
        staging.addProblems(id, view.rejected());
        record(run.actor(), view, kept, posted.size());
        batches.partPosted(id, posted.size(), kept.size() - posted.size());
        after[0] = kept.get(kept.size() - 1).number();
        run.progress((long) batch.postedRows() + kept.size(), (long) batch.postedRows() + batch.correctRows(), "入账");
        return true;
    }

    private void record(Actor actor, PartView view, List<StagedRows.Kept> kept, int posted) {
        database.sql("""
                        insert into intake.part (batch_id, part, first_row, last_row, rows, posted_by, posted_at)
                        values (:batch, :part, :first, :last, :rows, :who, :now)""")
                .param("batch", view.batch())
                .param("part", view.part())
                .param("first", kept.get(0).number())
                .param("last", kept.get(kept.size() - 1).number())
                .param("rows", posted)
                .param("who", actor.userId())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void finish(Actor actor, Batch batch, Intake intake, Stager stager) {
        FinishView view = new FinishView(actor, batch, stager, rows);
        intake.finish(view);
        batches.posted(actor, batch.id(), view.notes());
        audit.record(
                actor,
                "intake.batch.post",
                "intake.batch",
                Long.toString(batch.id()),
                batch.kindName() + "批次 " + batch.id() + " 入账 " + batch.postedRows() + " 行，有误未入账 " + batch.wrongRows()
                        + " 行",
                Map.of("state", batch.state()),
                Map.of(
                        "rows",
                        batch.postedRows(),
                        "leftOut",
                        batch.wrongRows(),
                        "skipped",
                        batch.skippedRows(),
                        "sha256",
                        batch.sha256()));
    }
}
