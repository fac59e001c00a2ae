package org.tongchou.platform.web;

import java.util.List;
import java.util.Set;

/**
 * Who is asking: the signed-in person as every module sees them.
 *
 * @param userId id of the user
 * @param userName sign-in name
 * @param displayName name shown on screen and in handling trails
 * @param unitId the unit the person belongs to
 * @param unitIds units whose data the person may see and change: the data scope, already resolved
 * @param allUnits whether the scope is every unit, present and future; then {@code unitIds} is empty
 * @param roles codes of the roles
 * @param rights codes of the granted rights
 */
public record Actor(
        long userId,
        String userName,
        String displayName,
        long unitId,
        List<Long> unitIds,
        boolean allUnits,
        List<String> roles,
        Set<String> rights) {
    /** The application itself: start-up, jobs without a person behind them. */
    public static final Actor SYSTEM = new Actor(0, "system", "系统", 0, List.of(), true, List.of(), Set.of());

    /** Copies the collections. */
    public Actor {
        unitIds = List.copyOf(unitIds);
        roles = List.copyOf(roles);
        rights = Set.copyOf(rights);
    }

    /** Whether a right is granted. */
    public boolean may(String right) {
        return rights.contains(right);
    }

    /** Whether the data of a unit is within the scope. */
    public boolean sees(long unit) {
        return allUnits || unitIds.contains(unit);
    }

    /**
     * Refuses when the data of a unit is not within the scope.
     *
     * @throws Refusal 403
     */
    public void mustSee(long unit) {
        if (!sees(unit)) {
            throw Refusal.forbidden("该单位不在您的数据范围内");
        }
    }
}
