package org.tongchou.platform.fund.ledger;

import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/**
 * Who stands behind a voucher.
 *
 * @param by id of who entered it
 * @param name name of who entered it
 * @param reviewedBy id of who reviewed it; null when it follows from an act that was reviewed as such
 * @param reviewedName name of who reviewed it; empty when nobody did
 */
public record Signed(long by, String name, @Nullable Long reviewedBy, String reviewedName) {
    /** By one person, for an act. */
    public static Signed by(Actor actor) {
        return new Signed(actor.userId(), actor.displayName(), null, "");
    }

    /** Entered by one person and reviewed by another. */
    public static Signed reviewed(long by, String name, Actor reviewer) {
        return new Signed(by, name, reviewer.userId(), reviewer.displayName());
    }
}
