package org.tongchou.benefit.policy;

import org.jspecify.annotations.Nullable;

/**
 * How the lines of a bill are split.
 *
 * @param classB name of the parameter for the pre-payment share of class B lines without one of their own; null for
 *     none
 * @param first name of the parameter for the share paid first out of the region; null for none
 * @param firstOrder whether it is taken before or after the share of class B
 * @param packagePrice when a package price stands for the lines
 * @param above who pays what the lines cost more than it
 * @param place where it is written
 */
public record Split(
        @Nullable String classB,
        @Nullable String first,
        FirstOrder firstOrder,
        PackagePrice packagePrice,
        Above above,
        Place place) {
    /** Whether a package price stands for the lines. */
    public enum PackagePrice {
        /** It does not. */
        NEVER("false"),
        /** It does, whatever they cost. */
        ALWAYS("true"),
        /** The lower of it and what they cost does. */
        LOWER("lower"),
        /** It does when they cost more; else they are split by item. */
        CEILING("ceiling");

        private final String word;

        PackagePrice(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }

    /** Who pays what the lines cost more than the price that stands for them. */
    public enum Above {
        /** The hospital: it is not in the bill. */
        HOSPITAL("hospital"),
        /** The person: it is over the limit. */
        PERSON("person");

        private final String word;

        Above(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }

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
