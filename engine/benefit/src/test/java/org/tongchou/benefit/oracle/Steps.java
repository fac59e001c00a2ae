package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** §5: sums over bands. */
final class Steps {
    private Steps() {}

    /** Σ over the bands of ratio × length of the band's part of the positions from one to the other. */
    static BigDecimal sum(List<Reading.Band> bands, BigDecimal from, BigDecimal to) {
        BigDecimal sum = Yuan.ZERO;
        BigDecimal begin = Yuan.ZERO;
        for (Reading.Band band : bands) {
            BigDecimal upTo = band.upTo();
            BigDecimal end = upTo == null ? to.max(begin) : upTo;
            BigDecimal length = Yuan.notNegative(end.min(to).subtract(begin.max(from)));
            sum = sum.add(band.value().multiply(length));
            begin = end;
        }
        return sum;
    }

    /** The ratio of the band in which a position lies; upper bounds are inclusive. */
    static BigDecimal ratioAt(List<Reading.Band> bands, BigDecimal position) {
        for (Reading.Band band : bands) {
            BigDecimal upTo = band.upTo();
            if (upTo == null || position.compareTo(upTo) <= 0) {
                return band.value();
            }
        }
        throw new IllegalStateException("no last band");
    }

    /**
     * The smallest y in whole fen, from 0 to the most, for which f(y) reaches an amount; null when none does.
     *
     * @param zero the y at which positions are nought; within a band f never falls
     */
    static @Nullable BigDecimal smallest(
            UnaryOperator<BigDecimal> f,
            List<Reading.Band> bands,
            BigDecimal zero,
            BigDecimal most,
            BigDecimal amount) {
        List<BigDecimal> ends = new ArrayList<>();
        for (Reading.Band band : bands) {
            BigDecimal upTo = band.upTo();
            BigDecimal end = upTo == null ? most : upTo.add(zero).min(most);
            if (end.signum() >= 0) {
                ends.add(end);
            }
        }
        BigDecimal low = Yuan.ZERO;
        for (BigDecimal end : ends) {
            if (low.compareTo(end) <= 0 && f.apply(end).compareTo(amount) >= 0) {
                return smallest(f, low, end, amount);
            }
            low = end.add(Yuan.FEN);
        }
        return null;
    }

    /** The same within one band, at whose end it is reached. */
    private static BigDecimal smallest(UnaryOperator<BigDecimal> f, BigDecimal from, BigDecimal to, BigDecimal amount) {
        BigDecimal low = from;
        BigDecimal high = to;
        while (low.compareTo(high) < 0) {
            BigDecimal middle = low.add(high)
                    .movePointRight(2)
                    .divideToIntegralValue(BigDecimal.valueOf(2))
                    .movePointLeft(2);
            if (f.apply(middle).compareTo(amount) >= 0) {
                high = middle;
            } else {
                low = middle.add(Yuan.FEN);
            }
        }
        return low;
    }
}
