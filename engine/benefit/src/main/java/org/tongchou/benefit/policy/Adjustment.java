package org.tongchou.benefit.policy;

/**
 * A change of a ratio.
 *
 * @param when when it is made
 * @param change how
 * @param parameter name of the parameter that says by how much
 * @param place where it is written
 */
public record Adjustment(Condition when, Change change, String parameter, Place place) {
    /** How a ratio r is changed by v. */
    public enum Change {
        /** r + v. */
        ADD("add"),
        /** r × v. */
        TIMES("times"),
        /** 1 − (1 − r) × v. */
        OWN_TIMES("own_times"),
        /** v. */
        REPLACE("replace");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        /** The key in the files. */
        public String word() {
            return word;
        }
    }
}
