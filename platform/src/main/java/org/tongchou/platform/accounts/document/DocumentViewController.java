package org.tongchou.platform.accounts.document;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.accounts.derive.CellAddress;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.Written;
import org.tongchou.platform.accounts.document.ContentView.DocumentParagraph;
import org.tongchou.platform.accounts.document.ContentView.DocumentTable;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** What a version says, where its figures come from, what the checks say, what changed. */
@Tag(name = "部门预决算")
@RestController
@RequestMapping("/api/accounts/documents/{id}")
class DocumentViewController {
    private final DocumentStore store;
    private final Drafts drafts;
    private final FigureSources sources;
    private final DocumentLimits limits;
    private final StoredFiles files;

    DocumentViewController(
            DocumentStore store, Drafts drafts, FigureSources sources, DocumentLimits limits, StoredFiles files) {
        this.store = store;
        this.drafts = drafts;
        this.sources = sources;
        this.limits = limits;
        this.files = files;
    }

    /**
     * The sentences.
     *
     * @param paragraphs headings and paragraphs in order
     * @param reasons figures that can have a reason, and why some need one
     */
    record DocumentText(List<DocumentParagraph> paragraphs, List<ReasonRule.DocumentReason> reasons) {}

    private record Opened(Document document, DocumentVersion version, Composed composed) {}

    private Opened open(Actor actor, long id, @Nullable Integer number) {
        Document document = store.get(actor, id);
        DocumentVersion version = store.version(id, number);
        return new Opened(document, version, drafts.open(document, version));
    }

    /** The tables as published. */
    @Requires(DocumentRights.READ)
    @GetMapping("/tables")
    List<DocumentTable> tables(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        return ContentView.tables(open(actor, id, version).composed().derived());
    }

    /** The sentences with their live figures, and the reasons. */
    @Requires(DocumentRights.READ)
    @GetMapping("/text")
    DocumentText text(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        Opened opened = open(actor, id, version);
        return new DocumentText(
                ContentView.paragraphs(opened.composed().derived()),
                ReasonRule.apply(opened.composed(), limits.of(opened.document().year())));
    }

    /** The checks of the document as it would be published. */
    @Requires(DocumentRights.READ)
    @GetMapping("/checks")
    List<DocumentCheck> checks(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        Opened opened = open(actor, id, version);
        return DocumentCheck.of(
                opened.composed().audit(),
                opened.document().year(),
                ReasonRule.apply(opened.composed(), limits.of(opened.document().year())));
    }

    /** What is behind a table cell: base facts and entries, whose sum is the cell. */
    @Requires(DocumentRights.READ)
    @GetMapping("/cell")
    FigureSource cell(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam String topic,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam String row,
            @RequestParam String column,
            PageQuery page) {
        return sources.cell(open(actor, id, version).composed(), new CellAddress(topic, side(side), row, column), page);
    }

    private static @Nullable Side side(@Nullable String printed) {
        return Stream.of(Side.values())
                .filter(side -> side.printed().equals(printed))
                .findFirst()
                .orElse(null);
    }

    /** What is behind a figure of a sentence. */
    @Requires(DocumentRights.READ)
    @GetMapping("/figure")
    FigureSource figure(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam String key,
            PageQuery page) {
        Opened opened = open(actor, id, version);
        return sources.figure(opened.composed(), opened.version().id(), key, page);
    }

    /** What a version says otherwise than the one before. */
    @Requires(DocumentRights.READ)
    @GetMapping("/difference")
    DocumentDifference difference(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        Opened after = open(actor, id, version);
        if (after.version().number() == 1) {
            return new DocumentDifference(List.of(), List.of(), List.of());
        }
        return DocumentDifference.between(
                open(actor, id, after.version().number() - 1).composed(), after.composed());
    }

    /** The page as it would be published, to be shown in a frame that runs nothing. */
    @Requires(DocumentRights.READ)
    @GetMapping(value = "/preview", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> preview(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        return ResponseEntity.ok()
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
                .header("X-Frame-Options", "SAMEORIGIN")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(open(actor, id, version).composed().html());
    }

    /** A file: the one that was published, or for versions before that one made now. */
    @Requires(DocumentRights.READ)
    @GetMapping("/files/{format}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable Integer version)
            throws IOException {
        Format wanted = Arrays.stream(Format.values())
                .filter(one -> one.extension().equals(format))
                .findFirst()
                .orElseThrow(() -> Refusal.field("E-DOC-030", "文件格式", format, "docx、xlsx、pdf 或 html"));
        Opened opened = open(actor, id, version);
        Optional<Long> published = store.file(opened.version().id(), wanted);
        if (published.isPresent()) {
            StoredFile stored = files.get(published.get());
            return Downloads.of(stored, files.path(stored));
        }
        Path folder = Files.createTempDirectory("tongchou-file");
        try {
            Written written =
                    PublicationWriter.writeAll(opened.composed().derived().publication(), folder, EnumSet.of(wanted));
            Path made = written.files().get(wanted);
            if (made == null) {
                throw Refusal.conflict("E-DOC-021", written.problems().get(0).message());
            }
            return Downloads.of(
                    opened.version().state().printed() + "-" + made.getFileName(),
                    MediaType.APPLICATION_OCTET_STREAM_VALUE,
                    Files.readAllBytes(made));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
