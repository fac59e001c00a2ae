package org.tongchou.platform.gateway.service;

import java.util.Map;
import java.util.function.Function;
import org.tongchou.platform.gateway.wire.Output;

/** A room of transactions. */
public interface Services {
    /** Its transactions by number. */
    Map<String, Service> services();

    /**
     * A transaction.
     *
     * @param changes whether it changes anything: then its answer is kept and given again to the same call
     * @param answer what it does
     */
    record Service(boolean changes, Function<Exchange, Output> answer) {
        static Service asks(Function<Exchange, Output> answer) {
            return new Service(false, answer);
        }

        static Service changes(Function<Exchange, Output> answer) {
            return new Service(true, answer);
        }
    }
}
