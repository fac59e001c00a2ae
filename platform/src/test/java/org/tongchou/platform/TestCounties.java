package org.tongchou.platform;

import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/**
 * Two counties for tests, each with a bureau of its own.
 *
 * @param first 样例甲县, of the first tier
 * @param second 样例乙县, of the second tier
 */
public record TestCounties(County first, County second) {
    /** Creates them in the database of the test class; once a class. */
    public static TestCounties create(Units units, Region region) {
        return new TestCounties(
                make(units, region, "359901", "样例甲县", "一档"), make(units, region, "359902", "样例乙县", "二档"));
    }

    private static County make(Units units, Region region, String code, String name, String tier) {
        long unit = units.create(Actor.SYSTEM, new NewUnit(code, name + "医疗保障局", "行政单位", "县级", null, region.name(), 10))
                .id();
        return region.create(Actor.SYSTEM, new County(code, name, tier, unit));
    }
}
