package org.tongchou.benefit.calculation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.Held;

/**
 * An insured person as the calculators see one (参保人).
 *
 * @param born date of birth
 * @param died date of death; null when alive
 * @param sex {@code male} or {@code female}; empty when not known
 * @param identities identities with their periods
 * @param feeTier contribution tier of the resident scheme; empty when there is none
 */
public record Insured(LocalDate born, @Nullable LocalDate died, String sex, List<Held> identities, String feeTier) {
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
                .filter(identity -> identity.on(day))
                .map(Held::word)
                .distinct()
                .toList();
    }

    /** What is known of the person on a day on or after birth. */
    public Facts on(LocalDate day) {
        return Facts.NONE
                .with(Fact.Kind.AGE, ChronoUnit.YEARS.between(born, day))
                .with(Fact.Kind.DAYS_OLD, ChronoUnit.DAYS.between(born, day))
                .withKnown(Fact.Kind.SEX, sex)
                .with(Fact.Kind.IDENTITY, identitiesOn(day))
                .with(Fact.Kind.FEE_TIER, feeTier);
    }
}
