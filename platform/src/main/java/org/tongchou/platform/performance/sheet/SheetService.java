package org.tongchou.platform.performance.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.ProjectMoney;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.sheet.FormMoves.Form;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Setting, approving and adjusting targets. */
@Service
public class SheetService {
    private static final String OBJECT = "performance.sheet";
    private static final int GOAL = 2000;
    private static final int ITEM = 100;
    private static final int REASON = 500;

    private final SheetStore store;
    private final FormMoves moves;
    private final SheetChecks checks;
    private final IndicatorBindings bindings;
    private final Projects projects;
    private final Funds funds;
    private final Units units;
    private final AuditLog audit;

    SheetService(
            SheetStore store,
            FormMoves moves,
            SheetChecks checks,
            IndicatorBindings bindings,
            Projects projects,
            Funds funds,
            Units units,
            AuditLog audit) {
        this.store = store;
        this.moves = moves;
        this.checks = checks;
        this.bindings = bindings;
        this.projects = projects;
        this.funds = funds;
        this.units = units;
        this.audit = audit;
    }

    /**
     * Begins a sheet.
     *
     * @param unitId the unit of a department sheet; of a project it is the project's own
     * @param projectId the project; 0 for the department as a whole
     * @param copy whether to take over goal and indicators of last year's approved sheet, where there is one
     * @return its id
     */
    @Transactional
    public long begin(Actor actor, int year, long unitId, long projectId, boolean copy) {
        if (year < 2000 || year > 2100) {
            throw Refusal.field("E-PER-032", "年度", String.valueOf(year), "四位年份");
        }
        long unit = unitId;
        String code = "";
        String name = TargetSheet.WHOLE;
        if (projectId != 0) {
            ProjectMoney project = projects.list(actor, year).stream()
                    .filter(known -> known.projectId() == projectId)
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound(year + " 年度的这个项目"));
            unit = project.unitId();
            code = project.code();
            name = project.name();
        }
        actor.mustSee(unit);
        units.get(unit);
        String item = projectId == 0 ? "" : funds.functionalItem(unit, projectId, year);
        long id = store.add(actor, moves.at(), year, unit, projectId, code, name, item, null, "");
        if (copy) {
            TargetSheet made = store.get(actor, id);
            store.sibling(made, year - 1).ifPresent(last -> copy(actor, id, last, item));
        }
        moves.step(actor, Form.SHEET, id, "新建", "草稿", "");
        audit.record(
                actor,
                "performance.sheet.create",
                OBJECT,
                String.valueOf(id),
                "新建 " + year + " 年度“" + name + "”绩效目标表",
                null,
                Map.of("year", year, "unitId", unit, "projectId", projectId));
        return id;
    }

    /** Last year's lines with what was achieved as the value of the year before. */
    private void copy(Actor actor, long id, TargetSheet last, String item) {
        Map<String, String> actuals = store.confirmedActuals(last.id());
        List<TargetLine> lines = last.lines().stream()
                .map(line -> new TargetLine(
                        null,
                        line.level1(),
                        line.level2(),
                        line.name(),
                        line.explanation(),
                        line.standard(),
                        line.operator(),
                        line.target(),
                        line.unit(),
                        line.weight(),
                        actuals.getOrDefault(line.name(), ""),
                        line.source(),
                        line.binding()))
                .toList();
        store.save(actor, moves.at(), id, last.goal(), item.isEmpty() ? last.functionalItem() : item, lines);
    }

    /** Saves a draft; what is missing may come later, what is wrong is refused. */
    @Transactional
    public void save(Actor actor, long id, SheetInput input) {
        TargetSheet before = store.get(actor, id);
        int version = input.version() == null ? 0 : input.version();
        List<TargetLine> lines = LineRules.read(Objects.requireNonNullElse(input.lines(), List.of()), bindings.keys());
        String goal = Texts.text(input.goal(), "总体目标", GOAL);
        String item = input.functionalItem() == null
                ? before.functionalItem()
                : Texts.text(input.functionalItem(), "部门预算功能科目", ITEM);
        moves.draft(Form.SHEET, id, before.title(), version);
        store.save(actor, moves.at(), id, goal, item, lines);
        audit.record(
                actor,
                "performance.sheet.save",
                OBJECT,
                String.valueOf(id),
                "保存" + before.title() + "绩效目标表",
                Map.of("goal", before.goal(), "lines", described(before.lines())),
                Map.of("goal", goal, "lines", described(lines)));
    }

    private static List<String> described(List<TargetLine> lines) {
        return lines.stream()
                .map(line -> line.name() + " " + line.printed() + "（" + RegionRules.points(line.weight()) + " 分）")
                .toList();
    }

    /** Moves a sheet on; a sheet is handed in only when it is complete. */
    @Transactional
    public void move(Actor actor, long id, Move move, MoveInput input) {
        TargetSheet sheet = store.get(actor, id);
        if (move.equals(Move.SUBMIT)) {
            checks.complete(sheet);
        }
        moves.move(actor, Form.SHEET, id, sheet.title(), input.known(), approved(sheet, move), input.opinion());
    }

    private Move approved(TargetSheet sheet, Move move) {
        if (move.equals(Move.APPROVE) && sheet.replaces() != null) {
            store.replaced(sheet.replaces());
            refuseEvaluated(sheet, sheet.replaces());
        }
        return move;
    }

    private void refuseEvaluated(TargetSheet sheet, long approved) {
        if (store.evaluated(approved)) {
            throw Refusal.conflict("E-PER-033", sheet.title() + "已经开始自评或评价，目标不能再调整");
        }
    }

    /** Begins an adjusted revision of an approved sheet; the approved one holds until the new one is approved. */
    @Transactional
    public long adjust(Actor actor, long id, @Nullable String reason) {
        TargetSheet sheet = store.get(actor, id);
        String why = Texts.needed(reason, "调整理由", REASON);
        if (!sheet.state().equals("已批复")) {
            throw Refusal.conflict("E-PER-034", sheet.title() + "现为“" + sheet.state() + "”，只有已批复的目标可以调整");
        }
        refuseEvaluated(sheet, id);
        long made = store.add(
                actor,
                moves.at(),
                sheet.year(),
                sheet.unitId(),
                sheet.projectId(),
                sheet.projectCode(),
                sheet.projectName(),
                sheet.functionalItem(),
                sheet,
                why);
        store.save(actor, moves.at(), made, sheet.goal(), sheet.functionalItem(), sheet.lines());
        moves.step(actor, Form.SHEET, made, "调整", "草稿", why);
        audit.record(
                actor,
                "performance.sheet.adjust",
                OBJECT,
                String.valueOf(made),
                "调整" + sheet.title() + "绩效目标，第 " + (sheet.revision() + 1) + " 版",
                Map.of("revision", sheet.revision()),
                Map.of("revision", sheet.revision() + 1, "reason", why));
        return made;
    }

    /** Removes a draft. */
    @Transactional
    public void remove(Actor actor, long id, int version) {
        TargetSheet sheet = store.get(actor, id);
        moves.draft(Form.SHEET, id, sheet.title(), version);
        store.remove(id);
        audit.record(
                actor,
                "performance.sheet.remove",
                OBJECT,
                String.valueOf(id),
                "删除" + sheet.title() + "绩效目标草稿",
                Map.of("lines", described(sheet.lines())),
                null);
    }

    /**
     * A difference between a sheet and the revision it adjusts.
     *
     * @param name the indicator, or 总体目标
     * @param kind 新增, 删除 or 修改
     * @param before as it was; empty for 新增
     * @param after as it is; empty for 删除
     */
    public record Difference(String name, String kind, String before, String after) {}

    /** What an adjusted revision changes; none for a first one. */
    public List<Difference> differences(Actor actor, TargetSheet sheet) {
        if (sheet.replaces() == null) {
            return List.of();
        }
        TargetSheet before = store.get(actor, sheet.replaces());
        List<Difference> differences = new ArrayList<>();
        if (!before.goal().equals(sheet.goal())) {
            differences.add(new Difference("总体目标", "修改", before.goal(), sheet.goal()));
        }
        for (TargetLine line : sheet.lines()) {
            Optional<TargetLine> old = named(before, line.name());
            if (old.isEmpty()) {
                differences.add(new Difference(line.name(), "新增", "", brief(line)));
            } else if (!brief(old.get()).equals(brief(line))) {
                differences.add(new Difference(line.name(), "修改", brief(old.get()), brief(line)));
            }
        }
        before.lines().stream()
                .filter(line -> named(sheet, line.name()).isEmpty())
                .forEach(line -> differences.add(new Difference(line.name(), "删除", brief(line), "")));
        return differences;
    }

    private static Optional<TargetLine> named(TargetSheet sheet, String name) {
        return sheet.lines().stream().filter(line -> line.name().equals(name)).findFirst();
    }

    private String brief(TargetLine line) {
        String source = line.bound() ? "取数：" + bindings.label(line.binding()) : "";
        return String.join(
                "，",
                java.util.stream.Stream.of(
                                line.level2(),
                                line.printed(),
                                RegionRules.points(line.weight()) + " 分",
                                line.standard(),
                                line.explanation(),
                                source)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
