package org.tongchou.platform.accounts.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The course of a batch: created, checked, posted, reversed or discarded. */
@Service
class Imports {
    private static final String OBJECT = "accounts.import";

    private final Batches batches;
    private final ImportUploads uploads;
    private final StoredFiles files;
    private final Books books;
    private final Destinations destinations;
    private final Jobs jobs;
    private final AuditLog audit;
    private final JdbcClient database;

    Imports(
            Batches batches,
            ImportUploads uploads,
            StoredFiles files,
            Books books,
            Destinations destinations,
            Jobs jobs,
            AuditLog audit,
            JdbcClient database) {
        this.batches = batches;
        this.uploads = uploads;
        this.files = files;
        this.books = books;
        this.destinations = destinations;
        this.jobs = jobs;
        this.audit = audit;
        this.database = database;
    }

    /** Creates a batch from an uploaded file and sends it to be checked. */
    @Transactional
    public Batch create(Actor actor, long bookId, long fileId, String template, Mapping mapping) {
        mapping.validate();
        Book book = open(actor, bookId);
        StoredFile file = uploads.own(actor, fileId);
        long id = batches.create(actor, bookId, file, template, mapping);
        audit.record(
                actor,
                "accounts.import.create",
                OBJECT,
                Long.toString(id),
                "导入 " + book.year() + " 年度" + mapping.importKind().printed() + "文件，批次 " + id,
                null,
                Map.of("bookId", bookId, "sha256", file.sha256(), "template", template));
        submitCheck(actor, batches.get(actor, id), CheckJob.FROM_FILE);
        return batches.get(actor, id);
    }

    private Book open(Actor actor, long bookId) {
        Book book = books.get(actor, bookId);
        if (!book.open()) {
            throw Refusal.conflict("E-IMP-031", book.year() + " 年度账套已关闭，不能导入");
        }
        return book;
    }

    private void submitCheck(Actor actor, Batch batch, String from) {
        long job = jobs.submit(
                actor,
                CheckJob.KIND,
                "检查导入文件 " + batch.fileName(),
                Map.of(
                        "batch",
                        Long.toString(batch.id()),
                        "generation",
                        Integer.toString(batch.generation()),
                        "from",
                        from));
        batches.setJob(batch.id(), job);
    }

    /**
     * Checks a batch again: the staged rows, or with another mapping the file.
     *
     * @param mapping the new mapping; null to keep it and what was mended
     */
    @Transactional
    public Batch checkAgain(Actor actor, long id, int version, @Nullable Mapping mapping) {
        Batch batch = lock(
                actor, id, version, "重新检查", BatchState.CHECKING, BatchState.OPEN, BatchState.READY, BatchState.FAILED);
        Mapping used = mapping == null ? batch.mapping() : mapping;
        used.validate();
        boolean staged = mapping == null && batch.is(BatchState.OPEN, BatchState.READY);
        batches.checkAgain(batch, files.get(batch.fileId()), used);
        record(actor, batch, "accounts.import.check", "重新检查导入批次 " + id, BatchState.CHECKING, Map.of());
        submitCheck(actor, batches.get(actor, id), staged ? CheckJob.FROM_ROWS : CheckJob.FROM_FILE);
        return batches.get(actor, id);
    }

    /** Puts a corrected file in the place of the one before and checks it. */
    @Transactional
    public Batch replace(Actor actor, long id, int version, long fileId) {
        Batch batch = lock(
                actor, id, version, "替换文件", BatchState.CHECKING, BatchState.OPEN, BatchState.READY, BatchState.FAILED);
        StoredFile file = uploads.own(actor, fileId);
        batches.checkAgain(batch, file, batch.mapping());
        record(
                actor,
                batch,
                "accounts.import.replace",
                "以更正后的文件替换导入批次 " + id,
                BatchState.CHECKING,
                Map.of("sha256", file.sha256()));
        submitCheck(actor, batches.get(actor, id), CheckJob.FROM_FILE);
        return batches.get(actor, id);
    }

