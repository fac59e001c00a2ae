package org.tongchou.platform.performance.monitoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.monitoring.MonitorService.Standing;
import org.tongchou.platform.performance.sheet.FormMoves;
import org.tongchou.platform.performance.sheet.Move;
import org.tongchou.platform.performance.sheet.MoveInput;
import org.tongchou.platform.performance.sheet.PerformanceDeadlines;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.Step;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** 运行监控. */
@RestController
@RequestMapping("/api/performance/monitors")
class MonitorController {
    private final MonitorService service;
    private final SheetStore sheets;
    private final FormMoves moves;
    private final PerformanceDeadlines deadlines;
    private final Units units;

    MonitorController(
            MonitorService service, SheetStore sheets, FormMoves moves, PerformanceDeadlines deadlines, Units units) {
        this.service = service;
        this.sheets = sheets;
        this.moves = moves;
        this.deadlines = deadlines;
        this.units = units;
    }

    /** A quarter of all sheets. */
    record Quarter(LocalDate due, List<Row> rows) {}

    /** A sheet in a quarter. */
    record Row(
            long sheetId,
            long unitId,
            String unitName,
            long projectId,
            String projectCode,
            String projectName,
            String state,
            long adjustedFen,
            long executedFen,
            java.math.@Nullable BigDecimal rate,
            List<Warnings.Warning> warnings) {}

    @Requires("performance.sheet.view")
    @GetMapping
    Quarter list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam int year,
            @RequestParam int quarter,
            @RequestParam(required = false) @Nullable Long unitId) {
        List<Long> scope = units.all().stream()
                .map(Unit::id)
                .filter(actor::sees)
                .filter(id -> unitId == null || unitId.equals(id))
                .toList();
        return new Quarter(
                deadlines.of("监控", Math.max(1, Math.min(4, quarter)), year),
                sheets.approved(scope, year).stream()
                        .map(sheet -> row(service.current(sheet, quarter)))
                        .toList());
    }

    private Row row(Standing standing) {
        TargetSheet sheet = standing.sheet();
        return new Row(
                sheet.id(),
                sheet.unitId(),
                units.get(sheet.unitId()).name(),
                sheet.projectId(),
                sheet.projectCode(),
                sheet.projectName(),
                standing.monitor().state(),
                standing.money().total().adjustedFen(),
                standing.money().total().executedFen(),
                standing.money().total().rate(),
                standing.warnings());
    }

    /** A quarter of one sheet with all that its page shows. */
    record Full(Standing standing, String unitName, List<Step> trail, LocalDate due) {}

    @Requires("performance.sheet.view")
    @GetMapping("/{sheetId}/{quarter}")
    Full get(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @PathVariable int quarter) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Standing standing = service.standing(sheet, quarter);
        return new Full(
                standing,
                units.get(sheet.unitId()).name(),
                moves.trail(FormMoves.Form.MONITOR, standing.monitor().id()),
                deadlines.of("监控", quarter, sheet.year()));
    }

    @Requires("performance.monitor.edit")
    @PutMapping("/{sheetId}/{quarter}")
    void save(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int quarter,
            @RequestBody MonitorInput input) {
        service.save(actor, sheetId, quarter, input);
    }

    @Requires("performance.monitor.edit")
    @PostMapping("/{sheetId}/{quarter}/submit")
    void submit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int quarter,
            @RequestBody MoveInput input) {
        service.move(actor, sheetId, quarter, Move.SUBMIT, input);
    }

    @Requires("performance.monitor.review")
    @PostMapping("/{sheetId}/{quarter}/review")
    void review(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int quarter,
            @RequestBody MoveInput input) {
        service.move(actor, sheetId, quarter, Move.REVIEW, input);
    }

    @Requires("performance.monitor.review")
    @PostMapping("/{sheetId}/{quarter}/return")
    void giveBack(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int quarter,
            @RequestBody MoveInput input) {
        service.move(actor, sheetId, quarter, Move.RETURN, input);
    }
}
