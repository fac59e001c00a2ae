package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.check.PerformanceCheck.Sides;
import org.tongchou.performance.check.Scopes.Figure;
import org.tongchou.performance.check.Scopes.Instance;

/** Evaluates checks that are written as relations. */
final class Relations {
    private static final int DECIMALS = 4;

    private Relations() {}

    /**
     * Evaluates a relation for everything its scope has.
     *
     * @return a result for each; one SKIP when left sides are there but no right side to compare them with
     */
    static List<CheckResult> run(PerformanceCheck check, Sides sides, Scopes scopes) {
        Formula left = Formula.of(sides.left());
        Formula right = Formula.of(sides.right());
        TreeSet<String> names = new TreeSet<>(left.names());
        names.addAll(right.names());
        List<Instance> instances = scopes.of(check.each());
        List<CheckResult> results = new ArrayList<>();
        for (Instance instance : instances) {
            if (instance.figures().keySet().containsAll(names)) {
                result(check, sides, left, right, instance).ifPresent(results::add);
            }
        }
        boolean begun = instances.stream()
                .anyMatch(instance -> instance.figures().keySet().containsAll(left.names()));
        if (results.isEmpty() && begun) {
            return List.of(Results.skip(check, "", "没有可比的数：需要 " + String.join("、", names)));
        }
        return results;
    }

    private static Optional<CheckResult> result(
            PerformanceCheck check, Sides sides, Formula left, Formula right, Instance instance) {
        Map<String, BigDecimal> values = new HashMap<>();
        instance.figures().forEach((name, figure) -> values.put(name, figure.value()));
        Optional<BigDecimal> one = left.value(values);
        Optional<BigDecimal> other = right.value(values);
        boolean nothing = !right.names().isEmpty() && zeros(left, values) && zeros(right, values);
        if (one.isEmpty() || other.isEmpty() || nothing) {
            return Optional.empty();
        }
        BigDecimal tolerance =
                check.exact() ? BigDecimal.ZERO : spread(left, values, instance).add(spread(right, values, instance));
        BigDecimal diff = one.get().subtract(other.get());
        boolean holds = switch (sides.sign()) {
            case "≤" -> diff.compareTo(tolerance) <= 0;
            case "≥" -> diff.negate().compareTo(tolerance) <= 0;
            default -> diff.abs().compareTo(tolerance) <= 0;
        };
        boolean exact = diff.signum() == 0 || !sides.sign().equals("=");
        String expression = instance.label() + "：" + sides.left() + " " + sides.sign() + " " + sides.right();
        String message =
                instance.label() + "的" + sides.left() + " " + shown(one.get()) + " 应" + word(sides.sign()) + " "
                        + sides.right() + " " + shown(other.get()) + "，相差 " + shown(diff.abs()) + unit(instance) + "（"
                        + instance.cells().get(0).place().label() + "）";
        return Optional.of(new CheckResult(
                Results.id(check, instance.key()),
                check.id(),
                check.group(),
                holds ? Outcome.PASS : check.severity().outcome(),
                holds ? (exact ? null : Cause.ROUNDING) : check.severity().cause(),
                expression,
                shownNumber(one.get()),
                shownNumber(other.get()),
                shownNumber(diff),
                shownNumber(tolerance),
                unitOf(check, instance),
                instance.cells(),
                holds ? expression : message));
    }

    private static boolean zeros(Formula formula, Map<String, BigDecimal> values) {
        return formula.names().stream()
                .allMatch(name -> values.getOrDefault(name, BigDecimal.ZERO).signum() == 0);
    }

    private static String unitOf(PerformanceCheck check, Instance instance) {
        return check.group().equals("perf.rate") ? "%" : instance.unit();
    }

    private static String unit(Instance instance) {
        return instance.unit().isEmpty() ? "" : " " + instance.unit();
    }

    private static String word(String sign) {
        return switch (sign) {
            case "≤" -> "不大于";
            case "≥" -> "不小于";
            default -> "等于";
        };
    }

    /** How far rounding of the printed figures can have moved a side. */
    private static BigDecimal spread(Formula formula, Map<String, BigDecimal> values, Instance instance) {
        Optional<BigDecimal> middle = formula.value(values);
        BigDecimal spread = BigDecimal.ZERO;
        for (String name : formula.names()) {
            Figure figure = instance.figures().get(name);
            if (figure == null || figure.half().signum() == 0 || middle.isEmpty()) {
                continue;
            }
            BigDecimal most = BigDecimal.ZERO;
            for (BigDecimal moved :
                    List.of(figure.value().add(figure.half()), figure.value().subtract(figure.half()))) {
                Map<String, BigDecimal> shifted = new HashMap<>(values);
                shifted.put(name, moved);
                Optional<BigDecimal> value = formula.value(shifted);
                if (value.isPresent()) {
                    most = most.max(value.get().subtract(middle.get()).abs());
                }
            }
            spread = spread.add(most);
        }
        return spread;
    }

    private static BigDecimal shownNumber(BigDecimal value) {
        return value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
    }

    private static String shown(BigDecimal value) {
        BigDecimal number = shownNumber(value);
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return PrintedNumber.print(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
