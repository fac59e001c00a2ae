package org.tongchou.platform.performance.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** 绩效目标. */
@RestController
@RequestMapping("/api/performance")
class SheetController {
    private final SheetService service;
    private final SheetStore store;
    private final SheetLists lists;
    private final SheetChecks checks;
    private final Funds funds;
    private final FormMoves moves;
    private final RegionRules packs;
    private final IndicatorBindings bindings;
    private final PerformanceDeadlines deadlines;
    private final Units units;

    SheetController(
            SheetService service,
            SheetStore store,
            SheetLists lists,
            SheetChecks checks,
            Funds funds,
            FormMoves moves,
            RegionRules packs,
            IndicatorBindings bindings,
            PerformanceDeadlines deadlines,
            Units units) {
        this.service = service;
        this.store = store;
        this.lists = lists;
        this.checks = checks;
        this.funds = funds;
        this.moves = moves;
        this.packs = packs;
        this.bindings = bindings;
        this.deadlines = deadlines;
        this.units = units;
    }

    /** What forms offer to choose from. */
    record Options(
            Map<String, List<String>> levels,
            List<String> operators,
            List<IndicatorBindings.Offered> bindings,
            List<UnitName> units,
            LocalDate targetsDue,
            LocalDate evaluationsDue) {}

    /** A unit to choose. */
    record UnitName(long id, String name, boolean top) {}

    @Requires("performance.sheet.view")
    @GetMapping("/options")
    Options options(@AuthenticationPrincipal Actor actor, @RequestParam int year) {
        return new Options(
                Vocabulary.LEVELS,
                Vocabulary.OPERATORS,
                bindings.offered(),
                units.all().stream()
                        .filter(unit -> actor.sees(unit.id()))
                        .map(unit -> new UnitName(unit.id(), unit.name(), unit.parentId() == null))
                        .toList(),
                deadlines.of("目标", 0, year),
                deadlines.of("自评", 0, year));
    }

    /** Years with sheets within the actor's scope, the latest first. */
    @Requires("performance.sheet.view")
    @GetMapping("/years")
    List<Integer> years(@AuthenticationPrincipal Actor actor) {
        return lists.years(actor);
    }

    @Requires("performance.sheet.view")
    @GetMapping("/sheets")
    Page<SheetLists.Row> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Long unitId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String text,
            PageQuery query) {
        return lists.page(actor, new SheetLists.Filter(year, unitId, state, text), query);
    }

    @Requires("performance.sheet.view")
    @GetMapping("/sheets/missing")
    List<SheetLists.Missing> missing(@AuthenticationPrincipal Actor actor, @RequestParam int year) {
        return lists.missing(actor, year);
    }

    /** A sheet with all that its page shows. */
    record Full(
            TargetSheet sheet,
            String unitName,
            Money money,
            List<SheetChecks.Finding> findings,
            List<SheetService.Difference> differences,
            List<Step> trail,
            RegionRules.Shown pack,
            boolean lastYear,
            LocalDate due) {}

    @Requires("performance.sheet.view")
    @GetMapping("/sheets/{id}")
    Full get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        TargetSheet sheet = store.get(actor, id);
        Money money = funds.of(sheet);
        return new Full(
                sheet,
                units.get(sheet.unitId()).name(),
                money,
                checks.findings(sheet, Optional.of(money)),
                service.differences(actor, sheet),
                moves.trail(FormMoves.Form.SHEET, id),
                packs.shown(sheet.unitId(), sheet.year()),
                store.sibling(sheet, sheet.year() - 1).isPresent(),
                deadlines.of("目标", 0, sheet.year()));
    }

    /** A sheet to begin. */
    record Begin(int year, long unitId, long projectId, boolean copy) {}

    /** The id of what was made. */
    record Made(long id) {}

    @Requires("performance.target.edit")
    @PostMapping("/sheets")
    @ResponseStatus(HttpStatus.CREATED)
    Made begin(@AuthenticationPrincipal Actor actor, @RequestBody Begin begin) {
        return new Made(service.begin(actor, begin.year(), begin.unitId(), begin.projectId(), begin.copy()));
    }

    @Requires("performance.target.edit")
    @PutMapping("/sheets/{id}")
    void save(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody SheetInput input) {
        service.save(actor, id, input);
    }

    @Requires("performance.target.edit")
    @DeleteMapping("/sheets/{id}")
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam int version) {
        service.remove(actor, id, version);
    }

    @Requires("performance.target.edit")
    @PostMapping("/sheets/{id}/submit")
    void submit(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody MoveInput input) {
        service.move(actor, id, Move.SUBMIT, input);
    }

    @Requires("performance.target.review")
    @PostMapping("/sheets/{id}/review")
    void review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody MoveInput input) {
        service.move(actor, id, Move.REVIEW, input);
    }

    @Requires("performance.target.review")
    @PostMapping("/sheets/{id}/return")
    void giveBack(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody MoveInput input) {
        service.move(actor, id, Move.RETURN, input);
    }

    @Requires("performance.target.approve")
    @PostMapping("/sheets/{id}/approve")
    void approve(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody MoveInput input) {
        service.move(actor, id, Move.APPROVE, input);
    }

    @Requires("performance.target.edit")
    @PostMapping("/sheets/{id}/adjust")
    @ResponseStatus(HttpStatus.CREATED)
    Made adjust(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody MoveInput input) {
        return new Made(service.adjust(actor, id, input.opinion()));
    }
}
