package org.tongchou.platform.disclosure.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.disclosure.analysis.DocumentView;
import org.tongchou.platform.disclosure.analysis.Documents;
import org.tongchou.platform.disclosure.analysis.FindingView;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** The library for the console. What is published may be read by everybody who may open the duty, whatever the unit. */
@RestController
@RequestMapping("/api/disclosure/publications")
class LibraryController {
    private final Library library;
    private final PublicationStore store;
    private final Documents documents;
    private final ObjectProvider<Preparing> preparing;

    LibraryController(
            Library library, PublicationStore store, Documents documents, ObjectProvider<Preparing> preparing) {
        this.library = library;
        this.store = store;
        this.documents = documents;
        this.preparing = preparing;
    }

    /**
     * What lists can be filtered by.
     *
     * @param regions regions that have published anything
     * @param years years that anything is published for, latest first
     * @param preparing titles of documents that are on their way by themselves
     */
    record Choices(List<String> regions, List<Integer> years, List<String> preparing) {}

    /**
     * A publication with its files.
     *
     * @param publication the publication
     * @param files its files
     * @param withdrawable whether the signed-in person may withdraw it
     */
    record Detail(PublicationRow publication, List<PublicationFile> files, boolean withdrawable) {}

    /**
     * A withdrawal.
     *
     * @param version the version that was looked at
     * @param reason shown on the public page
     */
    record Withdrawal(@Nullable Integer version, @Nullable String reason) {}

    @Requires("disclosure.publication.read")
    @GetMapping
    Page<PublicationRow> list(Filter filter, PageQuery page) {
        return store.list(filter, page);
    }

    @Requires("disclosure.publication.read")
    @GetMapping("/choices")
    Choices choices() {
        return new Choices(
                store.regions(),
                store.years(),
                preparing.stream().flatMap(source -> source.titles().stream()).toList());
    }

    @Requires("disclosure.publication.read")
    @GetMapping("/{id}")
    Detail get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        PublicationRow row = library.get(id);
        boolean withdrawable =
                !row.withdrawn() && actor.may("disclosure.publication.withdraw") && actor.sees(row.unitId());
        return new Detail(row, library.files(id), withdrawable);
    }

    @Requires("disclosure.publication.read")
    @GetMapping("/{id}/files/{format}")
    ResponseEntity<Resource> download(@PathVariable long id, @PathVariable String format) {
        StoredFile file = library.file(library.get(id), format);
        return Downloads.of(file, library.path(file));
    }

    @Requires("disclosure.publication.read")
    @GetMapping("/{id}/document")
    DocumentView document(@PathVariable long id) {
        return documents.view(documentId(id));
    }

    @Requires("disclosure.publication.read")
    @GetMapping("/{id}/checks")
    List<FindingView> checks(@PathVariable long id, @RequestParam String outcome) {
        return documents.findings(documentId(id), outcome);
    }

    private long documentId(long id) {
        Long document = library.get(id).documentId();
        if (document == null) {
            throw Refusal.conflict("E-DIS-025", "这份文件正在审核，请稍候再看");
        }
        return document;
    }

    @Requires("disclosure.publication.withdraw")
    @PostMapping("/{id}/withdrawal")
    void withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Withdrawal withdrawal) {
        library.withdraw(actor, id, withdrawal.version(), withdrawal.reason());
    }
}
