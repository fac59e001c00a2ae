package org.tongchou.platform.provider.staff;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Physicians, nurses, pharmacists and technicians. */
@RestController
@Tag(name = "医务人员")
@RequestMapping("/api/provider/staff")
class StaffController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("人员编码", 18),
            Column.text("姓名", 12),
            Column.text("类别", 10),
            Column.text("职称", 14),
            Column.text("证件号码", 22),
            Column.text("执业机构编码", 16),
            Column.text("执业机构", 36),
            Column.text("处方权", 10),
            Column.integer("本年记分"));

    private final StaffRegister register;
    private final StaffActs changes;
    private final Acts acts;
    private final ListExport export;

    StaffController(StaffRegister register, StaffActs changes, Acts acts, ListExport export) {
        this.register = register;
        this.changes = changes;
        this.acts = acts;
        this.export = export;
    }

    @Requires("provider.institution.view")
    @GetMapping
    Page<StaffMember> list(@AuthenticationPrincipal Actor actor, StaffMember.Filter filter, PageQuery page) {
        return register.list(actor, filter, page);
    }

    @Requires("provider.institution.view")
    @GetMapping("/{code}")
    StaffMember.File get(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        return register.file(actor, code);
    }

    @Requires("provider.institution.view")
    @GetMapping("/{code}/trail")
    List<Act> trail(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        return acts.trail(ActKind.Subject.STAFF, register.get(actor, code).code());
    }

    @Requires("provider.institution.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StaffMember enter(@AuthenticationPrincipal Actor actor, @RequestBody StaffMember.Request request) {
        return register.enter(actor, request);
    }

    /** Proposes to stop or restore the right to prescribe, or points. */
    @Requires("provider.staff.edit")
    @PostMapping("/{code}/acts")
    @ResponseStatus(HttpStatus.CREATED)
    Act propose(
            @AuthenticationPrincipal Actor actor, @PathVariable String code, @RequestBody StaffActs.Request request) {
        return acts.propose(actor, changes.proposal(register.get(actor, code), request));
    }

    @Requires("provider.institution.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            StaffMember.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<StaffMember> rows = register.all(actor, filter, order);
        ListExport.Subject subject = new ListExport.Subject("provider.staff.export", "provider.staff", "", "医务人员", "");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (StaffMember row : rows) {
                sink.row(
                        row.code(),
                        row.name(),
                        row.kind(),
                        row.title(),
                        row.identity(),
                        row.institution(),
                        row.institutionName(),
                        row.stopped() ? "暂停" : "正常",
                        row.points());
            }
        });
    }
}
