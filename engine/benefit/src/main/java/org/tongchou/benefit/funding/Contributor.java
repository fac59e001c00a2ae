package org.tongchou.benefit.funding;

import java.time.LocalDate;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.money.Money;

/**
 * Somebody in the employee scheme in a month.
 *
 * @param person who it is
 * @param personType a person type of the pack
 * @param wage monthly wage or chosen base before it is held between its limits, 0 or more
 */
public record Contributor(Insured person, String personType, Money wage) {
    /** What conditions may ask on a day. */
    public Facts on(LocalDate day) {
        return person.on(day).with(Fact.Kind.SCHEME, "employee").with(Fact.Kind.PERSON_TYPE, personType);
    }
}
