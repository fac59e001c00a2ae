package org.tongchou.benefit.policy;

import java.util.Set;

/**
 * A place in a pack that names something which is defined elsewhere.
 *
 * @param kind what is named
 * @param name its name
 * @param place where it is named
 * @param owner the parameter in which it is named; empty for tiers and plans
 * @param purpose what it is used for, in Chinese
 * @param units units it may have there; empty for any
 * @param bands whether it may have bands there
 * @param reads whether what happens depends on it; of counters
 * @param grows whether it changes; of counters
 */
record Use(
        Kind kind,
        String name,
        Place place,
        String owner,
        String purpose,
        Set<Unit> units,
        boolean bands,
        boolean reads,
        boolean grows) {
    /** What may be named. */
    enum Kind {
        PARAMETER,
        COUNTER,
        TIER,
        FUND,
        SOURCE
    }

    static Use parameter(String name, Place place, String owner, String purpose, Set<Unit> units) {
        return new Use(Kind.PARAMETER, name, place, owner, purpose, units, false, true, false);
    }

    static Use counter(String name, Place place, String purpose, Set<Unit> units, boolean reads, boolean grows) {
        return new Use(Kind.COUNTER, name, place, "", purpose, units, false, reads, grows);
    }

    static Use other(Kind kind, String name, Place place, String purpose) {
        return new Use(kind, name, place, "", purpose, Set.of(), false, true, false);
    }

    /** The same use, of a parameter that may have bands. */
    Use withBands() {
        return new Use(kind, name, place, owner, purpose, units, true, reads, grows);
    }

    /** The same use, in a parameter. */
    Use in(String parameter) {
        return new Use(kind, name, place, parameter, purpose, units, bands, reads, grows);
    }
}
