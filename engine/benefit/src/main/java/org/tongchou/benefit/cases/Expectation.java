package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What should come out of a bill. Only what is named is compared.
 *
 * @param plan id of the plan; empty when not said
 * @param amounts parts and payers by the word of the form, in yuan
 * @param funds what each fund pays, in yuan, all that pay something; null when not said
 * @param tiers what the named tiers pay, in yuan
 * @param counters named counters after the bill, by word (empty for a single number), each in its unit
 * @param national named fields of the national interface
 * @param failure code of the failure; empty when the bill should be settled
 */
public record Expectation(
        String plan,
        Map<String, BigDecimal> amounts,
        @Nullable Map<String, BigDecimal> funds,
        Map<String, BigDecimal> tiers,
        Map<String, Map<String, BigDecimal>> counters,
        Map<String, BigDecimal> national,
        String failure) {
    /** Copies the maps, keeping their order. */
    public Expectation {
        amounts = new LinkedHashMap<>(amounts);
        funds = funds == null ? null : new LinkedHashMap<>(funds);
        tiers = new LinkedHashMap<>(tiers);
        counters = new LinkedHashMap<>(counters);
        national = new LinkedHashMap<>(national);
    }
}
