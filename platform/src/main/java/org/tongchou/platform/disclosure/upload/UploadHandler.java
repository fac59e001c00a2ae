package org.tongchou.platform.disclosure.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.platform.disclosure.analysis.Analysis;
import org.tongchou.platform.disclosure.analysis.Documents;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;

/** Audits one upload. Whatever the file is, the upload ends as done or as failed with a reason. */
@Component
class UploadHandler implements JobHandler {
    static final String KIND = "disclosure.upload";

    private static final Logger LOG = LoggerFactory.getLogger(UploadHandler.class);

    private final UploadStore store;
    private final Documents documents;
    private final Reports reports;
    private final StoredFiles files;
    private final TransactionTemplate transaction;

    UploadHandler(
            UploadStore store,
            Documents documents,
            Reports reports,
            StoredFiles files,
            TransactionTemplate transaction) {
        this.store = store;
        this.documents = documents;
        this.reports = reports;
        this.files = files;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        long id = Long.parseLong(run.parameters().getOrDefault("upload", "0"));
        Optional<UploadRow> upload = store.find(id);
        if (upload.isEmpty() || upload.get().state().equals("done")) {
            return;
        }
        try {
            StoredFile file = files.get(store.fileId(id));
            AuditedFile audited = Analysis.run(files.path(file), file.name(), (done, message) -> {
                run.stopIfCancelled();
                run.progress(done, Analysis.STEPS, message);
                store.noteStep(id, done, message);
            });
            finish(run, id, audited);
        } catch (RuntimeException | IOException e) {
            if (store.find(id).isEmpty()) {
                return; // removed meanwhile, and its file with it
            }
            store.noteEnd(id, null, ProblemCode.INTERNAL.id(), "审核中断，没有完成；可在任务中重试，或删除后重新上传", Map.of());
            throw e;
        } catch (StackOverflowError | OutOfMemoryError e) {
            LOG.error("upload {} could not be audited: {}", id, e.toString());
            store.noteEnd(id, null, ProblemCode.INTERNAL.id(), "文件内容过于复杂，内存不足，未能审核；请只保留预算或决算公开的部分后重试", Map.of());
        }
        run.progress(Analysis.STEPS, Analysis.STEPS, "审核完成");
        run.result(Map.of("upload", id));
    }

    private void finish(JobRun run, long id, AuditedFile audited) throws IOException {
        Summary summary = Summary.of(audited.audit());
        if (!summary.usable()) {
            Problem problem = audited.audit().document().problems().stream()
                    .filter(met -> met.code().fatal())
                    .findFirst()
                    .orElse(null);
            store.noteEnd(
                    id,
                    null,
                    problem == null ? "E-DIS-033" : problem.code().id(),
                    problem == null ? "没有识别出预决算表格、绩效表或其中的数字，请检查是否选错文件" : problem.message(),
                    Map.of());
            return;
        }
        Map<Report, Long> stored = reports.store(run.actor(), audited);
        List<Long> leftOver = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            if (!store.noteEnd(id, documents.store(audited), null, summary.verdict(), stored)) {
                status.setRollbackOnly();
                stored.values().forEach(leftOver::add);
            }
        });
        transaction.executeWithoutResult(status -> leftOver.forEach(files::remove));
    }
}
