package org.tongchou.platform.performance.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.Targets;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.TargetLine;
import org.tongchou.platform.performance.sheet.TargetSheet;

/** Holds monitoring against the declared limits. */
public final class Warnings {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Warnings() {}

    /**
     * A warning.
     *
     * @param level 提示 or 预警
     * @param line 1-based number of the indicator; 0 for the execution of the budget
     * @param message one Chinese sentence with the number
     */
    public record Warning(String level, int line, String message) {}

    static List<Warning> of(TargetSheet sheet, Monitor monitor, Money money, List<WarningRule> rules) {
        List<Warning> warnings = new ArrayList<>();
        for (WarningRule rule : rules) {
            if (rule.ofLines()) {
                lines(sheet, monitor, rule, warnings);
            } else {
                execution(money, rule).ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    private static Optional<Warning> execution(Money money, WarningRule rule) {
        boolean rate = rule.measure().equals("执行率");
        BigDecimal value = rate
                ? money.total().rate()
                : org.tongchou.money.Money.ofFen(money.total().executedFen()).in(MoneyUnit.YUAN);
        return value == null || value.compareTo(rule.below()) >= 0
                ? Optional.empty()
                : Optional.of(new Warning(
                        rule.level(),
                        0,
                        rule.says() + "（现为 " + PrintedNumber.shortest(value) + (rate ? "%" : " 元") + "）"));
    }

    private static void lines(TargetSheet sheet, Monitor monitor, WarningRule rule, List<Warning> warnings) {
        for (int i = 0; i < sheet.lines().size(); i++) {
            TargetLine line = sheet.lines().get(i);
            Monitor.Value value = monitor.values().getOrDefault(line.savedId(), Monitor.Value.NONE);
            boolean forecast = rule.measure().equals("预计完成率");
            BigDecimal share = share(line, forecast ? value.expected() : value.actual(), forecast);
            if (share != null && share.compareTo(rule.below()) < 0) {
                warnings.add(new Warning(
                        rule.level(),
                        i + 1,
                        "“" + line.name() + "”" + rule.says() + "（目标 " + line.printed() + "，"
                                + (forecast ? "预计 " + value.expected() : "已完成 " + value.actual()) + "）"));
            }
        }
    }

    /** What share of the target a value is, in percent; 100 when it is met; null when it cannot be said. */
    private static @Nullable BigDecimal share(TargetLine line, String printed, boolean forecast) {
        Target target = line.toTarget();
        PrintedNumber aim = target.value();
        PrintedNumber value = Targets.actual(printed, target).value();
        if (aim == null || value == null || target.read() == null) {
            return null;
        }
        if (target.read().met(value.value(), aim.value())) {
            return HUNDRED;
        }
        if (!target.read().upward() || aim.value().signum() <= 0) {
            return forecast ? BigDecimal.ZERO : null;
        }
        return value.value().multiply(HUNDRED).divide(aim.value(), 2, RoundingMode.DOWN);
    }
}
