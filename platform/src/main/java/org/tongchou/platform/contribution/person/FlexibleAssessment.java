package org.tongchou.platform.contribution.person;

import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.account.AccountCredit;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.funding.EmployeeDues;
import org.tongchou.benefit.funding.MonthlyDues;
import org.tongchou.benefit.funding.Part;
import org.tongchou.platform.contribution.employer.Assessment;
import org.tongchou.platform.enrolment.Enrolled;
import org.tongchou.platform.region.Region;

/** What somebody in the employee scheme without an employer owes for a month, by the engine and the region's policy. */
@Component
class FlexibleAssessment {
    private final Region region;

    FlexibleAssessment(Region region) {
        this.region = region;
    }

    /**
     * Assesses somebody; nothing for who owes nothing.
     *
     * @param baseFen the base that the person chose; 0 for the least
     * @throws org.tongchou.platform.web.Refusal when the policy does not say what is owed
     */
    Optional<NewDue> of(Enrolled person, YearMonth month, long baseFen) {
        Contributor contributor = Assessment.contributor(person, baseFen, month.atEndOfMonth());
        MonthlyDues dues = Assessment.value(EmployeeDues.of(region.pack(), contributor, month));
        long fen = dues.unit().fen() + dues.personal().fen();
        if (fen == 0) {
            return Optional.empty();
        }
        return Optional.of(new NewDue(
                person,
                month.toString(),
                month.atDay(1),
                month.atEndOfMonth(),
                "",
                dues.base().fen(),
                fen,
                0,
                part(dues, Part.MATERNITY),
                part(dues, Part.LARGE),
                part(dues, Part.CARE),
                Assessment.value(AccountCredit.of(region.pack(), contributor, month))
                        .fen(),
                month.atDay(1),
                dues.due()));
    }

    private static long part(MonthlyDues dues, Part part) {
        return dues.parts().stream()
                .filter(one -> one.part() == part)
                .mapToLong(one -> one.unit().fen() + one.personal().fen())
                .sum();
    }
}
