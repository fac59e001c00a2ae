package org.tongchou.platform.gateway.service;

import java.util.Map;
import java.util.function.Function;
import org.tongchou.platform.gateway.wire.Output;

/** A room of transactions. */
public interface Services {
    /** Its transactions by number. */
    Map<String, Service> services();

    /** What becomes of the things that a transaction does. */
    enum Effect {
        /** It only asks. */
        ASKS,
        /** It is tried and everything forgotten. */
        TRIES,
        /** It stands, its answer is kept, and given again to the same call. */
        STANDS
    }

    /**
     * A transaction.
     *
     * @param effect what becomes of it
     * @param answer what it does
     */
    record Service(Effect effect, Function<Exchange, Output> answer) {
        static Service asks(Function<Exchange, Output> answer) {
            return new Service(Effect.ASKS, answer);
        }

        static Service tries(Function<Exchange, Output> answer) {
            return new Service(Effect.TRIES, answer);
        }

        static Service changes(Function<Exchange, Output> answer) {
            return new Service(Effect.STANDS, answer);
        }
    }
}
