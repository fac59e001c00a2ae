package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongchou.money.PrintedNumber;

/**
 * A way of giving points, with its parameters. Pure: the same facts, the same points. Parameters are checked when a
 * method is made; an {@link IllegalArgumentException} says in Chinese what is wrong with them.
 */
public sealed interface Method
        permits FullWhenMet,
                QualitativeFull,
                Proportional,
                ReverseProportional,
                ZeroWhenMissed,
                OverFulfilment,
                Step,
                Interpolation,
                Tiers,
                Checklist,
                YesNo,
                Growth,
                QualitativeBands,
                ExecutionRate,
                StatedDeduction,
                StatedFull {
    /** The word of this method in rule packs. */
    String word();

    /**
     * Whether doing more never costs points: of two results for one target that this method scores, the better one (the
     * higher, or the lower under a downward target) never gets fewer. Results above an {@code =} target are not
     * compared. False for methods that do not look at a number.
     */
    boolean monotone();

    /** The points for these facts; empty when the method does not suit them. Never throws. */
    Optional<Points> points(Facts facts);

    /** Complains in Chinese unless a condition on the parameters holds. */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Complains unless a percentage lies between 0 and 100. */
    static void requirePercent(BigDecimal percent, String name) {
        require(
                percent.signum() >= 0 && percent.compareTo(Points.HUNDRED) <= 0,
                name + " 应在 0 到 100 之间，得到 " + PrintedNumber.shortest(percent));
    }
}
