package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.Targets;
import org.tongchou.performance.scoring.Chosen;
import org.tongchou.performance.scoring.Facts;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.performance.scoring.Subject;
import org.tongchou.platform.performance.IndicatorSource;
import org.tongchou.platform.performance.evaluation.Proposals.Proposal;
import org.tongchou.platform.performance.sheet.Funds;
import org.tongchou.platform.performance.sheet.IndicatorBindings;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.RegionRules;
import org.tongchou.platform.performance.sheet.SheetChecks;
import org.tongchou.platform.performance.sheet.TargetLine;
import org.tongchou.platform.performance.sheet.TargetSheet;

/** Scores self-evaluations by the declared rules of region and year. */
@Component
public class Scorer {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RegionRules packs;
    private final Funds funds;
    private final IndicatorBindings bindings;

    Scorer(RegionRules packs, Funds funds, IndicatorBindings bindings) {
        this.packs = packs;
        this.funds = funds;
        this.bindings = bindings;
    }

    /** The scores as things stand: live money and queries while it is open, the kept ones afterwards. */
    public Scored score(TargetSheet sheet, Evaluation evaluation) {
        return score(sheet, evaluation, funds::of);
    }

    /** The same with money that was asked for beforehand, for many sheets. */
    public Scored score(TargetSheet sheet, Evaluation evaluation, Funds.Live live) {
        RulePack pack = packs.of(sheet.unitId(), sheet.year());
        Money kept = evaluation.money();
        Money money = kept == null || evaluation.open() ? live.of(sheet) : kept;
        List<Scored.Line> lines = new ArrayList<>();
        for (TargetLine line : sheet.lines()) {
            Evaluation.Value value = evaluation.values().getOrDefault(line.savedId(), Evaluation.Value.NONE);
            lines.add(line(sheet, line, value, evaluation, pack));
        }
        BigDecimal weight = RegionRules.execution(pack);
        Proposal execution = execution(weight, money, pack).orElse(null);
        BigDecimal total = total(execution, lines);
        String grade = total == null ? "" : pack.grades().of(total).orElse("");
        return new Scored(money, weight, execution, lines, total, grade);
    }

    /** Points for the execution of the budget; none without a budget. */
    public static Optional<Proposal> execution(BigDecimal weight, Money money, RulePack pack) {
        Money.Row total = money.total();
        return Proposals.of(
                Facts.execution(weight, Money.printed(total.adjustedFen()), Money.printed(total.executedFen())), pack);
    }

    private Scored.Line line(
            TargetSheet sheet, TargetLine line, Evaluation.Value typed, Evaluation evaluation, RulePack pack) {
        Evaluation.Value value = typed;
        Scored.BoundValue bound = null;
        if (line.bound()) {
            Optional<IndicatorSource.Value> asked = bindings.value(sheet, line, LocalDate.of(sheet.year(), 12, 31));
            bound = asked.map(found ->
                            new Scored.BoundValue(bindings.label(line.binding()), found.explanation(), found.link()))
                    .orElse(null);
            if (evaluation.open()) {
                value = typed.withActual(
                        asked.map(found -> printed(found.value())).orElse(""));
            }
        }
        Proposal proposed =
                propose(sheet, line, value, evaluation.updatedBy(), pack).orElse(null);
        BigDecimal score = score(proposed, value);
        return new Scored.Line(line, value, bound, proposed, score, reasonNeeded(line, value, score));
    }

    /** The points for a line by rule. */
    static Optional<Proposal> propose(
            TargetSheet sheet, TargetLine line, Evaluation.Value value, String by, RulePack pack) {
        if (value.actual().isEmpty() || sheet.lines().isEmpty()) {
            return Optional.empty();
        }
        return Proposals.of(facts(line, value, by), pack);
    }

    private static Facts facts(TargetLine line, Evaluation.Value value, String by) {
        Target target = line.toTarget();
        Actual actual = Targets.actual(value.actual(), target);
        Facts facts = new Facts(
                Subject.INDICATOR,
                line.name(),
                line.weight(),
                target,
                actual,
                PrintedNumber.find(line.prior()).map(PrintedNumber::value).orElse(null),
                value.reason(),
                line.standard());
        BigDecimal share = value.share();
        return share == null ? facts : facts.withChosen(new Chosen(by, value.shareReason(), share, List.of(), false));
    }

    private static @Nullable BigDecimal score(@Nullable Proposal proposed, Evaluation.Value value) {
        if (proposed == null) {
            return null;
        }
        BigDecimal lowered = value.score();
        return lowered == null ? proposed.points() : lowered.min(proposed.points());
    }

    private static String reasonNeeded(TargetLine line, Evaluation.Value value, @Nullable BigDecimal score) {
        if (!value.reason().isEmpty() || score == null) {
            return "";
        }
        boolean onlyLowered = value.score() != null && !value.scoreReason().isEmpty();
        if (score.compareTo(line.weight()) < 0 && !onlyLowered) {
            return "未得满分，请说明偏差原因和改进措施";
        }
        Target target = line.toTarget();
        PrintedNumber aim = target.value();
        PrintedNumber done = Targets.actual(value.actual(), target).value();
        boolean upward = target.read() != null && target.read().upward();
        BigDecimal limit = new BigDecimal(SheetChecks.word("perf.weak-target"));
        boolean far = upward
                && aim != null
                && done != null
                && aim.value().signum() > 0
                && done.value().multiply(HUNDRED).compareTo(aim.value().multiply(limit)) >= 0;
        return far ? "完成值达到目标值的 " + limit + "% 以上，目标可能偏低，请说明原因" : "";
    }

    private static @Nullable BigDecimal total(@Nullable Proposal execution, List<Scored.Line> lines) {
        if (execution == null || lines.isEmpty()) {
            return null;
        }
        BigDecimal total = execution.points();
        for (Scored.Line line : lines) {
            BigDecimal score = line.score();
            if (score == null) {
                return null;
            }
            total = total.add(score);
        }
        return total;
    }

    /** A queried value as it is printed: at most two decimals. */
    private static String printed(BigDecimal value) {
        return PrintedNumber.shortest(value.setScale(2, RoundingMode.HALF_UP));
    }
}
