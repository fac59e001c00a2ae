package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 参保人, as the rules see them.
 *
 * @param born birthday
 * @param died day of death; null while alive
 * @param sex {@code male} or {@code female}; empty when not known
 * @param enrolments schemes with their times
 * @param identities identities with their times
 * @param heldDiseases special diseases the person is certified for, with their times
 * @param careLevel 失能等级, 0 to 5
 */
public record Person(
        LocalDate born,
        @Nullable LocalDate died,
        String sex,
        List<Enrolment> enrolments,
        List<Held> identities,
        List<Held> heldDiseases,
        int careLevel) {
    /** Copies the lists. */
    public Person {
        enrolments = List.copyOf(enrolments);
        identities = List.copyOf(identities);
        heldDiseases = List.copyOf(heldDiseases);
    }

    /** A person in one scheme with nothing else to say. */
    public static Person of(LocalDate born, String scheme) {
        return new Person(born, null, "", List.of(Enrolment.in(scheme)), List.of(), List.of(), 0);
    }

    /** The person with identities that always hold. */
    public Person withIdentities(String... words) {
        List<Held> held = List.of(words).stream().map(Held::always).toList();
        return new Person(born, died, sex, enrolments, held, heldDiseases, careLevel);
    }

    /** The person with certified diseases that always hold. */
    public Person withHeldDiseases(String... words) {
        List<Held> held = List.of(words).stream().map(Held::always).toList();
        return new Person(born, died, sex, enrolments, identities, held, careLevel);
    }
}
