package org.tongchou.benefit.policy;

import static java.time.temporal.IsoFields.QUARTER_OF_YEAR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person uses up.
 *
 * @param name for example {@code pool.paid}
 * @param meaning what people read
 * @param unit 元 (counted in fen), 次, 天 …
 * @param per when it starts at nought again
 * @param by one number for each word of this; null for a single number
 * @param place where it is written
 */
public record Counter(
        String name,
        String meaning,
        Unit unit,
        Per per,
        @Nullable By by,
        Place place) {
    /** When a counter starts at nought again, from the shortest period to the longest. */
    public enum Per {
        /** With each day. */
        DAY("day"),
        /** With each calendar month. */
        MONTH("month"),
        /** With each calendar quarter. */
        QUARTER("quarter"),
        /** With each benefit year. */
        YEAR("year"),
        /** Never. */
        LIFE("life");

        private final String word;

        Per(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }

        /** The longest period of the calendar that ended between two days, the one before the other. */
        public static Per ended(LocalDate last, LocalDate day) {
            if (day.getYear() != last.getYear()) {
                return YEAR;
            }
            if (day.getMonthValue() == last.getMonthValue()) {
                return DAY;
            }
            return day.get(QUARTER_OF_YEAR) == last.get(QUARTER_OF_YEAR) ? MONTH : QUARTER;
        }
    }

    /** What a counter has one number for each word of. */
    public enum By {
        /** The special disease of the bill. */
        DISEASE("disease", Vocabulary.Kind.DISEASES),
        /** The level of the provider. */
        LEVEL("level", Vocabulary.Kind.LEVELS);

        private final String word;
        private final Vocabulary.Kind words;

        By(String word, Vocabulary.Kind words) {
            this.word = word;
            this.words = words;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }

        /** The words it has one number for. */
        public Vocabulary.Kind words() {
            return words;
        }
    }
}
