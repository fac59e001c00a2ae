package org.tongchou.benefit.maternity;

import java.time.LocalDate;
import java.util.Locale;
import org.tongchou.money.Money;

/**
 * What an allowance is asked for.
 *
 * @param kind what happened
 * @param day when
 * @param weeks weeks of pregnancy, 0 to 45; 0 for a father's leave
 * @param babies how many were born, 0 unless it is a birth
 * @param dystocia whether it was a difficult birth (难产)
 * @param ownBase the person's own base of the month before
 * @param unitAverage the unit's average monthly base of the year before
 * @param paidMonths months paid without a break before
 */
public record MaternityEvent(
        Kind kind,
        LocalDate day,
        int weeks,
        int babies,
        boolean dystocia,
        Money ownBase,
        Money unitAverage,
        int paidMonths) {
    /** What happened. */
    public enum Kind {
        /** 生育. */
        BIRTH("生育"),
        /** 流产、引产. */
        MISCARRIAGE("流产"),
        /** 配偶护理假. */
        PATERNITY("配偶护理假");

        private final String printed;

        Kind(String printed) {
            this.printed = printed;
        }

        /** The name that people read. */
        public String printed() {
            return printed;
        }

        /** The word of the fact {@code event}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
