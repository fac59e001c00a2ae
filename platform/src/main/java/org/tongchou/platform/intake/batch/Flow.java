package org.tongchou.platform.intake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The course of a batch: uploaded, checked, posted, reversed or discarded. */
@Service("intakeFlow")
class Flow {
    private static final String OBJECT = "intake.batch";

    private final Batches batches;
    private final Kinds kinds;
    private final StoredFiles files;
    private final Jobs jobs;
    private final AuditLog audit;

    Flow(Batches batches, Kinds kinds, StoredFiles files, Jobs jobs, AuditLog audit) {
        this.batches = batches;
        this.kinds = kinds;
        this.files = files;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * Takes a list and sends it to be checked.
     *
     * @param given what was asked once for the whole list
     * @param again why the same file is imported again; empty when it is not
     */
    @Transactional
    public Batch create(
            Actor actor,
            String kind,
            Map<String, @Nullable String> given,
            String name,
            InputStream content,
            String again)
            throws IOException {
        Batch batch = take(actor, kind, given, name, content, again);
        check(actor, batch, CheckJob.FROM_FILE);
        return batches.get(actor, batch.id());
    }

    /** Takes a list that the caller checks, see {@link #create}. */
    @Transactional
    public Batch take(
            Actor actor,
            String kind,
            Map<String, @Nullable String> given,
            String name,
            InputStream content,
            String again)
            throws IOException {
        Intake intake = kinds.permitted(actor, kind);
        Map<String, String> parameters = kinds.parameters(actor, intake, given);
        StoredFile file = files.store(actor, name, content);
        long id = batches.create(actor, intake, parameters, file, again);
        audit.record(
                actor,
                "intake.batch.create",
                OBJECT,
                Long.toString(id),
                "上传" + intake.name() + "，批次 " + id,
                null,
                again.isEmpty() ? Map.of("sha256", file.sha256()) : Map.of("sha256", file.sha256(), "reason", again));
        return batches.get(actor, id);
    }

    /** The batch of a list that was taken before and is not given up. */
    Optional<Long> find(Actor actor, String kind, Map<String, String> given, String sha256) {
        Intake intake = kinds.permitted(actor, kind);
        return batches.find(intake, kinds.parameters(actor, intake, Map.copyOf(given)), sha256);
    }

    private void check(Actor actor, Batch batch, String from) {
        submit(
                actor,
                batch,
                CheckJob.KIND,
                "检查" + batch.kindName() + "（批次 " + batch.id() + "）",
                Map.of("generation", Integer.toString(batch.generation()), "from", from));
    }

    private void submit(Actor actor, Batch batch, String job, String title, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("batch", Long.toString(batch.id()));
        batches.setJob(batch.id(), jobs.submit(actor, job, title, parameters));
    }

    /** Checks the rows that are not posted again; the file, when nothing of it was staged. */
    @Transactional
    public Batch checkAgain(Actor actor, long id, int version) {
        Batch batch = batches.lock(
                actor, id, version, "重新检查", BatchState.CHECKING, BatchState.OPEN, BatchState.READY, BatchState.FAILED);
        Intake intake = kinds.permitted(actor, batch.kind());
        boolean staged = batch.is(BatchState.OPEN, BatchState.READY) && !isOutdated(batch, intake);
        if (!staged && batch.postedRows() > 0) {
            throw outdated();
        }
        batches.checkAgain(id, actor.userId());
        record(actor, batch, "intake.batch.check", "重新检查批次 " + id, Map.of());
        check(actor, batches.get(actor, id), staged ? CheckJob.FROM_ROWS : CheckJob.FROM_FILE);
        return batches.get(actor, id);
    }

    /** Takes a file of wrong rows back that were corrected outside, and checks again. */
    @Transactional
    public Batch correct(Actor actor, long id, String name, InputStream content) throws IOException {
        Batch batch = batches.lock(actor, id, null, "改正", BatchState.OPEN, BatchState.READY);
        mustBeCurrent(batch, kinds.permitted(actor, batch.kind()));
        StoredFile file = files.store(actor, name, content);
        batches.checkAgain(id, actor.userId());
        record(actor, batch, "intake.batch.correct", "以改正后的错误明细更正批次 " + id, Map.of("sha256", file.sha256()));
        check(actor, batches.get(actor, id), Long.toString(file.id()));
        return batches.get(actor, id);
    }

    /** A batch whose rows may be mended, held until the end of the transaction. */
    Batch lockForMending(Actor actor, long id) {
        Batch batch = batches.lock(actor, id, null, "改正", BatchState.OPEN, BatchState.READY);
        mustBeCurrent(batch, kinds.permitted(actor, batch.kind()));
        return batch;
    }

    private static void mustBeCurrent(Batch batch, Intake intake) {
        if (isOutdated(batch, intake)) {
            throw outdated();
        }
    }

    private static boolean isOutdated(Batch batch, Intake intake) {
        return !batch.fields()
                .equals(intake.fields().stream().map(field -> field.key()).toList());
    }

    private static Refusal outdated() {
        return Refusal.conflict("E-INT-033", "程序升级后该类名单的栏目有变化，已暂存的行不能再用；请作废本批次后重新上传");
    }

    /**
     * Sends the good rows to be posted.
     *
     * @param correct how many rows the person was shown as good
     * @param leftOut how many wrong rows the person agreed to leave out
     */
    @Transactional
    public Batch post(Actor actor, long id, int version, int correct, int leftOut) {
        Batch batch = confirm(actor, id, version, correct, leftOut);
        submit(actor, batch, PostJob.KIND, "入账" + batch.kindName() + "（批次 " + id + "，" + correct + " 行）", Map.of());
        return batches.get(actor, id);
    }

    /** Confirms a list whose good rows the caller posts, see {@link #post}. */
    @Transactional
    public Batch confirm(Actor actor, long id, int version, int correct, int leftOut) {
        Batch batch = batches.lock(actor, id, version, "入账", BatchState.OPEN, BatchState.READY);
        Intake intake = kinds.permitted(actor, batch.kind());
        mustBeCurrent(batch, intake);
        if (intake.fourEyes() && batch.hands().contains(actor.userId())) {
            throw Refusal.conflict("E-INT-034", "“" + intake.name() + "”须由上传和改正以外的人复核入账");
        }
        if (batch.correctRows() == 0 && (batch.postedRows() > 0 || batch.unchangedRows() == 0)) {
            throw Refusal.conflict("E-INT-035", "没有可入账的行；请先改正或跳过有误的行");
        }
        if (batch.correctRows() != correct || batch.wrongRows() != leftOut) {
            throw Refusal.conflict(
                    "E-INT-036",
                    "现有可入账 " + batch.correctRows() + " 行、有误 " + batch.wrongRows() + " 行，与您确认的 " + correct + " 行、"
                            + leftOut + " 行不同；请核对后重新确认");
        }
        batches.setState(id, BatchState.POSTING, "", batch.reason());
        record(
                actor,
                batch,
                "intake.batch.confirm",
                "确认批次 " + id + "：入账 " + correct + " 行，不导入有误的 " + leftOut + " 行",
                Map.of("correct", correct, "leftOut", leftOut));
        return batches.get(actor, id);
    }

    /** Stops a posting after the part that is under way; what was posted stays. */
    @Transactional
    public Batch stop(Actor actor, long id) {
        Batch batch = batches.lock(actor, id, null, "停止入账", BatchState.POSTING);
        kinds.permitted(actor, batch.kind());
        batches.setState(
                id,
                batch.wrongRows() == 0 ? BatchState.READY : BatchState.OPEN,
                "已停止，已入账 " + batch.postedRows() + " 行",
                batch.reason());
        record(actor, batch, "intake.batch.stop", "停止批次 " + id + " 的入账", Map.of("rows", batch.postedRows()));
        return batches.get(actor, id);
    }

    /** Sends the posted rows to be taken back. */
    @Transactional
    public Batch reverse(Actor actor, long id, int version, String reason) {
        Batch batch = batches.lock(
                actor, id, version, "冲销", BatchState.POSTED, BatchState.OPEN, BatchState.READY, BatchState.REVERSING);
        kinds.permitted(actor, batch.kind());
        kinds.reversible(batch.kind());
        if (batch.postedRows() == 0 && !batch.is(BatchState.REVERSING)) {
            throw Refusal.conflict("E-INT-038", "批次 " + id + " 没有已入账的行；不再需要的批次请作废");
        }
        batches.setState(id, BatchState.REVERSING, "", reason);
        record(actor, batch, "intake.batch.reverse", "冲销批次 " + id, Map.of("reason", reason));
        submit(actor, batch, ReverseJob.KIND, "冲销" + batch.kindName() + "（批次 " + id + "）", Map.of());
        return batches.get(actor, id);
    }

    /** Gives a batch up of which nothing was posted; its file may be imported again. */
    @Transactional
    public Batch discard(Actor actor, long id, int version, String reason) {
        Batch batch = batches.lock(
                actor, id, version, "作废", BatchState.CHECKING, BatchState.OPEN, BatchState.READY, BatchState.FAILED);
        kinds.permitted(actor, batch.kind());
        if (batch.postedRows() > 0) {
            throw Refusal.conflict("E-INT-039", "批次 " + id + " 已入账 " + batch.postedRows() + " 行，不能作废；其余的行请跳过");
        }
        batches.setState(id, BatchState.DISCARDED, "", reason);
        record(actor, batch, "intake.batch.discard", "作废批次 " + id, Map.of("reason", reason));
        return batches.get(actor, id);
    }

    private void record(Actor actor, Batch batch, String action, String summary, Map<String, ?> more) {
        audit.record(actor, action, OBJECT, Long.toString(batch.id()), summary, Map.of("state", batch.state()), more);
    }
}
