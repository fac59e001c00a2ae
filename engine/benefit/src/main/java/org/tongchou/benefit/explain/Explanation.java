package org.tongchou.benefit.explain;

import java.util.List;

/**
 * Why a calculation came out as it did.
 *
 * @param title what was calculated, in Chinese
 * @param steps in the order in which they were done
 */
public record Explanation(String title, List<Step> steps) {
    /** Copies the list. */
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** The steps of a kind, in order. */
    public List<Step> steps(Step.Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).toList();
    }

    /** The sum of the amounts of a kind of step, in fen. */
    public long sum(Step.Kind kind) {
        return steps(kind).stream().mapToLong(Step::amount).reduce(0, Math::addExact);
    }
}
