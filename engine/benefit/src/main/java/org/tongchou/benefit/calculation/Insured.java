package org.tongchou.benefit.calculation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Fact;

/**
 * An insured person as the calculators see one (参保人).
 *
 * @param born date of birth
 * @param died date of death; null when alive
 * @param sex {@code male} or {@code female}; empty when not said
 * @param identities identities with their periods
 * @param feeTier contribution tier of the resident scheme; empty when not said
 */
public record Insured(LocalDate born, @Nullable LocalDate died, String sex, List<Identity> identities, String feeTier) {
    /**
     * An identity, for example 低保.
     *
     * @param word a word of the pack
     * @param from first day; null since ever
     * @param to last day; null without end
     */
    public record Identity(
            String word, @Nullable LocalDate from, @Nullable LocalDate to) {
        /** Whether it holds on a day. */
        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** Copies the list. */
    public Insured {
        identities = List.copyOf(identities);
    }

    /** A living person of whom only the day of birth is known. */
    public static Insured of(LocalDate born) {
        return new Insured(born, null, "", List.of(), "");
    }

    /** The words of the identities held on a day. */
    public List<String> identitiesOn(LocalDate day) {
        return identities.stream()
                .filter(identity -> identity.holdsOn(day))
                .map(Identity::word)
                .distinct()
                .toList();
    }

    /** What is known of the person on a day on or after birth. */
    public Facts on(LocalDate day) {
        return Facts.NONE
                .with(Fact.Kind.AGE, ChronoUnit.YEARS.between(born, day))
                .with(Fact.Kind.DAYS_OLD, ChronoUnit.DAYS.between(born, day))
                .with(Fact.Kind.SEX, sex)
                .with(Fact.Kind.IDENTITY, identitiesOn(day))
                .with(Fact.Kind.FEE_TIER, feeTier);
    }
}
