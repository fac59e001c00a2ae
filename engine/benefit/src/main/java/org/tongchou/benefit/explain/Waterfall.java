package org.tongchou.benefit.explain;

import java.util.ArrayList;
import java.util.List;

/** The data of a waterfall: from the whole bill down, payer by payer, to nothing. */
public final class Waterfall {
    private Waterfall() {}

    /**
     * A bar.
     *
     * @param label what people read
     * @param from upper end, in fen
     * @param to lower end, in fen
     */
    public record Bar(String label, long from, long to) {}

    /** The whole bill first, then everybody who pays something, the person's cash last. */
    public static List<Bar> of(Explanation explanation) {
        List<Bar> bars = new ArrayList<>();
        for (Step step : explanation.steps()) {
            if (step.kind() == Step.Kind.TOTAL) {
                bars.add(new Bar(step.what(), step.amount(), 0));
            } else if (step.before() != step.after()) {
                bars.add(new Bar(step.what(), step.before(), step.after()));
            }
        }
        return bars;
    }
}
