package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.language.Part;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.NarrativeFigure.Change;
import org.tongchou.money.MoneyUnit;

/** The numbers that figures stated in sentences carry, with how far rounding may have moved them. */
final class TextFigures {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String PERCENT = "%";
    private static final String YEAR_BEFORE = "上年";

    private final Scope scope;

    TextFigures(Scope scope) {
        this.scope = scope;
    }

    /** A number of a figure; of its changes, the first that states the number (against the year before, if of years). */
    Optional<Value.Leaf> part(NarrativeFigure figure, Part part) {
        if (part == Part.VALUE) {
            return Optional.of(value(figure));
        }
        return figure.changes().stream()
                .filter(change -> (part != Part.DIFFERENCE && part != Part.PRIOR)
                        || change.base().startsWith(YEAR_BEFORE))
                .flatMap(change -> part(figure, change, part).stream())
                .findFirst();
    }

    /** A number of one change clause of a figure; empty when the clause does not state it. */
    Optional<Value.Leaf> part(NarrativeFigure figure, Change change, Part part) {
        // 持平 states a difference of nothing; a completion rate states none.
        BigDecimal amount = change.direction() == 0 && !change.completion() ? BigDecimal.ZERO : change.amount();
        return switch (part) {
            case VALUE, BUDGET -> Optional.of(value(figure));
            case DIFFERENCE ->
                amount(figure, amount == null ? null : signed(amount, change.direction()), change.amountDecimals())
                        .map(leaf -> named(leaf, figure, "差额"));
            case PERCENT ->
                change.completion() ? Optional.empty() : percent(figure, change, directionOf(change), "百分比");
            case COMPLETION -> change.completion() ? percent(figure, change, 1, "完成率") : Optional.empty();
            case BASE ->
                amount(figure, change.baseValue(), decimals(change.baseValue()))
                        .map(leaf -> named(leaf, figure, "基数"))
                        .or(() -> scope.nearest(change.base() + "/" + figure.key(), figure)
                                .filter(base -> base.section().equals(figure.section()))
                                .map(this::value));
            case PRIOR ->
                amount(
                                figure,
                                amount == null ? null : figure.value().subtract(signed(amount, change.direction())),
                                figure.decimals())
                        .map(leaf -> new Value.Leaf(
                                leaf.value(),
                                leaf.half().add(amount == null || amount.signum() == 0 ? BigDecimal.ZERO : leaf.half()),
                                leaf.unit(),
                                leaf.fen(),
                                "说明[" + figure.key() + "].上年",
                                leaf.cell()));
        };
    }

    /**
     * The budget of a figure: as printed, else implied by the completion rate, else the figure itself where it says that
     * both are the same.
     */
    Optional<Value> budget(NarrativeFigure figure) {
        for (Change change : figure.changes()) {
            if (!change.base().contains("预算")) {
                continue;
            }
            Optional<Value.Leaf> printed = part(figure, change, Part.BASE);
            if (printed.isPresent()) {
                return printed.map(leaf -> leaf);
            }
            Optional<Value.Leaf> rate = part(figure, change, Part.COMPLETION)
                    .filter(leaf -> leaf.value().signum() != 0);
            if (rate.isPresent()) {
                return Optional.of(new Value.Whole(value(figure), rate.get()));
            }
            if (change.direction() == 0 && !change.completion()) {
                return Optional.of(value(figure));
            }
        }
        return Optional.empty();
    }

    /** The figure itself. */
    Value.Leaf value(NarrativeFigure figure) {
        return isMoney(figure.unit())
                ? money(figure, figure.value(), figure.decimals())
                : plain(figure, figure.value(), figure.decimals(), figure.unit());
    }

    private static int directionOf(Change change) {
        Integer word = change.percentDirection();
        return word == null ? change.direction() : word;
    }

    private static BigDecimal signed(BigDecimal amount, int direction) {
        return direction < 0 ? amount.negate() : amount;
    }

    private static int decimals(@Nullable BigDecimal value) {
        return value == null ? 0 : Math.max(0, value.scale());
    }

    private static Value.Leaf named(Value.Leaf leaf, NarrativeFigure figure, String part) {
        return new Value.Leaf(
                leaf.value(), leaf.half(), leaf.unit(), leaf.fen(), "说明[" + figure.key() + "]." + part, leaf.cell());
    }

    private Optional<Value.Leaf> amount(NarrativeFigure figure, @Nullable BigDecimal value, int decimals) {
        return value == null
                ? Optional.empty()
                : Optional.of(
                        isMoney(figure.unit())
                                ? money(figure, value, decimals)
                                : plain(figure, value, decimals, figure.unit()));
    }

    private Value.Leaf money(NarrativeFigure figure, BigDecimal value, int decimals) {
        MoneyUnit unit = MoneyUnit.of(figure.unit());
        int digits = Math.max(decimals, scope.usualDecimals(figure.unit()));
        return new Value.Leaf(
                value.multiply(BigDecimal.valueOf(unit.fen())),
                half(value, digits, unit.fen()),
                unit.printed(),
                unit.fen(),
                name(figure),
                ref(figure));
    }

    private static Optional<Value.Leaf> percent(NarrativeFigure figure, Change change, int direction, String part) {
        BigDecimal percent = change.percent();
        return percent == null
                ? Optional.empty()
                : Optional.of(new Value.Leaf(
                        signed(percent, direction),
                        BigDecimal.ONE.movePointLeft(change.percentDecimals()).multiply(HALF),
                        PERCENT,
                        1,
                        name(figure) + "." + part,
                        ref(figure)));
    }

    private static Value.Leaf plain(NarrativeFigure figure, BigDecimal value, int decimals, String unit) {
        BigDecimal half = unit.equals(PERCENT)
                ? BigDecimal.ONE.movePointLeft(decimals).multiply(HALF)
                : decimals == 0 ? BigDecimal.ZERO : half(value, decimals, 1);
        return new Value.Leaf(value, half, unit, 1, name(figure), ref(figure));
    }

    /** Half of the last of so many decimals, in the small unit; nothing for zero and for money exact to the fen. */
    static BigDecimal half(BigDecimal value, int decimals, long fen) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal quantum = BigDecimal.valueOf(fen).movePointLeft(decimals);
        return fen > 1 && quantum.compareTo(BigDecimal.ONE) <= 0 ? BigDecimal.ZERO : quantum.multiply(HALF);
    }

    static boolean isMoney(String unit) {
        return Arrays.stream(MoneyUnit.values())
                .anyMatch(money -> money.printed().equals(unit));
    }

    private static String name(NarrativeFigure figure) {
        return "说明[" + figure.key() + "]";
    }

    /** A reference to the sentence. */
    static CheckResult.CellRef ref(NarrativeFigure figure) {
        return new CheckResult.CellRef("", figure.key(), "", figure.place());
    }
}
