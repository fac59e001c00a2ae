package org.tongchou.platform.enrolment.followup;

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
import org.tongchou.platform.enrolment.file.RegionWords;
import org.tongchou.platform.enrolment.report.Missing;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Who is called upon to enrol. */
@RestController
@RequestMapping("/api/enrolment/followups")
class FollowupController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("区县", 12),
            Column.text("姓名", 12),
            Column.text("证件号码", 22),
            Column.text("联系电话", 16),
            Column.text("住址", 30),
            Column.text("名单", 24),
            Column.text("联系人", 12),
            Column.date("期限"),
            Column.text("状态", 10),
            Column.text("结果", 12),
            Column.integer("联系次数"),
            Column.date("最近联系"),
            Column.text("最近结果", 14),
            Column.date("下次联系"));

    private final FollowupList list;
    private final Followups followups;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    FollowupController(FollowupList list, Followups followups, Region region, AuditLog audit, Clock clock) {
        this.list = list;
        this.followups = followups;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who may call people.
     *
     * @param id the user
     * @param name name
     */
    record Caller(long id, String name) {}

    /**
     * Words to choose from, and who may call.
     *
     * @param ways how people are reached
     * @param results what they may say
     * @param outcomes what may come of it
     * @param callers who may call
     */
    record Choices(List<String> ways, List<String> results, List<String> outcomes, List<Caller> callers) {}

    /**
     * Another caller.
     *
     * @param version version that was seen
     * @param assigneeId who
     * @param due last day
     */
    record Reassignment(
            @Nullable Integer version,
            @Nullable Long assigneeId,
            @Nullable LocalDate due) {}

    /**
     * How many were closed.
     *
     * @param closed how many
     */
    record Checked(int closed) {}

    @Requires("enrolment.person.view")
    @GetMapping
    Page<Followup> list(@AuthenticationPrincipal Actor actor, FollowupList.Filter filter, PageQuery page) {
        return list.page(actor, filter, page);
    }

    @Requires("enrolment.person.view")
    @GetMapping("/{id}")
    Followup.Details get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return list.details(actor, id);
    }

    @Requires("enrolment.person.view")
    @GetMapping("/choices")
    Choices choices(@AuthenticationPrincipal Actor actor) {
        return new Choices(
                Followups.WAYS,
                Followups.RESULTS,
                Followups.OUTCOMES,
                followups.callers(actor).stream()
                        .map(one -> new Caller(one.userId(), one.displayName()))
                        .toList());
    }

    @Requires("enrolment.missing.assign")
    @PostMapping
    Followups.Assigned assign(@AuthenticationPrincipal Actor actor, @RequestBody Followups.Assignment assignment) {
        return followups.assign(actor, assignment);
    }

    @Requires("enrolment.missing.assign")
    @PostMapping("/{id}/reassignment")
    Followup reassign(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reassignment reassignment) {
        return followups.reassign(actor, id, reassignment.version(), reassignment.assigneeId(), reassignment.due());
    }

    @Requires("enrolment.missing.follow")
    @PostMapping("/{id}/contacts")
    Followup.Details call(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Followups.Call call) {
        return followups.call(actor, id, call);
    }

    @Requires("enrolment.missing.assign")
    @PostMapping("/check")
    Checked check(@AuthenticationPrincipal Actor actor) {
        return new Checked(followups.check(actor));
    }

    @Requires("enrolment.person.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            FollowupList.Filter filter,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Layout layout = new Layout(
                "应保未保动员情况",
                "证件号码、电话已作掩码处理",
                COLUMNS,
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(
                format,
                layout,
                sink -> list.each(
                        actor,
                        filter,
                        one -> RegionWords.write(
                                sink,
                                region.county(one.county()).name(),
                                one.name(),
                                one.masked(),
                                one.phone(),
                                one.address(),
                                Missing.Reason.valueOf(one.reason()).word(),
                                one.assigneeName(),
                                one.due(),
                                one.state(),
                                one.outcome(),
                                (long) one.contacts(),
                                one.lastContact(),
                                one.lastResult(),
                                one.remindOn())));
        audit.record(
                actor,
                "enrolment.missing.follow-export",
                "enrolment.followup",
                "",
                "导出应保未保动员情况",
                null,
                Map.of("format", format.name()));
        return answer;
    }
}
