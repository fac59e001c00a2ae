package org.tongchou.benefit.coverage;

import java.util.List;
import org.tongchou.benefit.settle.Held;

/**
 * A member whose bills are to be settled as far as the benefits are enjoyed.
 *
 * @param file enrolments and payments
 * @param heldDiseases special diseases the person is certified for, with their times
 * @param careLevel 失能等级, 0 to 5
 * @param noClaimYears years without a claim since a raise of the critical-illness cap was last used, 0 or more
 */
public record Member(MemberFile file, List<Held> heldDiseases, int careLevel, int noClaimYears) {
    /** Copies the list. */
    public Member {
        heldDiseases = List.copyOf(heldDiseases);
    }
}
