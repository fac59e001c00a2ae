package org.tongchou.benefit.settle;

import org.tongchou.benefit.policy.RoundTo;

/** Whole-number arithmetic of money and ratios. Overflows loudly with {@link ArithmeticException}. */
final class Exact {
    /** The ratio 1. */
    static final long ONE = 100_000_000L;

    private static final long HALF = ONE / 2;

    private Exact() {}

    /** Rounds 10^-8 fen to fen, half away from nought. */
    static long round(long scaled) {
        return scaled >= 0 ? Math.addExact(scaled, HALF) / ONE : -(Math.addExact(Math.negateExact(scaled), HALF) / ONE);
    }

    /** A ratio (10^-8) of an amount (fen), rounded half up to fen. */
    static long times(long fen, long ratio) {
        return round(Math.multiplyExact(fen, ratio));
    }

    /** Rounds 10^-8 fen as a tier says; the amount is not negative. */
    static long round(long scaled, RoundTo to) {
        if (to.equals(RoundTo.FEN)) {
            return round(scaled);
        }
        long step = Math.multiplyExact(to.to().fen(), ONE);
        long whole = Math.floorDiv(scaled, step);
        long rest = scaled - whole * step;
        boolean up = switch (to.mode()) {
            case HALF_UP -> rest >= step - rest;
            case RAISE -> rest > 0;
            case TRUNCATE -> false;
            case HALF_EVEN -> rest > step - rest || (rest == step - rest && whole % 2 != 0);
            case EXACT -> throw new ArithmeticException("rounding is not exact");
        };
        return (whole + (up ? 1 : 0)) * to.to().fen();
    }

    /** The least amount (10^-8 fen) that is rounded to at least so many fen; 0 for nothing. */
    static long least(long fen, RoundTo to) {
        if (fen <= 0) {
            return 0;
        }
        long step = to.to().fen();
        long whole = Math.multiplyExact(Math.multiplyExact(-Math.floorDiv(-fen, step), step), ONE);
        long scaled = Math.multiplyExact(step, ONE);
        return switch (to.mode()) {
            case HALF_UP -> whole - scaled / 2;
            case RAISE -> whole - scaled + 1;
            default -> whole;
        };
    }
}
