package org.tongchou.benefit.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 封顶线: what a payment is cut to. */
public sealed interface Limit {
    /** When it holds. */
    Condition when();

    /** Whether the base beyond it goes on to the next tier ({@code excess: over_cap}); of the basic tier only. */
    boolean excess();

    /** Where it is written. */
    Place place();

    /**
     * Leaves amount − counter. The counter grows by the payment, or by what is left of the base.
     *
     * @param amount name of the parameter
     * @param counter name of the counter
     * @param ofBase whether the base is cut instead of the payment ({@code of: base})
     */
    record Counted(String amount, String counter, boolean ofBase, Condition when, boolean excess, Place place)
            implements Limit {}

    /**
     * Leaves an amount for each bill.
     *
     * @param amount name of the parameter
     * @param timesDays whether it is multiplied by the days of stay ({@code times: days})
     */
    record Each(String amount, boolean timesDays, Condition when, boolean excess, Place place) implements Limit {}

    /**
     * Leaves round(share × buckets) less what some tiers paid on this bill.
     *
     * @param share name of the parameter
     * @param of buckets as the split made them
     * @param including names of tiers
     */
    record Share(String share, List<Bucket> of, List<String> including, Condition when, boolean excess, Place place)
            implements Limit {
        /** Copies the lists. */
        public Share {
            of = List.copyOf(of);
            including = List.copyOf(including);
        }
    }

    /**
     * Leaves what the special diseases that the person holds give together, less the counter. The amount of each is that
     * of the parameter for it as {@code disease}.
     *
     * @param amount name of the parameter
     * @param counter name of the counter
     * @param combine how the amounts go together
     * @param plus name of the parameter added for each further disease; null unless {@link Combine#HIGHEST_PLUS}
     */
    record Diseases(
            String amount,
            String counter,
            Combine combine,
            @Nullable String plus,
            Condition when,
            boolean excess,
            Place place)
            implements Limit {}

    /** How the amounts of several special diseases go together. */
    enum Combine {
        /** The highest. */
        HIGHEST("highest"),
        /** All added. */
        SUM("sum"),
        /** The highest, and an amount for each further one. */
        HIGHEST_PLUS("highest_plus");

        private final String word;

        Combine(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }
}
