package org.tongchou.platform.sample.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedCounty;

/** The counties of every synthetic region, their towns and streets. Their codes belong to no place. */
final class CountyMaker {
    /** Towns of a county. */
    static final List<String> TOWNS = List.of("样例街道", "样例东镇", "样例西镇", "样例北乡");

    private static final String DIVISION = "3599";
    private static final List<String> NAMES = List.of("样例甲区", "样例乙市", "样例丙县", "样例丁县");
    private static final int[] PERCENT = {40, 28, 20, 12};

    private CountyMaker() {}

    /** Four counties; the tiers of the policy are dealt out from the last to the first, as large towns are richer. */
    static List<PlannedCounty> counties(Set<String> tiers) {
        List<String> words = List.copyOf(tiers);
        List<PlannedCounty> counties = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String tier = words.isEmpty() ? "" : words.get(Math.max(0, words.size() - 1 - i));
            counties.add(new PlannedCounty(DIVISION + "0" + (i + 1), NAMES.get(i), tier, PERCENT[i]));
        }
        return counties;
    }
}
