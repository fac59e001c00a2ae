package org.tongchou.platform.accounts.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongchou.platform.accounts.importing.mapping.Field;
import org.tongchou.platform.accounts.importing.mapping.ImportKind;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Requires;

/** What comes before a batch: templates, uploading a file, finding its mapping. */
@RestController
@RequestMapping("/api/accounts/import-setup")
class ImportSetupController {
    private final ImportTemplates templates;
    private final ImportUploads uploads;
    private final Inspection inspection;

    ImportSetupController(ImportTemplates templates, ImportUploads uploads, Inspection inspection) {
        this.templates = templates;
        this.uploads = uploads;
        this.inspection = inspection;
    }

    /** What rows may become, with the fields that a file gives for it. */
    @Requires("accounts.import.view")
    @GetMapping("/kinds")
    List<Kind> kinds() {
        return Arrays.stream(ImportKind.values())
                .map(kind -> new Kind(
                        kind.code(),
                        kind.printed(),
                        kind.isRegister(),
                        Field.of(kind).stream()
                                .map(field -> new FieldView(
                                        field.code(), field.label(kind), field.isNeededBy(kind), field.isMoney()))
                                .toList()))
                .toList();
    }

    /** Uploads a file and tells what it holds. */
    @Requires("accounts.import.upload")
    @PostMapping(path = "/files", consumes = "multipart/form-data")
    Inspection.Found upload(@AuthenticationPrincipal Actor actor, @RequestParam("file") MultipartFile file)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("导入文件");
        StoredFile stored;
        try (InputStream content = file.getInputStream()) {
            stored = uploads.store(actor, name, content);
        }
        return inspection.look(actor, stored.id(), null);
    }

    /** What a sheet of an uploaded file holds. */
    @Requires("accounts.import.upload")
    @GetMapping("/files/{fileId}")
    Inspection.Found look(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long fileId,
            @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        return inspection.look(actor, fileId, sheet);
    }

    /** The mapping that the titles of a header suggest for a kind of entry. */
    @Requires("accounts.import.upload")
    @PostMapping("/files/{fileId}/guess")
    Mapping guess(@AuthenticationPrincipal Actor actor, @PathVariable long fileId, @RequestBody Mapping at)
            throws IOException {
        return inspection.guess(actor, fileId, at);
    }

    /** The first rows as a mapping understands them. */
    @Requires("accounts.import.upload")
    @PostMapping("/files/{fileId}/preview")
    Inspection.Preview preview(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long fileId,
            @RequestParam long bookId,
            @RequestBody Mapping mapping)
            throws IOException {
        return inspection.preview(actor, bookId, fileId, mapping);
    }

    @Requires("accounts.import.view")
    @GetMapping("/templates")
    List<ImportTemplates.Template> templates() {
        return templates.list();
    }

    @Requires("accounts.import.template")
    @PostMapping("/templates")
    @ResponseStatus(HttpStatus.CREATED)
    ImportTemplates.Template create(@AuthenticationPrincipal Actor actor, @RequestBody TemplateRequest request) {
        return templates.create(actor, request.requiredName(), request.line(), request.requiredMapping());
    }

    @Requires("accounts.import.template")
    @PutMapping("/templates/{id}")
    ImportTemplates.Template change(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody TemplateRequest request) {
        return templates.change(
                actor,
                id,
                Given.required("版本", request.version()),
                request.requiredName(),
                request.line(),
                request.requiredMapping());
    }

    @Requires("accounts.import.template")
    @DeleteMapping("/templates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        templates.remove(actor, id);
    }

    /**
     * What rows become.
     *
     * @param code its code
     * @param name kind in Chinese
     * @param register whether rows become rows of a register, not entries
     * @param fields what a file gives for it
     */
    record Kind(String code, String name, boolean register, List<FieldView> fields) {}

    /**
     * A field.
     *
     * @param code its code
     * @param name field in Chinese
     * @param needed whether a column or a default is needed
     * @param money whether it is an amount
     */
    record FieldView(String code, String name, boolean needed, boolean money) {}

    /**
     * A template to be kept.
     *
     * @param name its name
     * @param system the system whose exports it reads
     * @param version the version that was seen; null for a new one
     * @param mapping columns and fields
     */
    record TemplateRequest(
            @Nullable String name,
            @Nullable String system,
            @Nullable Integer version,
            @Nullable Mapping mapping) {
        private String requiredName() {
            return Given.requiredLine("模板名称", name, 100);
        }

        private String line() {
            return Given.line("来源系统", system, 100);
        }

        private Mapping requiredMapping() {
            return Given.required("对应关系", mapping);
        }
    }
}
