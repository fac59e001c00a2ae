package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.Targets;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.evaluation.Evaluation;
import org.tongchou.platform.performance.evaluation.Scored;
import org.tongchou.platform.performance.monitoring.Monitor;
import org.tongchou.platform.performance.monitoring.MonitorService.Standing;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.TargetLine;
import org.tongchou.platform.performance.sheet.TargetSheet;

/** Turns what is stored into the engine's sheets, which are printed, read and checked. */
@Component
public class SheetForms {
    private static final Place NOWHERE = Place.line(1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int RATE_DECIMALS = 2;

    private final Units units;

    SheetForms(Units units) {
        this.units = units;
    }

    /** A sheet of targets with its money. */
    Sheet targets(TargetSheet sheet, Money money) {
        Map<String, PrintedNumber> total =
                Map.of("金额", Money.printed(money.total().adjustedFen()));
        List<Funding.Line> rows = new ArrayList<>();
        rows.add(new Funding.Line("资金总额", total, NOWHERE));
        money.rows().stream()
                .skip(1)
                .forEach(row -> rows.add(new Funding.Line(
                        row.name().replace("其中：", ""), Map.of("金额", Money.printed(row.adjustedFen())), NOWHERE)));
        List<Indicator> lines = new ArrayList<>();
        for (TargetLine line : sheet.lines()) {
            lines.add(indicator(lines.size() + 1, line, Actual.NONE, null, "", Map.of()));
        }
        return sheet(
                sheet.whole() ? SheetKind.DEPARTMENT_TARGETS : SheetKind.TARGETS,
                sheet,
                new Funding(MoneyUnit.WAN_YUAN, List.of("金额"), rows),
                "",
                lines,
                new Sheet.Totals(null, null, "", null));
    }

    /** A self-evaluation. */
    Sheet evaluation(TargetSheet sheet, Evaluation evaluation, Scored scored) {
        List<Indicator> lines = new ArrayList<>();
        for (Scored.Line line : scored.lines()) {
            Target target = line.line().toTarget();
            Actual actual = Targets.actual(line.value().actual(), target);
            lines.add(indicator(lines.size() + 1, line.line(), actual, line.score(), line.printedReason(), Map.of()));
        }
        String achieved = evaluation.executionReason().isEmpty()
                ? evaluation.achieved()
                : evaluation.achieved() + "\n预算执行偏差原因：" + evaluation.executionReason();
        BigDecimal total = scored.total();
        return sheet(
                sheet.whole() ? SheetKind.DEPARTMENT : SheetKind.SELF_EVALUATION,
                sheet,
                funding(scored),
                achieved,
                lines,
                new Sheet.Totals(number(HUNDRED), total == null ? null : number(total), scored.grade(), NOWHERE));
    }

    private static Funding funding(Scored scored) {
        List<Funding.Line> rows = new ArrayList<>();
        for (Money.Row row : scored.money().rows()) {
            Map<String, PrintedNumber> values = new LinkedHashMap<>();
            values.put("年初预算数", Money.printed(row.initialFen()));
            values.put("全年预算数", Money.printed(row.adjustedFen()));
            values.put("全年执行数", Money.printed(row.executedFen()));
            BigDecimal rate = row.rate();
            if (rate != null) {
                values.put("执行率", new PrintedNumber(rate, RATE_DECIMALS));
            }
            if (rows.isEmpty()) {
                values.put("分值", number(scored.executionWeight()));
                if (scored.execution() != null) {
                    values.put("得分", number(scored.execution().points()));
                }
            }
            rows.add(new Funding.Line(row.name(), values, NOWHERE));
        }
        return new Funding(MoneyUnit.WAN_YUAN, Money.COLUMNS, rows);
    }

    /** The monitoring of a period. */
    Sheet monitoring(Standing standing) {
        Monitor monitor = standing.monitor();
        List<Indicator> lines = new ArrayList<>();
        for (TargetLine line : standing.sheet().lines()) {
            Monitor.Value value = monitor.values().getOrDefault(line.savedId(), Monitor.Value.NONE);
            Map<String, String> monitored = new LinkedHashMap<>();
            monitored.put("1-" + monitor.month() + "月完成值", value.actual());
            monitored.put("全年预计完成值", value.expected());
            lines.add(indicator(lines.size() + 1, line, Actual.NONE, null, value.reason(), monitored));
        }
        String within = "1-" + monitor.month() + "月执行数";
        List<Funding.Line> rows = standing.money().rows().stream()
                .map(row -> new Funding.Line(
                        row.name(),
                        Map.of(
                                "年初预算数",
                                Money.printed(row.initialFen()),
                                "全年预算数",
                                Money.printed(row.adjustedFen()),
                                within,
                                Money.printed(row.executedFen())),
                        NOWHERE))
                .toList();
        return sheet(
                SheetKind.MONITORING,
                standing.sheet(),
                new Funding(MoneyUnit.WAN_YUAN, List.of("年初预算数", "全年预算数", within), rows),
                "",
                lines,
                new Sheet.Totals(null, null, "", null));
    }

    private Sheet sheet(
            SheetKind kind,
            TargetSheet sheet,
            Funding funding,
            String achieved,
            List<Indicator> lines,
            Sheet.Totals totals) {
        Unit unit = units.get(sheet.unitId());
        return new Sheet(
                kind,
                kind == SheetKind.TARGETS ? "" : kind.printed(),
                new Sheet.Project(
                        sheet.projectName(),
                        top(unit).name(),
                        unit.name(),
                        sheet.functionalItem(),
                        "",
                        sheet.projectCode()),
                funding,
                new Sheet.Goal(sheet.goal(), achieved),
                lines,
                totals,
                NOWHERE,
                NOWHERE);
    }

    /** The bureau above a unit, itself when nothing is. */
    Unit top(Unit unit) {
        Long above = unit.parentId();
        return above == null ? unit : top(units.get(above));
    }

    private static Indicator indicator(
            int number,
            TargetLine line,
            Actual actual,
            @Nullable BigDecimal score,
            String reason,
            Map<String, String> monitored) {
        return new Indicator(
                number,
                line.level1(),
                line.level2(),
                line.name(),
                line.explanation(),
                line.standard(),
                line.toTarget(),
                actual,
                number(line.weight()),
                score == null ? null : number(score),
                PrintedNumber.find(line.prior()).map(PrintedNumber::value).orElse(null),
                reason,
                monitored,
                NOWHERE);
    }

    /** A number as sheets print points: without trailing zeros. */
    static PrintedNumber number(BigDecimal value) {
        BigDecimal plain = new BigDecimal(PrintedNumber.shortest(value));
        return new PrintedNumber(plain, Math.max(0, plain.scale()));
    }
}
