package org.tongchou.platform.provider.agreement;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
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

/** Agreements. */
@RestController
@Tag(name = "协议")
@RequestMapping("/api/provider")
class AgreementController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("协议编号", 24),
            Column.text("机构编码", 16),
            Column.text("机构名称", 36),
            Column.text("类别", 16),
            Column.text("状态", 10),
            Column.date("申请日期"),
            Column.text("评估得分", 10),
            Column.date("起始日期"),
            Column.date("截止日期"),
            Column.date("解除日期"),
            Column.date("不受理至"));

    private final Agreements agreements;
    private final Acts acts;
    private final ListExport export;

    AgreementController(Agreements agreements, Acts acts, ListExport export) {
        this.agreements = agreements;
        this.acts = acts;
        this.export = export;
    }

    @Requires("provider.institution.view")
    @GetMapping("/agreements")
    Page<Agreement> list(@AuthenticationPrincipal Actor actor, Agreement.Filter filter, PageQuery page) {
        return agreements.list(actor, filter, page);
    }

    @Requires("provider.institution.view")
    @GetMapping("/agreements/{id}")
    Agreement get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return agreements.get(actor, id);
    }

    @Requires("provider.institution.view")
    @GetMapping("/agreements/{id}/trail")
    List<Act> trail(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return acts.trail(
                ActKind.Subject.AGREEMENT,
                Long.toString(agreements.get(actor, id).id()));
    }

    /** What an applicant hands in, and how the application is scored. */
    @Requires("provider.institution.view")
    @GetMapping("/scoring")
    Sheet scoring(@RequestParam boolean pharmacy) {
        ScoringSheet sheet = ScoringSheet.of(pharmacy);
        return new Sheet(sheet.pass(), sheet.items(), sheet.materials());
    }

    @Requires("provider.agreement.edit")
    @PostMapping("/institutions/{code}/applications")
    @ResponseStatus(HttpStatus.CREATED)
    Agreement apply(
            @AuthenticationPrincipal Actor actor, @PathVariable String code, @RequestBody AgreementRequest request) {
        return agreements.apply(actor, code, request);
    }

    /** Takes or proposes a step: assessment, negotiation, signing, renewal, suspension … */
    @Requires("provider.agreement.edit")
    @PostMapping("/agreements/{id}/steps")
    Agreement step(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody AgreementRequest request) {
        return agreements.step(actor, id, request);
    }

    @Requires("provider.institution.export")
    @GetMapping("/agreements/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Agreement.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<Agreement> rows = agreements.all(actor, filter, order);
        ListExport.Subject subject =
                new ListExport.Subject("provider.agreement.export", "provider.agreement", "", "服务协议", "");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (Agreement row : rows) {
                sink.row(
                        row.number(),
                        row.institution(),
                        row.institutionName(),
                        row.kind(),
                        row.standing(),
                        row.appliedOn(),
                        row.score(),
                        row.begins(),
                        row.ends(),
                        row.endedOn(),
                        row.barredUntil());
            }
        });
    }

    /**
     * A scoring sheet.
     *
     * @param pass points needed
     * @param items what is scored
     * @param materials what is handed in
     */
    record Sheet(BigDecimal pass, List<ScoringSheet.Item> items, List<String> materials) {}
}
