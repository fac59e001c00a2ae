package org.tongchou.benefit.policy;

import org.jspecify.annotations.Nullable;

/**
 * How the lines of a bill are split.
 *
 * @param classB name of the parameter for the pre-payment share of class B lines without one of their own; null for
 *     none
 * @param first name of the parameter for the share paid first out of the region; null for none
 * @param firstOrder whether it is taken before or after the share of class B
 * @param packagePrice whether a package price stands for the lines ({@code package: true})
 * @param place where it is written
 */
public record Split(
        @Nullable String classB, @Nullable String first, FirstOrder firstOrder, boolean packagePrice, Place place) {
    /** When the share of out-of-region care is taken. */
    public enum FirstOrder {
        /** From what is left after the share of class B. */
        AFTER_CLASS_B("after_class_b"),
        /** From the compliant cost. */
        BEFORE_CLASS_B("before_class_b");

        private final String word;

        FirstOrder(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }
}