    /**
     * Sends the correct rows to be posted.
     *
     * @param correct how many rows the person was shown as correct
     * @param leftOut how many rows the person agreed to leave out
     */
    @Transactional
    public Batch post(Actor actor, long id, int version, int correct, int leftOut) {
        Batch batch = lock(actor, id, version, "入账", BatchState.OPEN, BatchState.READY);
        open(actor, batch.bookId());
        if (batch.correctRows() == 0) {
            throw Refusal.conflict("E-IMP-052", "没有可入账的行；请先改正或跳过有误的行");
        }
        if (batch.correctRows() != correct || batch.wrongRows() != leftOut) {
            throw Refusal.conflict(
                    "E-IMP-053",
                    "现有可入账 " + batch.correctRows() + " 行、有误 " + batch.wrongRows() + " 行，与您确认的 " + correct + " 行、"
                            + leftOut + " 行不同；请核对后重新确认");
        }
        batches.setState(id, BatchState.POSTING, "");
        record(
                actor,
                batch,
                "accounts.import.confirm",
                "确认导入批次 " + id + "：入账 " + correct + " 行，不导入有误的 " + leftOut + " 行",
                BatchState.POSTING,
                Map.of("correct", correct, "leftOut", leftOut, "skipped", batch.skippedRows()));
        long job = jobs.submit(
                actor, PostJob.KIND, "入账导入批次 " + id + "（" + correct + " 行）", Map.of("batch", Long.toString(id)));
        batches.setJob(id, job);
        return batches.get(actor, id);
    }

    /** Takes a posting back that has not happened. Waits for one that is going on. */
    @Transactional
    public Batch withdraw(Actor actor, long id) {
        Batch batch = lock(actor, id, null, "撤回入账", BatchState.POSTING);
        batches.setState(id, batch.wrongRows() == 0 ? BatchState.READY : BatchState.OPEN, "");
        record(actor, batch, "accounts.import.withdraw", "撤回导入批次 " + id + " 的入账", BatchState.READY, Map.of());
        return batches.get(actor, id);
    }

    /** Reverses all entries of a posted batch, or cancels what it put into a register. */
    @Transactional
    public Batch reverse(Actor actor, long id, int version, String reason) {
        Batch batch = lock(actor, id, version, "冲销", BatchState.POSTED);
        int reversed = destinations.reverse(actor, batch, reason);
        batches.setState(id, BatchState.REVERSED, reason.strip());
        record(
                actor,
                batch,
                "accounts.import.reverse",
                "冲销导入批次 " + id + "，共 " + reversed + " 笔",
                BatchState.REVERSED,
                Map.of("reason", reason.strip(), "entries", reversed));
        return batches.get(actor, id);
    }

    /** Gives a batch up that was not posted; its file may be imported again. */
    @Transactional
    public Batch discard(Actor actor, long id, int version, String reason) {
        Batch batch = lock(
                actor, id, version, "作废", BatchState.CHECKING, BatchState.OPEN, BatchState.READY, BatchState.FAILED);
        batches.setState(id, BatchState.DISCARDED, reason);
        record(actor, batch, "accounts.import.discard", "作废导入批次 " + id, BatchState.DISCARDED, Map.of("reason", reason));
        return batches.get(actor, id);
    }

    /** A batch in one of these states, held until the end of the transaction. */
    Batch lock(Actor actor, long id, @Nullable Integer version, String act, BatchState... states) {
        Batch batch = batches.lock(actor, id);
        if (!batch.is(states)) {
            throw Refusal.conflict("E-IMP-032", "导入批次 " + id + " 现在是“" + batch.state() + "”，不能" + act + "；请刷新后再操作");
        }
        if (version != null && version != batch.version()) {
            throw Refusal.changedMeanwhile("导入批次 " + id, "他人或后台任务", changedAt(id));
        }
        return batch;
    }

    private String changedAt(long id) {
        return database.sql(
                        "select to_char(updated_at, 'YYYY-MM-DD HH24:MI') from accounts.import_batch where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private void record(
            Actor actor, Batch batch, String action, String summary, BatchState after, Map<String, ?> more) {
        Map<String, Object> state = new java.util.HashMap<>(more);
        state.put("state", after.printed());
        audit.record(actor, action, OBJECT, Long.toString(batch.id()), summary, Map.of("state", batch.state()), state);
    }
}
