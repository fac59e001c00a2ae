package org.tongchou.benefit.calculation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A step of a calculation.
 *
 * @param what what was found, in Chinese
 * @param formula how, with numbers
 * @param result what came out, with its unit
 * @param basis the parameters it used, in the order in which they were asked
 */
public record Step(String what, String formula, String result, List<Basis> basis) {
    /** Copies the list. */
    public Step {
        basis = List.copyOf(basis);
    }

    /** The step as a Chinese sentence with its sources. */
    @Override
    public String toString() {
        String sources = basis.stream().map(Basis::toString).collect(Collectors.joining("；"));
        return what + "：" + (formula.isEmpty() ? "" : formula + " → ") + result
                + (sources.isEmpty() ? "" : "［依据：" + sources + "］");
    }
}
