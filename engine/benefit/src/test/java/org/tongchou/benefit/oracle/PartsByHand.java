package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** §5, categories: the base of a tier in parts, one after the other. */
final class PartsByHand {
    /** A category, "" for none, and what of the base is left of it. */
    private static final class Part {
        private final String category;
        private BigDecimal left;
        private List<Reading.Band> bands = List.of();

        private Part(String category, BigDecimal left) {
            this.category = category;
            this.left = left;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    /**
     * Lays out the scope of a bill.
     *
     * @param categories in the order of the vocabulary
     * @param base what is left of the scope
     */
    PartsByHand(Iterable<String> categories, SplitByHand split, BigDecimal scope, BigDecimal base) {
        BigDecimal others = scope;
        for (String category : categories) {
            BigDecimal ofIt = split.scopeOf(category);
            parts.add(new Part(category, ofIt));
            others = others.subtract(ofIt);
        }
        parts.add(new Part("", others));
        takeFirst(scope.subtract(base));
    }

    private void takeFirst(BigDecimal amount) {
        BigDecimal rest = amount;
        for (Part part : parts) {
            BigDecimal taken = part.left.min(rest);
            part.left = part.left.subtract(taken);
            rest = rest.subtract(taken);
        }
    }

    /** Works out the ratio of each category with something in the base. */
    void ratios(Function<String, List<Reading.Band>> ratio) {
        for (Part part : parts) {
            if (part.left.signum() > 0) {
                part.bands = ratio.apply(part.category);
            }
        }
    }

    void deduct(BigDecimal deductible, BigDecimal sum, boolean spread) {
        if (!spread) {
            takeFirst(deductible);
            return;
        }
        BigDecimal upToHere = Yuan.ZERO;
        BigDecimal given = Yuan.ZERO;
        for (Part part : parts) {
            upToHere = upToHere.add(part.left);
            BigDecimal now = sum.signum() == 0
                    ? Yuan.ZERO
                    : upToHere.multiply(deductible).divide(sum, 2, RoundingMode.HALF_UP);
            part.left = part.left.subtract(now.subtract(given));
            given = now;
        }
    }

    /** f(y): the positions from o to o + y. */
    BigDecimal curve(BigDecimal o, BigDecimal y) {
        BigDecimal sum = Yuan.ZERO;
        BigDecimal begin = o;
        for (Part part : parts) {
            BigDecimal end = begin.add(part.left).min(o.add(y));
            if (end.compareTo(begin) > 0) {
                sum = sum.add(Steps.sum(part.bands, begin, end));
                begin = end;
            }
        }
        return sum;
    }
}
