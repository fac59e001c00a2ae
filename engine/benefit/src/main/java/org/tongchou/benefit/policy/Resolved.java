package org.tongchou.benefit.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter comes to for a person, a bill and a day.
 *
 * @param bands by position, the first from nought; one without an end when it is a single number
 * @param basis the parameter and those it was computed from, in the order of use
 */
public record Resolved(List<Band> bands, List<Basis> basis) {
    /** Copies the lists. */
    public Resolved {
        bands = List.copyOf(bands);
        basis = List.copyOf(basis);
    }

    /**
     * A part of the positions.
     *
     * @param upTo its last fen, inclusive; null for no end
     * @param value in the smallest part of the parameter's unit: fen, 10^-8, or whole
     */
    public record Band(@Nullable Long upTo, long value) {}

    /** The number, in the smallest part of the parameter's unit; of bands, that of the first. */
    public long value() {
        return bands.get(0).value();
    }
}
