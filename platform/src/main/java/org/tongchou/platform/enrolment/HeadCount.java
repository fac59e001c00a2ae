package org.tongchou.platform.enrolment;

import java.util.Map;

/**
 * Heads of one cell of a table.
 *
 * @param of what the cell is about: a word or code by cut
 * @param heads persons; each of them counts once, in the basic scheme that ranks first when they are in two
 */
public record HeadCount(Map<HeadCut, String> of, long heads) {
    /** Copies the map. */
    public HeadCount {
        of = Map.copyOf(of);
    }
}
