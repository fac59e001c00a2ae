package org.tongchou.platform.crossregion.partner;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A region that we exchange people with.
 *
 * @param area its code
 * @param name its name
 * @param inProvince whether it lies in our province
 * @param simulated whether this installation plays it
 * @param ratio simulated: what it pays of the cost in scope
 * @param holder holder of its bank account
 * @param bankName its bank
 * @param accountShown its account, masked
 */
public record Partner(
        String area,
        String name,
        boolean inProvince,
        boolean simulated,
        BigDecimal ratio,
        String holder,
        String bankName,
        String accountShown) {
    /**
     * What is entered.
     *
     * @param area its code
     * @param name its name
     * @param inProvince whether it lies in our province
     * @param simulated whether this installation plays it
     * @param ratio simulated: what it pays of the cost in scope
     * @param holder holder of its bank account; empty for none
     * @param bankName its bank
     * @param bankAccount its account
     */
    public record Request(
            @Nullable String area,
            @Nullable String name,
            @Nullable Boolean inProvince,
            @Nullable Boolean simulated,
            @Nullable BigDecimal ratio,
            @Nullable String holder,
            @Nullable String bankName,
            @Nullable String bankAccount) {}
}
