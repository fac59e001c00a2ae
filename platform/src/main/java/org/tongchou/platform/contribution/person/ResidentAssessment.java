package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.funding.ResidentDues;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.Held;
import org.tongchou.platform.contribution.employer.Assessment;
import org.tongchou.platform.enrolment.Enrolled;
import org.tongchou.platform.region.Region;

/** What a resident owes for a benefit year, by the engine and the region's policy. */
@Component
class ResidentAssessment {
    private static final String RULES = "coverage.resident.";

    private final Region region;

    ResidentAssessment(Region region) {
        this.region = region;
    }

    /** The benefit year that begins in a calendar year, and the days on which it is paid in time. */
    private record Window(LocalDate from, LocalDate to, LocalDate opens, LocalDate closes) {}

    private Window window(Insured person, String personType, int year) {
        return Assessment.value(Working.of(region.pack(), "待遇年度", working -> {
            LocalDate first = LocalDate.of(year, 1, 1);
            Facts facts = person.on(first.isBefore(person.born()) ? person.born() : first)
                    .with(Fact.Kind.SCHEME, Schemes.RESIDENT)
                    .with(Fact.Kind.PERSON_TYPE, personType);
            int month = Math.max(1, working.countOrZero(RULES + "year_starts", first, facts));
            LocalDate from = LocalDate.of(year, month, 1);
            return new Window(
                    from,
                    from.plusYears(1).minusDays(1),
                    from.minusMonths(working.countOrZero(RULES + "window.opens", from, facts)),
                    from.plusMonths(working.countOrZero(RULES + "window.closes", from, facts))
                            .minusDays(1));
        }));
    }

    /**
     * Assesses somebody; nothing for who leaves before the year begins or is born after it. Identities count as they are on
     * the day of the assessment.
     *
     * @throws org.tongchou.platform.web.Refusal when the policy does not say what is owed
     */
    Optional<NewDue> of(Enrolled person, int year) {
        String type = person.enrolment().personType();
        Window window = window(insured(person, person.born()), type, year);
        LocalDate from = person.born().isAfter(window.from()) ? person.born() : window.from();
        LocalDate last = person.enrolment().to();
        if (from.isAfter(window.to()) || (last != null && last.isBefore(from))) {
            return Optional.empty();
        }
        ResidentDues dues = Assessment.value(ResidentDues.of(region.pack(), insured(person, from), type, from));
        String identity = dues.identity();
        return Optional.of(new NewDue(
                person,
                Integer.toString(year),
                from,
                window.to(),
                identity == null ? "" : identity,
                0,
                dues.dues().fen(),
                dues.subsidised().fen(),
                0,
                0,
                0,
                0,
                window.opens(),
                window.closes()));
    }

    private static Insured insured(Enrolled person, LocalDate day) {
        return new Insured(
                person.born(),
                null,
                person.sex(),
                person.identities().stream()
                        .map(word -> new Held(word, day, day))
                        .toList(),
                person.enrolment().feeTier());
    }
}
