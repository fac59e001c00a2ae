package org.tongchou.platform.region;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Value;

/** The tiers of counties that a pack knows: the words by which its tables tell counties apart. */
final class Tiers {
    private Tiers() {}

    /** The words in the order in which they are written; none when the pack treats all counties alike. */
    static Set<String> of(PolicyPack pack) {
        Set<String> words = new LinkedHashSet<>();
        for (Parameter parameter : pack.parameters().values()) {
            for (DatedValue value : parameter.values()) {
                collect(value.value(), words);
            }
        }
        return words;
    }

    private static void collect(Value value, Set<String> words) {
        if (value instanceof Value.Table table) {
            if (table.by().kind() == Fact.Kind.COUNTY_TIER) {
                words.addAll(table.rows().keySet());
            }
            table.rows().values().forEach(row -> collect(row, words));
        } else if (value instanceof Value.Rules rules) {
            rules.rules().forEach(rule -> collect(rule.is(), words));
        }
    }
}
