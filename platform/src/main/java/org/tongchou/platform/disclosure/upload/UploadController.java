package org.tongchou.platform.disclosure.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongchou.platform.disclosure.analysis.DocumentView;
import org.tongchou.platform.disclosure.analysis.Documents;
import org.tongchou.platform.disclosure.analysis.FindingView;
import org.tongchou.platform.disclosure.analysis.SearchPattern;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** The audit of uploads for the console. */
@RestController
@RequestMapping("/api/disclosure/uploads")
class UploadController {
    private static final int MOST_FILES = 20;

    private final Uploads uploads;
    private final UploadStore store;
    private final Documents documents;
    private final StoredFiles files;

    UploadController(Uploads uploads, UploadStore store, Documents documents, StoredFiles files) {
        this.uploads = uploads;
        this.store = store;
        this.documents = documents;
        this.files = files;
    }

    /**
     * What became of one file of a request.
     *
     * @param name its name as given
     * @param id the upload; null when it was refused
     * @param code why it was refused; null when it was taken
     * @param message one sentence for people; null when it was taken
     */
    record Taken(
            String name,
            @Nullable Long id,
            @Nullable String code,
            @Nullable String message) {}

    /** Takes files; one that cannot be taken does not stop the others. */
    @Requires("disclosure.upload.audit")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<List<Taken>> add(
            @AuthenticationPrincipal Actor actor, @RequestParam("files") List<MultipartFile> given) throws IOException {
        if (given.size() > MOST_FILES) {
            throw Refusal.field("E-DIS-035", "文件个数", String.valueOf(given.size()), "一次不超过 " + MOST_FILES + " 个");
        }
        List<Taken> taken = new ArrayList<>();
        for (MultipartFile file : given) {
            String name = String.valueOf(file.getOriginalFilename());
            try {
                taken.add(new Taken(name, uploads.take(actor, file), null, null));
            } catch (Refusal refusal) {
                taken.add(new Taken(name, null, refusal.code(), refusal.getMessage()));
            }
        }
        boolean any = taken.stream().anyMatch(one -> one.id() != null);
        return ResponseEntity.status(any ? HttpStatus.CREATED : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(taken);
    }

    /** The uploads that may be seen: one's own, and with the right those of all people in scope. */
    @Requires("disclosure.upload.audit")
    @GetMapping
    Page<UploadRow> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean mine,
            PageQuery page) {
        return store.list(actor, !mine && actor.may(Uploads.READ_ALL), SearchPattern.of(q), page);
    }

    @Requires("disclosure.upload.audit")
    @GetMapping("/{id}")
    UploadRow get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return uploads.get(actor, id);
    }

    @Requires("disclosure.upload.audit")
    @GetMapping("/{id}/document")
    DocumentView document(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return documents.view(uploads.documentId(actor, id));
    }

    @Requires("disclosure.upload.audit")
    @GetMapping("/{id}/checks")
    List<FindingView> checks(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam String outcome) {
        return documents.findings(uploads.documentId(actor, id), outcome);
    }

    @Requires("disclosure.upload.audit")
    @GetMapping("/{id}/file")
    ResponseEntity<Resource> original(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        StoredFile file = uploads.original(actor, id);
        return Downloads.of(file, files.path(file));
    }

    @Requires("disclosure.upload.audit")
    @GetMapping("/{id}/reports/{format}")
    ResponseEntity<Resource> report(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable String format) {
        StoredFile file = uploads.report(actor, id, Report.of(format));
        return Downloads.of(file, files.path(file));
    }

    @Requires("disclosure.upload.audit")
    @DeleteMapping("/{id}")
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        uploads.remove(actor, id);
    }
}
