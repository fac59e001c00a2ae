package org.tongchou.platform.accounts.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.Written;
import org.tongchou.platform.accounts.document.DocumentVersion.State;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Refusal;

/**
 * Publishes an approved version: writes the four files, reads every one back and audits it, keeps them, and marks the
 * version in one transaction. Started again after a crash it finds the version published, or begins anew; files kept
 * before are the same content and are kept once.
 */
@Component
class PublishingJob implements JobHandler {
    static final String KIND = "accounts.document.publish";
    private static final int STEPS = 6;

    private final DocumentStore store;
    private final Drafts drafts;
    private final StoredFiles files;
    private final PublishedMark mark;

    PublishingJob(DocumentStore store, Drafts drafts, StoredFiles files, PublishedMark mark) {
        this.store = store;
        this.drafts = drafts;
        this.files = files;
        this.mark = mark;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        long versionId = Long.parseLong(Objects.requireNonNull(run.parameters().get("version")));
        DocumentVersion version = store.versionById(versionId);
        if (version.state() == State.PUBLISHED) {
            run.progress(STEPS, STEPS, "已经公开");
            return;
        }
        if (version.state() != State.APPROVED) {
            throw Refusal.conflict("E-DOC-020", "该版本现在是“" + version.state().printed() + "”，没有公开；请批复后再公开");
        }
        Document document = store.get(run.actor(), version.documentId());
        Composed composed = drafts.open(document, version);
        Path folder = Files.createTempDirectory("tongchou-publish");
        try {
            run.progress(1, STEPS, "生成 docx、xlsx、pdf、html");
            Written written =
                    PublicationWriter.writeAll(composed.derived().publication(), folder, EnumSet.allOf(Format.class));
            if (!written.problems().isEmpty()) {
                throw Refusal.conflict("E-DOC-021", written.problems().get(0).message());
            }
            Map<Format, Long> stored = new EnumMap<>(Format.class);
            int step = 2;
            for (Map.Entry<Format, Path> file : written.files().entrySet()) {
                run.stopIfCancelled();
                run.progress(step++, STEPS, "复核 " + file.getKey().extension());
                audit(document, version, file.getKey(), file.getValue(), run);
            }
            for (Map.Entry<Format, Path> file : written.files().entrySet()) {
                stored.put(file.getKey(), store(run, file.getValue()));
            }
            long publication = mark.publish(run.actor(), document, version, composed, stored);
            run.progress(STEPS, STEPS, "已公开");
            run.result(Map.of("publication", publication));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void audit(Document document, DocumentVersion version, Format format, Path file, JobRun run) {
        List<String> failures = Composed.audit(file).with(Outcome.FAIL).stream()
                .map(result -> result.expression() + "（" + result.where() + "）")
                .limit(5)
                .toList();
        if (!failures.isEmpty()) {
            mark.refused(run.actor(), document, version, format, failures);
            throw Refusal.conflict(
                    "E-DOC-022", "没有公开：" + format.extension() + " 文件复核不通过：" + String.join("；", failures));
        }
    }

    private long store(JobRun run, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return files.store(run.actor(), file.getFileName().toString(), content)
                    .id();
        }
    }
}
