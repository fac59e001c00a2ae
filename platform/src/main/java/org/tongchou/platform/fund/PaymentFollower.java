package org.tongchou.platform.fund;

import org.tongchou.platform.web.Actor;

/** A module that wants to know what the bank answered to the payments that it asked for; called within the same transaction. */
@FunctionalInterface
public interface PaymentFollower {
    /**
     * The bank answered; also when it was paid again after it had failed.
     *
     * @param cause the act that asked for the payment
     * @param paid whether the money arrived
     */
    void answered(Actor actor, String fund, Cause cause, boolean paid);
}
