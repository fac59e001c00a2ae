package org.tongchou.platform.contribution;

import java.time.LocalDate;
import org.tongchou.platform.web.Actor;

/** Works on the subsidies of whole years (财政补助) as two people do: counts heads, takes the advance in, clears the rest. */
public interface SubsidyYears {
    /** Counts the residents of each county on a day, as expected for the advance. */
    void expect(Actor actor, int year, LocalDate day);

    /** Counts the residents of each county on a day, for the final clearing. */
    void confirm(Actor actor, int year, LocalDate day);

    /** Enters what the policy says of the advance, and posts it by another person. */
    void advance(Actor clerk, Actor second, int year, LocalDate day, String document);

    /** Enters all that is left after the final count, and posts it by another person. */
    void clear(Actor clerk, Actor second, int year, LocalDate day, String document);
}
