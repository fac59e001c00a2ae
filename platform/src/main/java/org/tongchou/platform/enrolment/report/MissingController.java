package org.tongchou.platform.enrolment.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** Lists of people to be called upon to enrol. */
@RestController
@RequestMapping("/api/enrolment/missing")
class MissingController {
    private static final int SHOWN = 500;

    private final Missing missing;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    MissingController(Missing missing, Region region, AuditLog audit, Clock clock) {
        this.missing = missing;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A reason.
     *
     * @param reason its name
     * @param word what people read
     */
    record Why(Missing.Reason reason, String word) {}

    @Requires("enrolment.person.view")
    @GetMapping("/reasons")
    List<Why> reasons() {
        return Arrays.stream(Missing.Reason.values())
                .map(reason -> new Why(reason, reason.word()))
                .toList();
    }

    @Requires("enrolment.person.view")
    @GetMapping
    List<Missing.Person> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam Missing.Reason reason,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable LocalDate day) {
        return missing.list(reason, counties(actor, county), day, SHOWN);
    }

    @Requires("enrolment.person.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestParam Missing.Reason reason,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Layout layout = new Layout(
                "未参保动员名单",
                reason.word(),
                List.of(
                        Column.text("户号", 14),
                        Column.text("姓名", 12),
                        Column.text("证件号码", 22),
                        Column.date("出生日期"),
                        Column.text("联系电话", 16),
                        Column.text("住址", 30),
                        Column.text("人员编号", 20),
                        Column.text("联系人", 12)),
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(format, layout, sink -> {
            for (Missing.Person person : missing.list(reason, counties(actor, county), day, Integer.MAX_VALUE)) {
                sink.row(
                        person.household(),
                        person.name(),
                        person.masked(),
                        person.born(),
                        person.phone(),
                        person.address(),
                        person.number(),
                        person.assignee());
            }
        });
        audit.record(
                actor,
                "enrolment.missing.export",
                "enrolment.person",
                "",
                "导出未参保动员名单：" + reason.word(),
                null,
                Map.of("format", format.name()));
        return answer;
    }

    private List<String> counties(Actor actor, @Nullable String only) {
        return region.counties(actor).stream()
                .map(County::code)
                .filter(code -> only == null || only.isBlank() || only.equals(code))
                .toList();
    }
}
