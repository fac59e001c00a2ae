package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays a part of a bill, and by which rule.
 *
 * @param id the name by which plans refer to it
 * @param name what people read
 * @param fund who pays: a word of {@link Vocabulary#funds}; null when nobody does and only counters grow
 * @param basic whether it takes {@link Bucket#SCOPE}
 * @param when when it applies
 * @param from first day; null for no bound
 * @param to last day; null for no bound
 * @param base buckets it looks at, in the order it takes from them; empty for the basic tier. Only tiers before the
 *     basic one may take from {@link Bucket#SCOPE}
 * @param measure whether each bill counts alone, or the base is added up over the year
 * @param counter counter in which the base is added up, always there for {@link Measure#YEAR}; for {@link Measure#BILL}
 *     what it says before the bill goes on with the positions of bands, null for none
 * @param against what a yearly payment is compared with
 * @param paid counter of what was paid so far; null for {@link Against#CURVE}
 * @param deductible null for none
 * @param bands where the positions of bands are counted from
 * @param whole whether the ratio of the last fen's band holds for all
 * @param ratio name of the parameter; null for the whole of it
 * @param adjust changes of the ratio, in order
 * @param most name of the parameter that the adjusted ratio does not exceed; null for none
 * @param limits all of them hold
 * @param adds names of counters to which the payment is added besides those of the limits
 * @param round how the payment is rounded
 * @param balance null unless it pays from an account
 * @param place where it is written
 */
public record Tier(
        String id,
        String name,
        @Nullable String fund,
        boolean basic,
        Condition when,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Bucket> base,
        Measure measure,
        @Nullable String counter,
        Against against,
        @Nullable String paid,
        @Nullable Deductible deductible,
        BandsFrom bands,
        boolean whole,
        @Nullable String ratio,
        List<Adjustment> adjust,
        @Nullable String most,
        List<Limit> limits,
        List<String> adds,
        RoundTo round,
        @Nullable Balance balance,
        Place place) {
    /** Copies the lists. */
    public Tier {
        base = List.copyOf(base);
        adjust = List.copyOf(adjust);
        limits = List.copyOf(limits);
        adds = List.copyOf(adds);
    }

    /** Whether it is in force on a day. */
    public boolean holdsOn(LocalDate day) {
        return Days.hold(from, to, day);
    }

    /** Over what the base is counted. */
    public enum Measure {
        /** Each bill alone. */
        BILL("bill"),
        /** Added up over the year. */
        YEAR("year");

        private final String word;

        Measure(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }

    /** What a yearly payment is compared with. */
    public enum Against {
        /** What the curve gave before the bill. */
        CURVE("curve"),
        /** What was really paid so far. */
        PAID("paid");

        private final String word;

        Against(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }

    /** Where the positions of bands are counted from. */
    public enum BandsFrom {
        /** The base; the deductible is its first part. */
        BASE("base"),
        /** What lies above the deductible. */
        AFTER_DEDUCTIBLE("after_deductible");

        private final String word;

        BandsFrom(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }

    /** The account that an account tier pays from. */
    public enum Balance {
        /** 个人账户. */
        ACCOUNT("account"),
        /** 家庭共济账户. */
        MUTUAL("mutual");

        private final String word;

        Balance(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }
}
