package org.tongchou.benefit.settle;

import java.util.Optional;
import org.tongchou.benefit.policy.Failure;

/** What comes of a bill: a settlement, or why there is none. */
public sealed interface Outcome {
    /** It was settled. */
    record Settled(Settlement value) implements Outcome {}

    /** It was refused; nothing changed. */
    record Refused(Failure reason) implements Outcome {}

    /** The settlement; empty when the bill was refused. */
    default Optional<Settlement> settlement() {
        return this instanceof Settled settled ? Optional.of(settled.value()) : Optional.empty();
    }

    /** Why the bill was refused; empty when it was settled. */
    default Optional<Failure> failure() {
        return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /**
     * The settlement.
     *
     * @throws IllegalStateException with the failure when the bill was refused
     */
    default Settlement getSettlement() {
        if (this instanceof Settled settled) {
            return settled.value();
        }
        throw new IllegalStateException(((Refused) this).reason().message());
    }
}
