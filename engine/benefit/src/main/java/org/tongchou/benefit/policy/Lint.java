package org.tongchou.benefit.policy;

import java.util.List;
import java.util.Map;

/** Checks a pack that could be read: whether it can be meant as it is written. */
final class Lint {
    private Lint() {}

    /**
     * Reports all that is wrong.
     *
     * @param places where fields of tiers and plans are written, by path
     */
    static void check(PolicyPack pack, Map<String, Place> places, Findings findings) {
        List<Use> uses = Uses.of(pack, places);
        new SourceLint(pack, findings).check(uses);
        new WordLint(pack, findings).check(uses);
        new FactLint(pack, places, findings).check();
        new ParameterLint(pack, findings).check();
        new NameLint(pack, findings).check(uses);
        new TierLint(pack, places, findings).check();
        new PlanLint(pack, places, findings).check();
    }
}
