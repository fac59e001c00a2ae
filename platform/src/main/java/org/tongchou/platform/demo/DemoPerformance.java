package org.tongchou.platform.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.PerformanceFigures;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.platform.accounts.ProjectMoney;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.evaluation.EvaluationInput;
import org.tongchou.platform.performance.evaluation.EvaluationService;
import org.tongchou.platform.performance.evaluation.EvaluationStore;
import org.tongchou.platform.performance.sheet.Move;
import org.tongchou.platform.performance.sheet.MoveInput;
import org.tongchou.platform.performance.sheet.SheetInput;
import org.tongchou.platform.performance.sheet.SheetService;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetLine;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.web.Actor;

/** Targets of the synthetic bureau's projects, approved, and self-evaluations in different states. */
@Component
@Profile("demo")
class DemoPerformance {
    private static final String COST = "经济成本指标";

    private final Projects projects;
    private final SheetService sheets;
    private final SheetStore sheetStore;
    private final EvaluationService evaluations;
    private final EvaluationStore evaluationStore;
    private final Units units;

    DemoPerformance(
            Projects projects,
            SheetService sheets,
            SheetStore sheetStore,
            EvaluationService evaluations,
            EvaluationStore evaluationStore,
            Units units) {
        this.projects = projects;
        this.sheets = sheets;
        this.sheetStore = sheetStore;
        this.evaluations = evaluations;
        this.evaluationStore = evaluationStore;
        this.units = units;
    }

    /** Makes the sheets of a year from those of an example, for the projects that have the same name. */
    void fill(Actor actor, int year, Path example) {
        PerformanceDocument last = PerformanceFigures.load(example).found();
        if (last == null) {
            throw new IllegalStateException("没有找到样例数据 " + example);
        }
        Map<String, Sheet> byName = last.sheets().stream()
                .filter(sheet -> sheet.kind() == SheetKind.SELF_EVALUATION)
                .collect(Collectors.toMap(sheet -> sheet.project().name(), sheet -> sheet, (first, second) -> first));
        int number = 0;
        for (ProjectMoney project : projects.list(actor, year)) {
            Sheet sheet = byName.get(project.name());
            if (sheet != null) {
                number++;
                long id = targets(actor, year, project, sheet);
                evaluate(actor, id, project, sheet, number);
            }
        }
        projects.list(actor, year).stream().findFirst().ifPresent(project -> department(actor, year, project.unitId()));
    }

    /** The department as a whole: approved targets, a self-evaluation that is begun. */
    private void department(Actor actor, int year, long unitId) {
        Unit unit = units.get(unitId);
        Long above = unit.parentId();
        long id = sheets.begin(actor, year, above == null ? unitId : above, 0, false);
        List<SheetInput.Line> lines = List.of(
                line("产出指标", "质量指标", "项目支出预算执行率", "≥", "90", "%", 30, "unit.execution-rate"),
                line("产出指标", "时效指标", "绩效目标批复覆盖率", "=", "100", "%", 20, "unit.targets-approved"),
                line("效益指标", "社会效益指标", "基本医疗保险参保率", "≥", "95", "%", 30, ""),
                line("满意度指标", "服务对象满意度指标", "参保群众满意度", "≥", "90", "%", 10, ""));
        sheets.save(actor, id, new SheetInput(version(actor, id), "保障参保群众待遇，守住医保基金安全，提升经办服务水平。", null, lines));
        approve(actor, id);
        List<TargetLine> made = sheetStore.get(actor, id).lines();
        evaluations.save(
                actor,
                id,
                new EvaluationInput(
                        0,
                        "年度各项工作任务基本完成，待遇支付及时足额。",
                        "",
                        List.of(
                                new EvaluationInput.Line(made.get(2).savedId(), "96.8", null, null, null, null, ""),
                                new EvaluationInput.Line(made.get(3).savedId(), "93.5", null, null, null, null, ""))));
    }

    private static SheetInput.Line line(
            String level1,
            String level2,
            String name,
            String operator,
            String target,
            String unit,
            int weight,
            String binding) {
        return new SheetInput.Line(
                level1,
                level2,
                name,
                "",
                "",
                operator,
                target,
                unit,
                BigDecimal.valueOf(weight),
                "",
                binding.isEmpty() ? "填报" : "绑定",
                binding);
    }

    private void approve(Actor actor, long id) {
        for (Move move : List.of(Move.SUBMIT, Move.REVIEW, Move.APPROVE)) {
            sheets.move(actor, id, move, new MoveInput(version(actor, id), ""));
        }
    }

    private long targets(Actor actor, int year, ProjectMoney project, Sheet sheet) {
        long id = sheets.begin(actor, year, project.unitId(), project.projectId(), false);
        List<SheetInput.Line> lines = new ArrayList<>();
        for (Indicator indicator : sheet.indicators()) {
            boolean cost = indicator.level2().equals(COST);
            lines.add(new SheetInput.Line(
                    indicator.level1(),
                    indicator.level2(),
                    indicator.level3(),
                    "",
                    "",
                    indicator.target().read() == null
                            ? "≥"
                            : indicator.target().read().printed(),
                    cost
                            ? wanYuan(project, ProjectMoney.FundMoney::adjustedFen)
                            : plain(indicator.target().value()),
                    indicator.target().unit(),
                    indicator.weight() == null
                            ? BigDecimal.ZERO
                            : indicator.weight().value(),
                    "",
                    "填报",
                    null));
        }
        sheets.save(actor, id, new SheetInput(version(actor, id), sheet.goal().expected(), null, lines));
        approve(actor, id);
        return id;
    }

    /** The first ones are confirmed, the next wait for review, the rest are drafts. */
    private void evaluate(Actor actor, long sheetId, ProjectMoney project, Sheet sheet, int number) {
        TargetSheet made = sheetStore.get(actor, sheetId);
        List<EvaluationInput.Line> lines = new ArrayList<>();
        for (int i = 0; i < made.lines().size(); i++) {
            TargetLine line = made.lines().get(i);
            Indicator indicator = sheet.indicators().get(i);
            String actual = indicator.level2().equals(COST)
                    ? wanYuan(project, ProjectMoney.FundMoney::executedFen)
                    : indicator.actual().printed();
            lines.add(new EvaluationInput.Line(line.savedId(), actual, null, null, null, null, indicator.reason()));
        }
        evaluations.save(
                actor, sheetId, new EvaluationInput(0, sheet.goal().achieved(), "年末集中结算，部分款项按合同约定下年支付", lines));
        List<Move> moves = number <= 5
                ? List.of(Move.SUBMIT, Move.REVIEW, Move.CONFIRM)
                : number <= 7 ? List.of(Move.SUBMIT) : List.of();
        for (Move move : moves) {
            int version = evaluationStore.of(sheetId).version();
            evaluations.move(actor, sheetId, move, new MoveInput(version, ""));
        }
    }

    private int version(Actor actor, long id) {
        return sheetStore.get(actor, id).version();
    }

    private static String plain(@Nullable PrintedNumber number) {
        return number == null ? "" : number.value().toPlainString();
    }

    private static String wanYuan(
            ProjectMoney project, java.util.function.ToLongFunction<ProjectMoney.FundMoney> part) {
        long fen = project.funds().stream().mapToLong(part).sum();
        return Money.ofFen(fen).in(MoneyUnit.WAN_YUAN).stripTrailingZeros().toPlainString();
    }
}
