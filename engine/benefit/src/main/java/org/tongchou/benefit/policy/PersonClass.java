package org.tongchou.benefit.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of identities in order of rank. A person is in the first of them of which they have an identity on the day
 * (就高不重复), or in none.
 *
 * @param name for example {@code aid}; the fact is {@code class.aid}
 * @param ranks class → its identities, the highest first
 * @param place where it is written
 */
public record PersonClass(String name, Map<String, List<String>> ranks, Place place) {
    /** Copies the map, keeping its order. */
    public PersonClass {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        ranks.forEach((rank, identities) -> copy.put(rank, List.copyOf(identities)));
        ranks = Collections.unmodifiableMap(copy);
    }
}
