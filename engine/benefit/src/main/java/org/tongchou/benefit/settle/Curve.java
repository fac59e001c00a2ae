package org.tongchou.benefit.settle;

/**
 * What a fund pays of a base x, before rounding: the sum of ratio × length over bands, or the ratio of one band for all.
 * Positions are counted from an origin; up to a line nothing is paid.
 */
final class Curve {
    /** There is none. */
    static final long NEVER = Long.MAX_VALUE;

    private final Bands bands;
    private final boolean whole;
    private final long start;
    private final long line;
    private final long origin;

    /** Ratios in 10^-8 by position: last fen of each band, ascending; the last is {@link Long#MAX_VALUE}. */
    static final class Bands {
        private final long[] upTo;
        private final long[] ratio;

        Bands(long[] upTo, long[] ratio) {
            this.upTo = upTo;
            this.ratio = ratio;
        }

        long[] upTo() {
            return upTo;
        }

        long[] ratio() {
            return ratio;
        }

        /** The ratio of the band in which a position lies. */
        long at(long position) {
            int band = 0;
            while (position > upTo[band]) {
                band++;
            }
            return ratio[band];
        }

        /** Sum of ratio × length between two positions, in 10^-8 fen. */
        long area(long from, long to) {
            long area = 0;
            long low = from;
            for (int band = 0; low < to; band++) {
                long high = Math.min(to, upTo[band]);
                if (high > low) {
                    area = Math.addExact(area, Math.multiplyExact(high - low, ratio[band]));
                    low = high;
                }
            }
            return area;
        }
    }

    private Curve(Bands bands, boolean whole, long start, long line, long origin) {
        this.bands = bands;
        this.whole = whole;
        this.start = start;
        this.line = line;
        this.origin = origin;
    }

    /** Of the base after the deductible, which is the first part of the positions or not. */
    static Curve ofBill(Bands bands, boolean whole, long before) {
        return new Curve(bands, whole, 0, 0, -before);
    }

    /**
     * Of a base added up over the year.
     *
     * @param line the deductible
     * @param counts whether all counts once the base is over the line
     * @param after whether positions are counted from the line
     */
    static Curve ofYear(Bands bands, boolean whole, long line, boolean counts, boolean after) {
        return new Curve(bands, whole, counts ? 0 : line, line, after && !counts ? line : 0);
    }

    /** What is paid of x ≥ 0, in 10^-8 fen. */
    long at(long x) {
        if (x <= line) {
            return 0;
        }
        return whole ? Math.multiplyExact(x - start, bands.at(x - origin)) : bands.area(start - origin, x - origin);
    }

    /** The smallest x from a first one on of which at least so much is paid (10^-8 fen); {@link #NEVER} when none. */
    long reaches(long first, long scaled) {
        if (scaled <= 0) {
            return first;
        }
        long lowest = Math.max(first, line + 1);
        long low = start - origin;
        long sum = 0;
        for (int band = 0; band < bands.ratio.length; band++) {
            long high = bands.upTo[band];
            long ratio = bands.ratio[band];
            if (whole) {
                long least = band == 0 ? lowest : Math.max(lowest, bands.upTo[band - 1] + origin + 1);
                long x = ratio == 0 ? NEVER : Math.max(least, start + ceiling(scaled, ratio));
                if (x != NEVER && x - origin <= high) {
                    return x;
                }
            } else if (high > low) {
                long need = ratio == 0 ? NEVER : ceiling(scaled - sum, ratio);
                if (ratio != 0 && need <= high - low) {
                    return Math.max(lowest, low + need + origin);
                }
                sum = Math.addExact(sum, Math.multiplyExact(high - low, ratio));
                low = high;
            }
        }
        return NEVER;
    }

    private static long ceiling(long value, long divisor) {
        return -Math.floorDiv(-value, divisor);
    }
}
