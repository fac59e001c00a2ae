package org.tongchou.platform.accounts.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Parts of a whole, rounded half up to millionths; none of nothing. */
public final class Share {
    private Share() {}

    /** The part as a ratio with six decimals; null when the whole is not above zero. */
    public static @Nullable BigDecimal ratio(long part, long whole) {
        return whole <= 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    /** The part in millionths; null when the whole is not above zero. */
    public static @Nullable Long millionths(long part, long whole) {
        BigDecimal ratio = ratio(part, whole);
        return ratio == null ? null : ratio.movePointRight(6).longValueExact();
    }
}
