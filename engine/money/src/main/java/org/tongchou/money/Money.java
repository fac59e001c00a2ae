package org.tongchou.money;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * An amount of money in fen (1/100 yuan). Exact; arithmetic overflows loudly with {@link ArithmeticException}.
 *
 * @param fen amount in fen, may be negative (a reversal)
 */
public record Money(long fen) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    private static final Comparator<Money> ORDER = Comparator.comparingLong(Money::fen);

    /** An amount given in fen. */
    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    /**
     * An exact amount given in a unit.
     *
     * @throws MoneyFormatException when the amount is not a whole number of fen or too large
     */
    public static Money of(BigDecimal amount, MoneyUnit unit) {
        try {
            return ofFen(amount.multiply(BigDecimal.valueOf(unit.fen())).longValueExact());
        } catch (ArithmeticException e) {
            throw new MoneyFormatException(amount.toPlainString() + unit.printed(), "可精确到分的金额");
        }
    }

    /**
     * Parses what people print in yuan: {@code 7,328.50}, {@code 7328.5}, {@code －3.20}.
     *
     * @throws MoneyFormatException naming the text
     */
    public static Money yuan(String printed) {
        return parse(printed, MoneyUnit.YUAN);
    }

    /**
     * Parses what people print in 万元.
     *
     * @throws MoneyFormatException naming the text
     */
    public static Money wanYuan(String printed) {
        return parse(printed, MoneyUnit.WAN_YUAN);
    }

    /**
     * Parses a printed number in the given unit; accepts thousands separators, full-width digits and signs, and the
     * spaces that text recognition leaves inside a number.
     *
     * @throws MoneyFormatException naming the text
     */
    public static Money parse(String printed, MoneyUnit unit) {
        return of(PrintedNumber.parse(printed).value(), unit);
    }

    /** The amount in a unit, exactly. */
    public BigDecimal in(MoneyUnit unit) {
        return BigDecimal.valueOf(fen).divide(BigDecimal.valueOf(unit.fen()));
    }

    /** The amount in a unit, rounded to a number of decimals. */
    public BigDecimal in(MoneyUnit unit, int decimals, Rounding rounding) {
        return BigDecimal.valueOf(fen).divide(BigDecimal.valueOf(unit.fen()), decimals, rounding.mode());
    }

    /** Prints with thousands separators in a unit, rounded half up to a number of decimals: {@code 7,328.50}. */
    public String print(MoneyUnit unit, int decimals) {
        return PrintedNumber.print(in(unit, decimals, Rounding.HALF_UP));
    }

    /** The sum. */
    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    /** The difference. */
    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    /** The amount with its sign turned. */
    public Money negated() {
        return ofFen(Math.negateExact(fen));
    }

    /** The amount without its sign. */
    public Money abs() {
        return fen < 0 ? negated() : this;
    }

    /** Whether the amount is zero. */
    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return ORDER.compare(this, other);
    }

    /** The amount in yuan with two decimals, for example {@code 7,328.50 元}. */
    @Override
    public String toString() {
        return print(MoneyUnit.YUAN, 2) + " 元";
    }
}
