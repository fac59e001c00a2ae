package org.tongchou.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A percentage as a document prints it: {@code 5.50%} is not {@code 5.5%}.
 *
 * @param value percent points, with exactly {@code decimals} digits after the point; 5.50 for {@code 5.50%}
 * @param decimals digits printed after the point, 0 or more
 */
public record Percent(BigDecimal value, int decimals) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern SIGNED = Pattern.compile("(.+?)\\s*[%％]\\s*");

    /**
     * Brings the value to its decimals.
     *
     * @throws ArithmeticException when the value has more digits than {@code decimals}
     */
    public Percent {
        value = value.setScale(decimals, Rounding.EXACT.mode());
    }

    /**
     * The share of a part in a whole, computed exactly and rounded once.
     *
     * @param part any amount or count
     * @param whole the denominator
     * @param decimals digits after the point of the percentage
     * @param rounding how to round
     * @return empty when the whole is zero: such a share does not exist
     */
    public static Optional<Percent> of(BigDecimal part, BigDecimal whole, int decimals, Rounding rounding) {
        if (whole.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Percent(part.multiply(HUNDRED).divide(whole, decimals, rounding.mode()), decimals));
    }

    /** The share of one amount in another; empty when the whole is zero. */
    public static Optional<Percent> of(Money part, Money whole, int decimals, Rounding rounding) {
        return of(BigDecimal.valueOf(part.fen()), BigDecimal.valueOf(whole.fen()), decimals, rounding);
    }

    /**
     * Reads a printed percentage with its sign: {@code 5.55%}, {@code －３.２０％}.
     *
     * @throws MoneyFormatException naming the text
     */
    public static Percent parse(String printed) {
        Matcher matcher = SIGNED.matcher(printed);
        return (matcher.matches() ? PrintedNumber.find(matcher.group(1)) : Optional.<PrintedNumber>empty())
                .map(number -> new Percent(number.value(), number.decimals()))
                .orElseThrow(() -> new MoneyFormatException(printed, "百分比，如 5.55%"));
    }

    /** Prints with the percent sign: {@code 5.50%}. */
    public String print() {
        return PrintedNumber.print(value) + "%";
    }

    @Override
    public String toString() {
        return print();
    }
}
