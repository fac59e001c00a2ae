package org.tongchou.platform;

import org.jspecify.annotations.Nullable;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;

/**
 * A small tree of units for tests.
 *
 * @param bureau 样例市医疗保障局 (the department)
 * @param own its 本级
 * @param centre its fund centre
 * @param county a county bureau, at the top like the department
 */
public record TestUnits(Unit bureau, Unit own, Unit centre, Unit county) {
    /** Creates the tree in the database of the test class; once a class. */
    public static TestUnits create(Units units) {
        Unit bureau = make(units, "100", "样例市医疗保障局", "行政单位", "市级", null);
        return new TestUnits(
                bureau,
                make(units, "100001", "样例市医疗保障局本级", "行政单位", "市级", bureau.id()),
                make(units, "100002", "样例市医疗保障基金中心", "公益一类事业单位", "市级", bureau.id()),
                make(units, "200", "样例县医疗保障局", "行政单位", "县级", null));
    }

    private static Unit make(
            Units units, String code, String name, String nature, String level, @Nullable Long parent) {
        return units.create(Actor.SYSTEM, new NewUnit(code, name, nature, level, parent, "样例市", 20));
    }
}
