package org.tongchou.platform.accounts.importing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.accounts.book.EntryProblem;
import org.tongchou.platform.accounts.book.Posting;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Refusal;

/**
 * Posts the correct rows of a batch. The entries, the batch's new state and the audit record are one transaction: a run
 * that is cut off leaves nothing, a second run finds the batch posted.
 */
@Component
class PostJob implements JobHandler {
    static final String KIND = "accounts.import.post";

    private static final int CHUNK = 10_000;

    private final Batches batches;
    private final StagedRows rows;
    private final Destinations destinations;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PostJob(
            Batches batches,
            StagedRows rows,
            Destinations destinations,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.batches = batches;
        this.rows = rows;
        this.destinations = destinations;
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
        try {
            transaction.executeWithoutResult(status -> post(run, id));
        } catch (Refusal e) {
            transaction.executeWithoutResult(status -> batches.notPosted(id, "入账没有完成，没有任何一行入账：" + e.getMessage()));
            throw e;
        }
    }

    private void post(JobRun run, long id) {
        Batch batch = batches.find(id, true)
                .filter(found -> found.is(BatchState.POSTING))
                .orElse(null);
        if (batch == null) {
            run.result(Map.of("batch", id));
            return;
        }
        int posted = 0;
        int after = 0;
        for (List<StagedRows.Ready> chunk = rows.ready(id, after, CHUNK);
                !chunk.isEmpty();
                chunk = rows.ready(id, after, CHUNK)) {
            post(run, batch, chunk);
            posted += chunk.size();
            after = chunk.get(chunk.size() - 1).rowNo();
            run.progress(posted, batch.correctRows(), "登记");
            run.stopIfCancelled();
        }
        if (posted != batch.correctRows() || posted == 0) {
            throw Refusal.conflict("E-IMP-050", "可入账的行数与确认时不同；请重新检查后再入账");
        }
        batches.posted(run.actor(), batch, posted);
        audit.record(
                run.actor(),
                "accounts.import.post",
                "accounts.import",
                Long.toString(id),
                "导入批次 " + id + " 入账 " + posted + " 行，未导入有误的 " + batch.wrongRows() + " 行",
                Map.of("state", batch.state()),
                Map.of(
                        "state",
                        BatchState.POSTED.printed(),
                        "rows",
                        posted,
                        "leftOut",
                        batch.wrongRows(),
                        "skipped",
                        batch.skippedRows(),
                        "fen",
                        batch.correctFen(),
                        "sha256",
                        batch.sha256()));
        run.result(Map.of("batch", id, "rows", posted));
    }

    private void post(JobRun run, Batch batch, List<StagedRows.Ready> chunk) {
        Posting posting = destinations.post(
                run.actor(), batch, chunk.stream().map(StagedRows.Ready::draft).toList());
        if (!posting.posted()) {
            EntryProblem first = posting.problems().get(0);
            throw Refusal.conflict(
                    "E-IMP-051",
                    "第 " + chunk.get(first.index()).rowNo() + " 行" + first.sentence() + "；检查之后账套有变化，请重新检查");
        }
        rows.became(batch.id(), chunk, posting.ids());
    }
}
