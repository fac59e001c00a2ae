package org.tongchou.platform.fund;

import org.tongchou.platform.web.Actor;

/** A module that follows the payments that it asked for; called within the same transaction. */
public interface PaymentFollower {
    /**
     * The payment goes into a batch, or its batch is about to be paid; refuses one that may not be made any more.
     *
     * @param cause the act that asked for the payment
     */
    default void mayBePaid(String fund, Cause cause) {}

    /**
     * The bank answered; also when it was paid again after it had failed.
     *
     * @param cause the act that asked for the payment
     * @param paid whether the money arrived
     */
    void answered(Actor actor, String fund, Cause cause, boolean paid);

    /**
     * The fund's people took the order back before it was paid; the act may ask for it again.
     *
     * @param cause the act that asked for the payment
     */
    default void cancelled(Actor actor, String fund, Cause cause, String reason) {}
}
