package org.tongchou.benefit.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a case asks of a calculator.
 *
 * @param calculation the calculator with its inputs
 * @param expected what should come out, by name; {@code failure} for the code of a failure
 */
public record Calculated(Calculation calculation, Map<String, String> expected) {
    /** Copies the map. */
    public Calculated {
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }
}
