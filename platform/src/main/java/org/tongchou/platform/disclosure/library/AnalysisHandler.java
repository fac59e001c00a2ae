package org.tongchou.platform.disclosure.library;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.platform.disclosure.analysis.Analysis;
import org.tongchou.platform.disclosure.analysis.Documents;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Refusal;

/** Reads a published document back and audits it, whoever published it. */
@Component
class AnalysisHandler implements JobHandler {
    static final String KIND = "disclosure.analysis";

    /** The formats by how well tables and sentences are read from them together. */
    private static final List<String> PREFERRED = List.of("html", "docx", "xlsx", "pdf");

    private final StoredFiles files;
    private final PublicationStore store;
    private final Documents documents;
    private final TransactionTemplate transaction;

    AnalysisHandler(StoredFiles files, PublicationStore store, Documents documents, TransactionTemplate transaction) {
        this.files = files;
        this.store = store;
        this.documents = documents;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        long id = Long.parseLong(run.parameters().getOrDefault("publication", "0"));
        PublicationRow row = store.find(id).orElseThrow(() -> Refusal.notFound("这份公开文件"));
        if (row.documentId() != null) {
            return;
        }
        List<PublicationFile> published = store.files(id);
        StoredFile file = files.get(PREFERRED.stream()
                .flatMap(format -> published.stream().filter(one -> one.format().equals(format)))
                .findFirst()
                .orElseThrow()
                .fileId());
        AuditedFile audited = Analysis.run(files.path(file), file.name(), (done, message) -> {
            run.stopIfCancelled();
            run.progress(done, Analysis.STEPS, message);
        });
        transaction.executeWithoutResult(status -> {
            if (!store.noteDocument(id, documents.store(audited))) {
                status.setRollbackOnly();
            }
        });
        run.progress(Analysis.STEPS, Analysis.STEPS, "审核完成");
        run.result(Map.of("publication", id));
    }
}
