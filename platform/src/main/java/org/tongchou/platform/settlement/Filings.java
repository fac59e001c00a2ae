package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/** What is filed before care is given (备案): special diseases, referrals, chosen providers, accidents. All calls join the caller's transaction. */
public interface Filings {
    /** Kinds of filing. */
    enum Kind {
        /** 门诊慢特病. */
        DISEASE("慢特病"),
        /** 转院. */
        REFERRAL("转院"),
        /** 就医定点. */
        PROVIDER("定点"),
        /** 意外伤害. */
        ACCIDENT("意外伤害");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that people read. */
        public String word() {
            return word;
        }

        /** Whether filing it changes what funds pay: two persons file it at the centre. */
        public boolean changesStanding() {
            return this == DISEASE || this == REFERRAL;
        }

        /** The kind that people call so. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** Files; refuses what overlaps a filing of the same kind and code. */
    Filing file(Actor actor, NewFiling filing);

    /** Takes a filing back; refuses one under which somebody was settled already. */
    void cancel(Actor actor, long person, String number, String reason);

    /** Says which is the last day of a filing; refuses a day before one on which somebody was settled under it. */
    void end(Actor actor, long person, String number, LocalDate last, String reason);

    /** Filings of a person that stand, of a kind. */
    List<Filing> of(long person, Kind kind);

    /** The filing of a kind that holds on a day. */
    default Optional<Filing> on(long person, Kind kind, LocalDate day) {
        return of(person, kind).stream()
                .filter(one -> !one.begins().isAfter(day))
                .filter(one -> {
                    LocalDate last = one.ends();
                    return last == null || !last.isBefore(day);
                })
                .findFirst();
    }

    /**
     * What is filed.
     *
     * @param person who
     * @param kind kind
     * @param word word of the pack: the special disease, or how the referral is filed; empty for none
     * @param code code of the interface
     * @param provider provider that files
     * @param begins first day
     * @param ends last day; null while open
     * @param message id of the message
     * @param details whatever else was told
     */
    record NewFiling(
            long person,
            Kind kind,
            String word,
            String code,
            String provider,
            LocalDate begins,
            @Nullable LocalDate ends,
            String message,
            Map<String, String> details) {}

    /**
     * A filing.
     *
     * @param number 待遇申报明细流水号
     * @param person who
     * @param kind word of the kind
     * @param word word of the pack
     * @param code code of the interface
     * @param provider provider that filed
     * @param begins first day
     * @param ends last day; null while open
     * @param details whatever else was told
     */
    record Filing(
            String number,
            long person,
            String kind,
            String word,
            String code,
            String provider,
            LocalDate begins,
            @Nullable LocalDate ends,
            Map<String, String> details) {}
}
