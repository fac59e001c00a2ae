package org.tongchou.benefit.settle;

import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.money.Money;

/**
 * What a tier pays of a bill.
 *
 * @param tier id of the tier
 * @param name what people read
 * @param fund who pays
 * @param base the cost that the tier looked at
 * @param limit what its limits left before the bill; null without a limit
 * @param amount what it pays, not negative
 */
public record Payment(
        String tier,
        String name,
        Fund fund,
        Money base,
        @Nullable Money limit,
        Money amount) {}
