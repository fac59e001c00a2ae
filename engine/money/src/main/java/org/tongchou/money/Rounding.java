package org.tongchou.money;

import java.math.RoundingMode;

/** Rounding by the names the rules use. */
public enum Rounding {
    /** 四舍五入: half away from zero; the rule unless a policy says otherwise. */
    HALF_UP(RoundingMode.HALF_UP),
    /** 四舍六入五成双. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** 舍去尾数: towards zero. */
    TRUNCATE(RoundingMode.DOWN),
    /** 见尾进位: away from zero. */
    RAISE(RoundingMode.UP),
    /** 不得舍入: throws {@link ArithmeticException} when digits would be lost. */
    EXACT(RoundingMode.UNNECESSARY);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** The Java mode that does it. */
    public RoundingMode mode() {
        return mode;
    }
}
