package org.tongchou.platform.provider.institution;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.provider.Payee;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Institutions. */
@RestController
@Tag(name = "机构")
@RequestMapping("/api/provider")
class InstitutionController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("机构编码", 16),
            Column.text("机构名称", 36),
            Column.text("类别", 16),
            Column.text("等级", 12),
            Column.text("区县", 16),
            Column.text("乡镇街道", 16),
            Column.text("地址", 36),
            Column.text("统一社会信用代码", 22),
            Column.text("在有效期内的协议", 24),
            Column.text("收款账户", 24),
            Column.date("开业日期"),
            Column.date("停业日期"));

    private final Institutions institutions;
    private final InstitutionActs changes;
    private final Providers providers;
    private final Region region;
    private final Acts acts;
    private final ListExport export;
    private final AuditLog audit;

    InstitutionController(
            Institutions institutions,
            InstitutionActs changes,
            Providers providers,
            Region region,
            Acts acts,
            ListExport export,
            AuditLog audit) {
        this.institutions = institutions;
        this.changes = changes;
        this.providers = providers;
        this.region = region;
        this.acts = acts;
        this.export = export;
        this.audit = audit;
    }

    /** The words of the pages: kinds, levels, counties within the scope. */
    @Requires("provider.institution.view")
    @GetMapping("/words")
    Words words(@AuthenticationPrincipal Actor actor) {
        return new Words(InstitutionRules.KINDS, InstitutionRules.LEVELS, region.counties(actor));
    }

    @Requires("provider.institution.view")
    @GetMapping("/institutions")
    Page<Institution> list(@AuthenticationPrincipal Actor actor, Institution.Filter filter, PageQuery page) {
        return institutions.list(actor, filter, page);
    }

    @Requires("provider.institution.view")
    @GetMapping("/institutions/{code}")
    Institution get(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        return institutions.get(actor, code);
    }

    @Requires("provider.institution.view")
    @GetMapping("/institutions/{code}/trail")
    List<Act> trail(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        return acts.trail(
                ActKind.Subject.INSTITUTION, institutions.get(actor, code).code());
    }

    @Requires("provider.institution.edit")
    @PostMapping("/institutions")
    @ResponseStatus(HttpStatus.CREATED)
    Institution create(@AuthenticationPrincipal Actor actor, @RequestBody Institution.Request request) {
        return institutions.create(actor, request);
    }

    @Requires("provider.institution.edit")
    @PutMapping("/institutions/{code}")
    Institution change(
            @AuthenticationPrincipal Actor actor, @PathVariable String code, @RequestBody Institution.Request request) {
        return institutions.change(actor, code, request);
    }

    /** Proposes another level, another account, or closing. */
    @Requires("provider.institution.edit")
    @PostMapping("/institutions/{code}/acts")
    @ResponseStatus(HttpStatus.CREATED)
    Act propose(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestBody InstitutionActs.Request request) {
        return acts.propose(actor, changes.proposal(institutions.get(actor, code), request));
    }

    /** The account in the clear; recorded. */
    @Requires("provider.account.reveal")
    @PostMapping("/institutions/{code}/account-reveal")
    Account reveal(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        Institution institution = institutions.get(actor, code);
        Payee payee = providers.payee(code).orElseThrow(() -> Refusal.notFound("收款账户"));
        audit.record(
                actor,
                "provider.account.reveal",
                "provider.institution",
                code,
                "查看“" + institution.name() + "”的收款账户全文",
                null,
                null);
        return new Account(payee.holder(), payee.bank(), payee.account());
    }

    @Requires("provider.institution.export")
    @GetMapping("/institutions/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Institution.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<Institution> rows = institutions.all(actor, filter, order);
        ListExport.Subject subject =
                new ListExport.Subject("provider.institution.export", "provider.institution", "", "医药机构", "");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (Institution row : rows) {
                sink.row(
                        row.code(),
                        row.name(),
                        row.kind(),
                        row.levelName(),
                        row.countyName(),
                        row.town(),
                        row.address(),
                        row.creditCode(),
                        row.agreement(),
                        row.account(),
                        row.opened(),
                        row.closed());
            }
        });
    }

    /**
     * Words of the pages.
     *
     * @param kinds kinds of institution
     * @param levels levels by code
     * @param counties counties within the scope
     */
    record Words(List<String> kinds, Map<String, String> levels, List<County> counties) {}

    /**
     * An account in the clear.
     *
     * @param holder name of its holder
     * @param bank its bank
     * @param account its number
     */
    record Account(String holder, String bank, String account) {}
}
