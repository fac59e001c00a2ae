package org.tongchou.accounts.check.language;

/**
 * Two sides that should compare in a way.
 *
 * @param left left side
 * @param comparison how they should compare
 * @param right right side
 */
public record Relation(Expression left, Comparison comparison, Expression right) {
    /** The comparisons. */
    public enum Comparison {
        /** Both sides are the same. */
        EQUAL("="),
        /** The left side is no more than the right one. */
        AT_MOST("≤"),
        /** The left side is no less than the right one. */
        AT_LEAST("≥");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The sign as written in checks. */
        public String sign() {
            return sign;
        }
    }

    /** What the sides count: the dimension of the side that is not a bare number. */
    public Dimension dimension() {
        return left.dimension() == Dimension.BARE ? right.dimension() : left.dimension();
    }
}
