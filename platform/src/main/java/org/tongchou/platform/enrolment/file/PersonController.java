package org.tongchou.platform.enrolment.file;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.act.ActKind;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** People: looking for them, their files. What is looked for goes in the body: addresses stand in logs. */
@RestController
@RequestMapping("/api/enrolment/persons")
class PersonController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("人员编号", 20),
            Column.text("姓名", 12),
            Column.text("证件号码", 22),
            Column.text("性别", 6),
            Column.date("出生日期"),
            Column.date("死亡日期"),
            Column.text("区县", 10),
            Column.text("当前参保", 30));

    private final Directory directory;
    private final Files files;
    private final RegionWords words;
    private final AuditLog audit;
    private final Clock clock;

    PersonController(Directory directory, Files files, RegionWords words, AuditLog audit, Clock clock) {
        this.directory = directory;
        this.files = files;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    @Requires("enrolment.person.view")
    @PostMapping("/search")
    Page<Directory.Row> find(
            @AuthenticationPrincipal Actor actor, @RequestBody Directory.Search search, PageQuery page) {
        return directory.find(actor, search, page);
    }

    @Requires("enrolment.person.export")
    @PostMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestBody Directory.Search search,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Layout layout = new Layout(
                "参保人员名单",
                "证件号码已作掩码处理",
                COLUMNS,
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(
                format,
                layout,
                sink -> directory.each(actor, search, row -> RegionWords.write(sink, words.cells(row))));
        audit.record(
                actor,
                "enrolment.person.export",
                "enrolment.person",
                "",
                "导出参保人员名单",
                null,
                Map.of("format", format.name()));
        return answer;
    }

    @Requires("enrolment.person.view")
    @GetMapping("/{id}")
    PersonFile open(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate day) {
        return files.open(actor, id, day);
    }

    @Requires("enrolment.identity.reveal")
    @PostMapping("/{id}/certificate")
    Revealed reveal(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason reason) {
        return new Revealed(files.reveal(actor, id, reason.reason()));
    }

    @Requires("enrolment.person.view")
    @GetMapping("/words")
    RegionWords.Sheet words(@AuthenticationPrincipal Actor actor) {
        return words.sheet(actor);
    }

    @Requires("enrolment.person.view")
    @GetMapping("/acts")
    List<Kind> kinds() {
        return java.util.Arrays.stream(ActKind.values())
                .map(kind -> new Kind(kind.name(), kind.word()))
                .toList();
    }

    /**
     * Why somebody needs to see it.
     *
     * @param reason one sentence
     */
    record Reason(@Nullable String reason) {}

    /**
     * A number in the clear.
     *
     * @param number the number
     */
    record Revealed(String number) {}

    /**
     * A kind of act.
     *
     * @param kind its name
     * @param word what people read
     */
    record Kind(String kind, String word) {}
}
