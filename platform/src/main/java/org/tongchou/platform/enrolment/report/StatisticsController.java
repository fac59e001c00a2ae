package org.tongchou.platform.enrolment.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.HeadCount;
import org.tongchou.platform.enrolment.HeadCut;
import org.tongchou.platform.enrolment.person.EnrolledRows;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** Participation, heads and detections within the counties that somebody may see. */
@RestController
@RequestMapping("/api/enrolment/statistics")
class StatisticsController {
    private final Participation participation;
    private final EnrolledRows rows;
    private final Detections detections;
    private final Region region;
    private final Rules rules;
    private final AuditLog audit;
    private final Clock clock;

    StatisticsController(
            Participation participation,
            EnrolledRows rows,
            Detections detections,
            Region region,
            Rules rules,
            AuditLog audit,
            Clock clock) {
        this.participation = participation;
        this.rows = rows;
        this.detections = detections;
        this.region = region;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Requires("enrolment.person.view")
    @GetMapping("/participation")
    List<Participation.Line> participation(
            @AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable LocalDate day) {
        return participation.of(day(day), region.counties(actor));
    }

    @Requires("enrolment.person.view")
    @GetMapping("/heads")
    List<HeadCount> heads(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(required = false) @Nullable List<HeadCut> cuts) {
        Set<HeadCut> by = EnumSet.noneOf(HeadCut.class);
        if (cuts != null) {
            by.addAll(cuts);
        }
        List<String> counties =
                region.counties(actor).stream().map(County::code).toList();
        String in = scheme == null || scheme.isBlank() ? null : scheme;
        return rows.count(new EnrolledQuery(day(day), in, counties, null, null), by).stream()
                .sorted(Comparator.comparing(cell -> cell.of().toString()))
                .toList();
    }

    @Requires("enrolment.person.view")
    @GetMapping("/detections")
    List<Detections.Found> detections(
            @AuthenticationPrincipal Actor actor, @RequestParam(required = false) Detections.@Nullable Kind kind) {
        List<String> counties =
                region.counties(actor).stream().map(County::code).toList();
        List<Detections.Found> found = new ArrayList<>();
        for (Detections.Kind each : kind == null ? Detections.kinds() : List.of(kind)) {
            found.addAll(detections.find(each, counties));
        }
        return found;
    }

    @Requires("enrolment.person.export")
    @GetMapping("/participation/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        LocalDate of = day(day);
        List<Participation.Line> lines = participation.of(of, region.counties(actor));
        Layout layout = new Layout(
                of + "参保率",
                "参保率 = 参加职工、居民等基本医保的人数（一人计一次）÷ 户籍人口或常住人口",
                List.of(
                        Column.text("区县", 16),
                        Column.integer("参保人数"),
                        Column.integer("职工医保"),
                        Column.integer("居民医保"),
                        Column.integer("户籍人口"),
                        Column.integer("常住人口"),
                        Column.percent("户籍参保率"),
                        Column.percent("常住参保率")),
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(format, layout, sink -> {
            for (Participation.Line line : lines) {
                sink.row(
                        line.name(),
                        line.heads(),
                        line.bySchemes().getOrDefault("employee", 0L),
                        line.bySchemes().getOrDefault("resident", 0L),
                        line.registered(),
                        line.resident(),
                        line.registeredRate(),
                        line.residentRate());
            }
        });
        audit.record(
                actor,
                "enrolment.statistics.export",
                "enrolment.person",
                "",
                "导出 " + of + " 参保率",
                null,
                Map.of("format", format.name()));
        return answer;
    }

    private LocalDate day(@Nullable LocalDate given) {
        return rules.dayOrToday(given);
    }
}
