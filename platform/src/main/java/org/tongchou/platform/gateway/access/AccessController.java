package org.tongchou.platform.gateway.access;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.gateway.access.AccessDesk.Granted;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Access of institutions to the interface. */
@RestController
@Tag(name = "接口接入")
@RequestMapping("/api/gateway/accesses")
class AccessController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("机构编码", 16),
            Column.text("机构名称", 36),
            Column.text("类别", 16),
            Column.text("区县", 16),
            Column.text("签名方式", 20),
            Column.text("访问标识", 24),
            Column.text("报文加密", 10),
            Column.text("须先签到", 10),
            Column.text("允许的地址", 36),
            Column.text("状态", 10),
            Column.text("最近变动人", 14),
            Column.time("最近变动"),
            Column.time("最近调用"));

    private final AccessList list;
    private final AccessDesk desk;
    private final ListExport export;
    private final Clock clock;

    AccessController(AccessList list, AccessDesk desk, ListExport export, Clock clock) {
        this.list = list;
        this.desk = desk;
        this.export = export;
        this.clock = clock;
    }

    @Requires("gateway.access.view")
    @GetMapping
    Page<AccessView> list(@AuthenticationPrincipal Actor actor, AccessView.Filter filter, PageQuery page) {
        return list.list(actor, filter, page);
    }

    @Requires("gateway.access.view")
    @GetMapping("/{institution}")
    WithChanges get(@AuthenticationPrincipal Actor actor, @PathVariable String institution) {
        AccessView access = list.get(actor, institution);
        return new WithChanges(access, list.changes(access));
    }

    /** Institutions that could be granted access. */
    @Requires("gateway.access.manage")
    @GetMapping("/candidates")
    List<Provider> candidates(@AuthenticationPrincipal Actor actor, @RequestParam(defaultValue = "") String text) {
        return list.candidates(actor, text);
    }

    /** Grants access; the keys are told this once. */
    @Requires("gateway.access.manage")
    @PostMapping("/{institution}")
    @ResponseStatus(HttpStatus.CREATED)
    Granted grant(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String institution,
            @RequestBody AccessRequest request) {
        return desk.grant(actor, institution, request);
    }

    @Requires("gateway.access.manage")
    @PutMapping("/{institution}")
    Granted change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String institution,
            @RequestBody AccessRequest request) {
        return desk.change(actor, institution, request);
    }

    /** Makes new keys, told this once. */
    @Requires("gateway.access.manage")
    @PostMapping("/{institution}/keys")
    Granted rotate(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String institution,
            @RequestBody AccessRequest request) {
        return desk.rotate(actor, institution, request);
    }

    @Requires("gateway.access.manage")
    @PostMapping("/{institution}/close")
    Granted close(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String institution,
            @RequestBody AccessRequest request) {
        return desk.close(actor, institution, request);
    }

    @Requires("gateway.access.manage")
    @PostMapping("/{institution}/reopen")
    Granted reopen(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String institution,
            @RequestBody AccessRequest request) {
        return desk.reopen(actor, institution, request);
    }

    @Requires("gateway.access.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            AccessView.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<AccessView> rows = list.all(actor, filter, order);
        ListExport.Subject subject = new ListExport.Subject("gateway.access.export", "gateway.access", "", "接口接入", "");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (AccessView row : rows) {
                sink.row(
                        row.institution(),
                        row.name(),
                        row.kind(),
                        row.countyName(),
                        row.styleName(),
                        row.keyId(),
                        row.ciphered() ? "是" : "否",
                        row.signInRequired() ? "是" : "否",
                        String.join("、", row.addresses()),
                        row.open() ? "开通" : "停用",
                        row.changedName(),
                        local(row.changedAt()),
                        local(row.lastCall()));
            }
        });
    }

    private @Nullable LocalDateTime local(@Nullable OffsetDateTime time) {
        return time == null ? null : time.atZoneSameInstant(clock.getZone()).toLocalDateTime();
    }

    /**
     * An access with how it came about.
     *
     * @param access how it is
     * @param changes its changes, the latest first
     */
    record WithChanges(AccessView access, List<AccessView.Change> changes) {}
}
