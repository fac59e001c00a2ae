package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Tolerance;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.check.language.Dimension;
import org.tongchou.accounts.check.language.Expression;
import org.tongchou.accounts.check.language.Relation;
import org.tongchou.accounts.check.language.Relation.Comparison;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.money.PrintedNumber;

/** Evaluates one check that is written as a relation, everywhere it applies. */
final class RelationCheck {
    private static final int MOST_CORNERS = 8;
    private static final int MOST_REASONS = 3;

    private final CheckDefinition check;
    private final Scope scope;
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private boolean unreadable;

    RelationCheck(CheckDefinition check, Scope scope) {
        this.check = check;
        this.scope = scope;
    }

    /**
     * All results. Where the check could be evaluated nowhere, one SKIP says why; places left out beside evaluated ones
     * (zero, not printed) are not mentioned, unreadable ones are.
     */
    List<CheckResult> results() {
        List<CheckResult> results = new ArrayList<>();
        List<Binding> bindings = new Bindings(scope).of(check.each());
        Conditions conditions = new Conditions(scope);
        for (Binding binding : bindings) {
            if (!check.conditions().stream().allMatch(condition -> conditions.hold(condition, binding))) {
                skip("不适用：条件“" + check.when() + "”不成立");
                continue;
            }
            for (NarrativeFigure driver : drivers(binding)) {
                result(binding, driver).ifPresent(results::add);
            }
        }
        if (bindings.isEmpty()) {
            skip("文件中没有可检查的" + String.join("、", check.each().keySet()) + "（"
                    + check.each().values().stream()
                            .map(domain -> String.join("、", domain))
                            .reduce((a, b) -> a + "；" + b)
                            .orElse("")
                    + "）");
        }
        if (!skipped.isEmpty() && (results.isEmpty() || unreadable)) {
            results.add(skipResult());
        }
        return results;
    }

