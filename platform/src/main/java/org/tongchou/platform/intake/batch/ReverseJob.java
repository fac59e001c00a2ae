package org.tongchou.platform.intake.batch;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Refusal;

/** Takes the posted parts of a batch back, the last first, each in a transaction of its own. */
@Component("intakeReverseJob")
class ReverseJob implements JobHandler {
    static final String KIND = "intake.reverse";

    private final Batches batches;
    private final Staging staging;
    private final StagedRows rows;
    private final Kinds kinds;
    private final PersonalSecrets secrets;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ReverseJob(
            Batches batches,
            Staging staging,
            StagedRows rows,
            Kinds kinds,
            PersonalSecrets secrets,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.batches = batches;
        this.staging = staging;
        this.rows = rows;
        this.kinds = kinds;
        this.secrets = secrets;
        this.audit = audit;
        this.transaction = transaction;
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
            while (Boolean.TRUE.equals(transaction.execute(status -> part(run, id)))) {
                run.stopIfCancelled();
            }
        } catch (Refusal e) {
            transaction.executeWithoutResult(status -> batches.find(id, true)
                    .filter(found -> found.is(BatchState.REVERSING))
                    .ifPresent(batch -> batches.setState(
                            id,
                            BatchState.REVERSING,
                            "冲销没有完成，还有 " + batch.parts() + " 部分：" + e.getMessage(),
                            batch.reason())));
            throw e;
        }
    }

    private boolean part(JobRun run, long id) {
        Batch batch = batches.find(id, true)
                .filter(found -> found.is(BatchState.REVERSING))
                .orElse(null);
        if (batch == null) {
            return false;
        }
        if (batch.parts() == 0) {
            batches.setState(id, BatchState.REVERSED, "", batch.reason());
            audit.record(
                    run.actor(),
                    "intake.batch.reversed",
                    "intake.batch",
                    Long.toString(id),
                    batch.kindName() + "批次 " + id + " 已全部冲销",
                    Map.of("state", batch.state()),
                    Map.of("state", BatchState.REVERSED.printed(), "reason", batch.reason()));
            return false;
        }
        ReversibleIntake intake = kinds.reversible(batch.kind());
        List<StagedRows.Kept> kept = rows.ofPart(id, batch.parts());
        intake.reverse(
                new PartView(run.actor(), batch, batch.parts(), new Stager(intake, secrets), kept, batch.reason()));
        staging.mark(id, kept.stream().map(StagedRows.Kept::number).toList(), RowState.REVERSED);
        batches.partReversed(id, kept.size());
        run.progress(kept.size(), batch.postedRows(), "冲销");
        return true;
    }
}
