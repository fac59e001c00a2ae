package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;

/**
 * What a rule needs to know to give points.
 *
 * @param subject what the points are for
 * @param name name of the indicator or part
 * @param weight points to be had (分值); a negative one suits no rule
 * @param target what was to be reached; the budget for {@link Subject#EXECUTION}
 * @param actual what was reached, in the target's unit; what was spent for {@link Subject#EXECUTION}
 * @param prior value of the year before in the same unit; null when not known
 * @param reason 偏差原因, 扣分原因, 得分原因; empty when none
 * @param standard 评分标准 as the sheet prints it; empty when none
 * @param chosen what a person decided; null when nobody did
 */
public record Facts(
        Subject subject,
        String name,
        BigDecimal weight,
        Target target,
        Actual actual,
        @Nullable BigDecimal prior,
        String reason,
        String standard,
        @Nullable Chosen chosen) {
    private static final String EXECUTION_RATE = "预算执行率";

    /** Facts that nobody decided anything about. */
    public Facts(
            Subject subject,
            String name,
            BigDecimal weight,
            Target target,
            Actual actual,
            @Nullable BigDecimal prior,
            String reason,
            String standard) {
        this(subject, name, weight, target, actual, prior, reason, standard, null);
    }

    /** The facts of a line of a sheet; empty when it has no weight. */
    public static Optional<Facts> of(Indicator line) {
        PrintedNumber weight = line.weight();
        return weight == null
                ? Optional.empty()
                : Optional.of(new Facts(
                        Subject.INDICATOR,
                        line.level3(),
                        weight.value(),
                        line.target(),
                        line.actual(),
                        line.prior(),
                        line.reason(),
                        line.standard()));
    }

    /**
     * The facts of the funding block.
     *
     * @param weight points for the execution rate
     * @param budget 全年预算数
     * @param executed 全年执行数 in the same unit
     */
    public static Facts execution(BigDecimal weight, PrintedNumber budget, PrintedNumber executed) {
        return new Facts(
                Subject.EXECUTION,
                EXECUTION_RATE,
                weight,
                new Target(PrintedNumber.shortest(budget.value()), null, Operator.AT_LEAST, budget, ""),
                new Actual(PrintedNumber.shortest(executed.value()), executed),
                null,
                "",
                "");
    }

    /** The same facts with a person's decision. */
    public Facts withChosen(Chosen decision) {
        return new Facts(subject, name, weight, target, actual, prior, reason, standard, decision);
    }

    /** A decision that somebody signed and gave a reason for. */
    Optional<Chosen> decision() {
        return Optional.ofNullable(chosen).filter(Chosen::signed);
    }

    /** Target and actual where both are numbers. */
    Optional<Comparison> compared() {
        Operator read = target.read();
        PrintedNumber aim = target.value();
        PrintedNumber done = actual.value();
        if (read == null || read == Operator.QUALITATIVE || aim == null || done == null) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(subject, Comparison.meant(read), aim.value(), done.value(), target.unit()));
    }
}
