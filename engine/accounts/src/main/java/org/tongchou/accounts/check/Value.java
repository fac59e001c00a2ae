package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A side of a relation with every figure filled in. Money is in fen. */
sealed interface Value {
    /** The number, with some figures moved off what is printed; {@code shifts} by identity of the leaf. */
    BigDecimal at(Map<Leaf, BigDecimal> shifts);

    /** The side in words, with the figures' names. */
    String text();

    /** Whether the number moves evenly with every figure. */
    boolean linear();

    /**
     * One printed figure.
     *
     * @param value the figure
     * @param half half of its last printed digit; zero for an exact figure and for zero
     * @param unit the unit it is printed in
     * @param fen how many fen that unit is; 1 for what is not money
     * @param text its name
     * @param cell where it stands
     */
    record Leaf(BigDecimal value, BigDecimal half, String unit, long fen, String text, CheckResult.CellRef cell)
            implements Value {
        @Override
        public BigDecimal at(Map<Leaf, BigDecimal> shifts) {
            BigDecimal shift = shifts.get(this);
            return shift == null ? value : value.add(shift);
        }

        @Override
        public boolean linear() {
            return true;
        }
    }

    /** A number written in the check. */
    record Fixed(BigDecimal value) implements Value {
        @Override
        public BigDecimal at(Map<Leaf, BigDecimal> shifts) {
            return value;
        }

        @Override
        public String text() {
            return value.toPlainString();
        }

        @Override
        public boolean linear() {
            return true;
        }
    }

    /** Figures added or subtracted. */
    record Combination(List<Part> parts, String text) implements Value {
        public Combination {
            parts = List.copyOf(parts);
        }

        /** A sum written term by term. */
        static Combination of(List<Part> parts) {
            String text = parts.stream()
                    .map(part ->
                            (part.negative() ? " − " : " + ") + part.value().text())
                    .collect(Collectors.joining());
            return new Combination(parts, text.startsWith(" + ") ? text.substring(3) : text.strip());
        }

        @Override
        public BigDecimal at(Map<Leaf, BigDecimal> shifts) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Part part : parts) {
                BigDecimal value = part.value().at(shifts);
                sum = part.negative() ? sum.subtract(value) : sum.add(value);
            }
            return sum;
        }

        @Override
        public boolean linear() {
            return parts.stream().allMatch(part -> part.value().linear());
        }
    }

    /** One term. */
    record Part(boolean negative, Value value) {}

    /** One value as a percentage of another, which is not zero. */
    record Percentage(Value numerator, Value denominator) implements Value {
        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        @Override
        public BigDecimal at(Map<Leaf, BigDecimal> shifts) {
            BigDecimal base = denominator.at(shifts);
            return base.signum() == 0
                    ? BigDecimal.ZERO
                    : numerator.at(shifts).multiply(HUNDRED).divide(base, MathContext.DECIMAL64);
        }

        @Override
        public String text() {
            return "(" + numerator.text() + ") ÷ (" + denominator.text() + ")";
        }

        @Override
        public boolean linear() {
            return false;
        }
    }

    /** The whole of which a value is a percentage, for example the budget that a completion rate implies. */
    record Whole(Leaf part, Leaf percent) implements Value {
        @Override
        public BigDecimal at(Map<Leaf, BigDecimal> shifts) {
            BigDecimal rate = percent.at(shifts);
            return rate.signum() == 0
                    ? BigDecimal.ZERO
                    : part.at(shifts).multiply(Percentage.HUNDRED).divide(rate, MathContext.DECIMAL64);
        }

        @Override
        public String text() {
            return part.text() + " ÷ " + percent.value().toPlainString() + "%";
        }

        @Override
        public boolean linear() {
            return false;
        }
    }

    /** A value without its sign. Its number never moves further than its figures do. */
    record Magnitude(Value of) implements Value {
        @Override
        public BigDecimal at(Map<Leaf, BigDecimal> shifts) {
            return of.at(shifts).abs();
        }

        @Override
        public String text() {
            return "|" + of.text() + "|";
        }

        @Override
        public boolean linear() {
            return of.linear();
        }
    }
}
