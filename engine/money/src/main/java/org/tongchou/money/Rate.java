package org.tongchou.money;

import java.math.BigDecimal;

/**
 * A ratio applied to money (费率、比例), exact to one part in a million: 85 % is 850,000 millionths.
 *
 * @param millionths the ratio times 1,000,000; 0 to 1,000,000 for a share, other values for growth and coefficients
 */
public record Rate(long millionths) implements Comparable<Rate> {
    private static final int SCALE = 6;

    /** Nothing. */
    public static final Rate ZERO = new Rate(0);

    /** The whole: 100 %. */
    public static final Rate ONE = new Rate(1_000_000);

    /**
     * A ratio, for example {@code 0.85}.
     *
     * @throws MoneyFormatException when it has digits beyond the sixth decimal or is too large
     */
    public static Rate ofRatio(BigDecimal ratio) {
        try {
            return new Rate(ratio.movePointRight(SCALE).longValueExact());
        } catch (ArithmeticException e) {
            throw new MoneyFormatException(ratio.toPlainString(), "最多六位小数的比例");
        }
    }

    /**
     * A ratio given in percent points, for example {@code 85} for 85 %.
     *
     * @throws MoneyFormatException when it has digits beyond the fourth decimal or is too large
     */
    public static Rate ofPercent(BigDecimal points) {
        return ofRatio(points.movePointLeft(2));
    }

    /**
     * Reads a ratio as people write it: {@code 0.85} or {@code 85%}.
     *
     * @throws MoneyFormatException naming the text
     */
    public static Rate parse(String printed) {
        String text = printed.strip();
        return text.endsWith("%") || text.endsWith("％")
                ? ofPercent(Percent.parse(text).value())
                : ofRatio(PrintedNumber.parse(text).value());
    }

    /** The ratio, exactly: 0.85 for 85 %. */
    public BigDecimal ratio() {
        return BigDecimal.valueOf(millionths, SCALE);
    }

    /** Whether it is a share: from 0 to 1, both included. */
    public boolean isShare() {
        return millionths >= 0 && millionths <= ONE.millionths;
    }

    /**
     * This rate of an amount, rounded once to whole fen.
     *
     * @throws ArithmeticException when the result is too large, or when {@link Rounding#EXACT} would lose digits
     */
    public Money of(Money amount, Rounding rounding) {
        return Money.ofFen(BigDecimal.valueOf(amount.fen())
                .multiply(ratio())
                .setScale(0, rounding.mode())
                .longValueExact());
    }

    /** The sum. */
    public Rate plus(Rate other) {
        return new Rate(Math.addExact(millionths, other.millionths));
    }

    /** The difference; {@code ONE.minus(rate)} is what is left. */
    public Rate minus(Rate other) {
        return new Rate(Math.subtractExact(millionths, other.millionths));
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(millionths, other.millionths);
    }

    /** Prints in percent without trailing zeros: {@code 85%}, {@code 0.5%}. */
    @Override
    public String toString() {
        BigDecimal points = ratio().movePointRight(2).stripTrailingZeros();
        return PrintedNumber.print(points) + "%";
    }
}
