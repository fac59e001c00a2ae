package org.tongchou.platform.disclosure.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.disclosure.analysis.Analysis;
import org.tongchou.platform.disclosure.analysis.Documents;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Takes uploads, shows them to who may see them, removes them. */
@Service
class Uploads {
    static final String READ_ALL = "disclosure.upload.readAll";
    private static final String TYPE = "disclosure.upload";
    private static final int MEGABYTE = 1024 * 1024;

    private final UploadStore store;
    private final Documents documents;
    private final StoredFiles files;
    private final Jobs jobs;
    private final AuditLog audit;

    Uploads(UploadStore store, Documents documents, StoredFiles files, Jobs jobs, AuditLog audit) {
        this.store = store;
        this.documents = documents;
        this.files = files;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Stores one file and queues its audit. */
    @Transactional
    long take(Actor actor, MultipartFile upload) throws IOException {
        String name = String.valueOf(upload.getOriginalFilename());
        if (upload.isEmpty()) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "E-ACC-001", "文件为空（0 字节），请检查是否选错文件或下载不完整");
        }
        if (upload.getSize() > Analysis.LARGEST) {
            throw Refusal.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "E-ACC-003",
                    "文件大小 " + (upload.getSize() + MEGABYTE - 1) / MEGABYTE + " MB，超过上限 " + Analysis.LARGEST / MEGABYTE
                            + " MB；请只保留预算或决算公开的部分后重试");
        }
        StoredFile file;
        try (InputStream content = upload.getInputStream()) {
            file = files.store(actor, name, content);
        }
        long id = store.add(actor, file);
        store.noteJob(
                id, jobs.submit(actor, UploadHandler.KIND, "审核 " + file.name(), Map.of("upload", String.valueOf(id))));
        audit.record(
                actor,
                TYPE + ".add",
                TYPE,
                String.valueOf(id),
                "上传文件审核：" + file.name(),
                null,
                Map.of("name", file.name(), "size", file.size(), "sha256", file.sha256()));
        return id;
    }

    /** One upload that this person may see; refuses with 404 otherwise. */
    UploadRow get(Actor actor, long id) {
        return store.find(id)
                .filter(row -> row.userId() == actor.userId() || (actor.may(READ_ALL) && actor.sees(row.unitId())))
                .orElseThrow(() -> Refusal.notFound("这份上传的文件"));
    }

    /** Its analysis; refuses while there is none. */
    long documentId(Actor actor, long id) {
        UploadRow row = get(actor, id);
        Long document = row.documentId();
        if (document == null) {
            throw Refusal.conflict("E-DIS-032", row.finished() ? "这份文件没有审核结果：" + row.message() : "这份文件正在审核，请稍候再看");
        }
        return document;
    }

    /** The file as it was uploaded. */
    StoredFile original(Actor actor, long id) {
        return files.get(store.fileId(get(actor, id).id()));
    }

    /** A report; refuses with 404 when there is none. */
    StoredFile report(Actor actor, long id, Report report) {
        return store.reportId(get(actor, id).id(), report)
                .map(files::get)
                .orElseThrow(() -> Refusal.notFound("审核报告，文件可能还在审核或没有审核成功"));
    }

    /** Removes an upload with everything that was made of it; only whose it is may do that. */
    @Transactional
    void remove(Actor actor, long id) {
        UploadRow row = get(actor, id);
        if (row.userId() != actor.userId()) {
            throw Refusal.forbidden("只能删除自己上传的文件");
        }
        List<Long> stored = store.storedFiles(id);
        store.remove(id);
        stored.forEach(files::remove);
        if (row.documentId() != null) {
            documents.remove(row.documentId());
        }
        audit.record(
                actor,
                TYPE + ".remove",
                TYPE,
                String.valueOf(id),
                "删除上传的文件：" + row.fileName(),
                Map.of("name", row.fileName(), "sha256", row.sha256()),
                null);
    }
}
