package org.tongchou.platform.sample;

import java.util.List;
import java.util.Set;
import org.tongchou.platform.web.Actor;

/**
 * The two who make a region: neither is a user, nobody can sign in as one of them.
 *
 * @param clerk who enters
 * @param second who reviews
 */
record Makers(Actor clerk, Actor second) {
    private static final Set<String> RIGHTS =
            Set.of("region.population.import", "provider.institution.edit", "contribution.receipt.import");

    /** The two of a unit. */
    static Makers of(long unit) {
        return new Makers(
                new Actor(0, "sample-clerk", "样例经办", unit, List.of(), true, List.of(), RIGHTS),
                new Actor(-1, "sample-review", "样例复核", unit, List.of(), true, List.of(), RIGHTS));
    }
}
