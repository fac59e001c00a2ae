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

    /**
     * A period of all sheets.
     *
     * @param month the last month of the period
     * @param months the periods that can be chosen, by their last month
     * @param until the cut-off date: what is posted with a later day does not count
     * @param due when it is to be handed in
     */
    record Period(int month, List<Integer> months, LocalDate until, LocalDate due, List<Row> rows) {}

    /** A sheet in a period. */
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
    Period list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(required = false) @Nullable Long unitId) {
        List<Long> scope = units.all().stream()
                .map(Unit::id)
                .filter(actor::sees)
                .filter(id -> unitId == null || unitId.equals(id))
                .toList();
        int asked = month == null ? deadlines.latest(year) : month;
        return new Period(
                asked,
                deadlines.months(),
                deadlines.cutOff(year, asked),
                deadlines.of("监控", asked, year),
                service.current(sheets.approved(scope, year), year, asked).stream()
                        .map(this::row)
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

    /** A period of one sheet with all that its page shows. */
    record Full(Standing standing, String unitName, List<Step> trail, LocalDate due) {}

    @Requires("performance.sheet.view")
    @GetMapping("/{sheetId}/{month}")
    Full get(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @PathVariable int month) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Standing standing = service.standing(sheet, month);
        return new Full(
                standing,
                units.get(sheet.unitId()).name(),
                moves.trail(FormMoves.Form.MONITOR, standing.monitor().id()),
                deadlines.of("监控", month, sheet.year()));
    }

    @Requires("performance.monitor.edit")
    @PutMapping("/{sheetId}/{month}")
    void save(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int month,
            @RequestBody MonitorInput input) {
        service.save(actor, sheetId, month, input);
    }

    @Requires("performance.monitor.edit")
    @PostMapping("/{sheetId}/{month}/submit")
    void submit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int month,
            @RequestBody MoveInput input) {
        service.move(actor, sheetId, month, Move.SUBMIT, input);
    }

    @Requires("performance.monitor.review")
    @PostMapping("/{sheetId}/{month}/review")
    void review(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int month,
            @RequestBody MoveInput input) {
        service.move(actor, sheetId, month, Move.REVIEW, input);
    }

    @Requires("performance.monitor.review")
    @PostMapping("/{sheetId}/{month}/return")
    void giveBack(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @PathVariable int month,
            @RequestBody MoveInput input) {
        service.move(actor, sheetId, month, Move.RETURN, input);
    }
}