    private void skip(String reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    private CheckResult skipResult() {
        String reasons = skipped.entrySet().stream()
                .limit(MOST_REASONS)
                .map(reason -> reason.getKey() + (reason.getValue() > 1 ? "（" + reason.getValue() + " 处）" : ""))
                .collect(Collectors.joining("；"));
        return new CheckResult(
                check.id() + "/skip",
                check.id(),
                check.group(),
                Outcome.SKIP,
                null,
                check.relation(),
                null,
                null,
                null,
                null,
                "",
                List.of(),
                check.says() + "：未检查，" + reasons + (skipped.size() > MOST_REASONS ? " 等" : ""));
    }

    /** The sentences the relation is evaluated for: every sentence with the first key it names; one null for none. */
    private List<@Nullable NarrativeFigure> drivers(Binding binding) {
        if (binding.figure() != null) {
            return Arrays.asList(binding.figure());
        }
        Optional<Expression.TextFigure> first = check.relations().stream()
                .flatMap(relation -> Stream.of(relation.left(), relation.right()))
                .flatMap(RelationCheck::texts)
                .findFirst();
        if (first.isEmpty()) {
            return Arrays.asList((NarrativeFigure) null);
        }
        for (String key : first.get().keys()) {
            List<NarrativeFigure> said = scope.figures(binding.fill(key));
            if (!said.isEmpty()) {
                return new ArrayList<>(said);
            }
        }
        return Arrays.asList((NarrativeFigure) null);
    }

    private static Stream<Expression.TextFigure> texts(Expression expression) {
        if (expression instanceof Expression.TextFigure text) {
            return Stream.of(text);
        }
        if (expression instanceof Expression.Sum sum) {
            return sum.terms().stream().flatMap(term -> texts(term.value()));
        }
        if (expression instanceof Expression.Ratio ratio) {
            return Stream.concat(texts(ratio.numerator()), texts(ratio.denominator()));
        }
        if (expression instanceof Expression.Total total) {
            return texts(total.of());
        }
        return expression instanceof Expression.Absolute absolute ? texts(absolute.of()) : Stream.empty();
    }

    /** The first alternative that holds, else the first that can be evaluated. */
    private Optional<CheckResult> result(Binding binding, @Nullable NarrativeFigure driver) {
        CheckResult broken = null;
        String reason = null;
        for (Relation relation : check.relations()) {
            Resolver resolver = new Resolver(scope, binding, driver);
            Value left = resolver.resolve(relation.left());
            Value right = resolver.resolve(relation.right());
            List<Value.Leaf> leaves = resolver.leaves();
            if (!resolver.missing().isEmpty()) {
                reason = reason == null ? resolver.missing().get(0) : reason;
                unreadable |= resolver.unreadable();
            } else if (leaves.stream().allMatch(leaf -> leaf.value().signum() == 0)) {
                reason = reason == null ? "各项均为零或空" : reason;
            } else {
                CheckResult result = compare(relation, left, right, leaves, binding, driver);
                if (result.outcome() == Outcome.PASS) {
                    return Optional.of(result);
                }
                broken = broken == null ? result : broken;
            }
        }
        if (broken == null && reason != null) {
            skip(reason);
        }
        return Optional.ofNullable(broken);
    }

    private CheckResult compare(
            Relation relation,
            Value left,
            Value right,
            List<Value.Leaf> leaves,
            Binding binding,
            @Nullable NarrativeFigure driver) {
        BigDecimal leftValue = left.at(Map.of());
        BigDecimal rightValue = right.at(Map.of());
        BigDecimal diff = leftValue.subtract(rightValue);
        BigDecimal slack = check.tolerance() == Tolerance.NONE ? BigDecimal.ZERO : slack(left, right, leaves, diff);
        boolean exact = holds(relation.comparison(), diff, BigDecimal.ZERO);
        boolean holds = exact || holds(relation.comparison(), diff, slack);
        boolean money = relation.dimension() == Dimension.MONEY;
        Value.Leaf first = leaves.stream()
                .filter(leaf -> !money || TextFigures.isMoney(leaf.unit()))
                .findFirst()
                .orElse(leaves.get(0));
        String unit = relation.dimension() == Dimension.PERCENT ? "%" : first.unit();
        BigDecimal per = BigDecimal.valueOf(money ? first.fen() : 1);
        BigDecimal shownLeft = scaled(leftValue, per);
        BigDecimal shownRight = scaled(rightValue, per);
        BigDecimal shownDiff = scaled(diff, per);
        BigDecimal shownSlack = scaled(slack, per);
        String expression = left.text() + " " + relation.comparison().sign() + " " + right.text();
        List<CheckResult.CellRef> cells = leaves.stream().map(Value.Leaf::cell).toList();
        CheckResult result = new CheckResult(
                id(binding, driver),
                check.id(),
                check.group(),
                holds ? Outcome.PASS : check.severity().outcome(),
                holds ? (exact ? null : Cause.ROUNDING) : check.severity().cause(),
                expression,
                shownLeft,
                shownRight,
                shownDiff,
                shownSlack,
                unit,
                cells,
                "");
        String message = holds
                ? passMessage(exact, shownDiff, unit)
                : failMessage(result, left, right, shownLeft, shownRight, shownDiff);
        return Results.withMessage(result, message);
    }

    private static boolean holds(Comparison comparison, BigDecimal diff, BigDecimal slack) {
        return switch (comparison) {
            case EQUAL -> diff.abs().compareTo(slack) <= 0;
            case AT_MOST -> diff.compareTo(slack) <= 0;
            case AT_LEAST -> diff.negate().compareTo(slack) <= 0;
        };
    }

    /** How far rounding of the printed figures may have moved the difference towards zero. */
    private static BigDecimal slack(Value left, Value right, List<Value.Leaf> leaves, BigDecimal diff) {
        List<Value.Leaf> rounded =
                leaves.stream().filter(leaf -> leaf.half().signum() > 0).toList();
        if ((left.linear() && right.linear()) || rounded.size() > MOST_CORNERS) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Value.Leaf leaf : rounded) {
                BigDecimal moved = left.at(Map.of(leaf, leaf.half()))
                        .subtract(right.at(Map.of(leaf, leaf.half())))
                        .subtract(diff)
                        .abs();
                sum = sum.add(moved);
            }
            return sum;
        }
        BigDecimal most = BigDecimal.ZERO;
        for (int corner = 0; corner < 1 << rounded.size(); corner++) {
            Map<Value.Leaf, BigDecimal> shifts = new HashMap<>();
            for (int i = 0; i < rounded.size(); i++) {
                BigDecimal half = rounded.get(i).half();
                shifts.put(rounded.get(i), (corner >> i & 1) == 0 ? half : half.negate());
            }
            BigDecimal moved = left.at(shifts).subtract(right.at(shifts));
            BigDecimal towards = diff.signum() >= 0 ? diff.subtract(moved) : moved.subtract(diff);
            most = most.max(towards);
        }
        return most;
    }

    private static BigDecimal scaled(BigDecimal value, BigDecimal per) {
        BigDecimal shown = value.divide(per, MathContext.DECIMAL128);
        BigDecimal rounded = shown.setScale(
                Math.max(2, Math.min(4, shown.stripTrailingZeros().scale())), RoundingMode.HALF_UP);
        return rounded;
    }

    private String id(Binding binding, @Nullable NarrativeFigure driver) {
        String base = Stream.concat(Stream.of(check.id()), binding.path().stream())
                .reduce((a, b) -> a + "/" + b)
                .orElse(check.id());
        return driver == null || binding.figure() != null
                ? base
                : base + "@" + driver.place().label();
    }

    private static String passMessage(boolean exact, BigDecimal diff, String unit) {
        return exact ? "相符" : "相差 " + PrintedNumber.print(diff) + unit + "，属四舍五入误差";
    }

    private String failMessage(
            CheckResult result, Value left, Value right, BigDecimal leftShown, BigDecimal rightShown, BigDecimal diff) {
        String unit = result.unit();
        String usual = check.says() + "，但 " + side(left) + "{left}，" + side(right) + "{right}，相差 {diff}（{where}）";
        return (check.message().isEmpty() ? usual : check.message())
                .replace("{left}", print(leftShown) + unit)
                .replace("{right}", print(rightShown) + unit)
                .replace("{diff}", print(diff) + unit)
                .replace("{where}", result.where());
    }

    private static String print(BigDecimal number) {
        return PrintedNumber.print(number.setScale(2, RoundingMode.HALF_UP));
    }

    private static String side(Value value) {
        return value instanceof Value.Fixed ? "" : value.text() + " 为 ";
    }
}
