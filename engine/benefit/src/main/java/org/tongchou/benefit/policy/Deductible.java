package org.tongchou.benefit.policy;

import org.jspecify.annotations.Nullable;

/**
 * 起付线 of a tier.
 *
 * @param amount name of the parameter
 * @param per for each bill, or used up over the year
 * @param counter counter in which the yearly one is used up; null for {@link Per#BILL}
 * @param chain what a bill owes that continues a stay by transfer
 * @param counts what counts once the base is over the line
 * @param spread whether it is taken from all categories alike, not from the first
 * @param place where it is written
 */
public record Deductible(
        String amount, Per per, @Nullable String counter, Chain chain, Counts counts, boolean spread, Place place) {
    /** When it is owed. */
    public enum Per {
        /** For each bill. */
        BILL("bill"),
        /** Once a year. */
        YEAR("year");

        private final String word;

        Per(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }

    /** What a bill owes that continues a stay by transfer. */
    public enum Chain {
        /** Its own. */
        EACH("each"),
        /** What its own is higher than what the stay was charged so far. */
        HIGHEST("highest");

        private final String word;

        Chain(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }

    /** What counts once the base is over the line. */
    public enum Counts {
        /** What lies above the line. */
        EXCESS("excess"),
        /** All of it. */
        WHOLE("whole");

        private final String word;

        Counts(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }
}
