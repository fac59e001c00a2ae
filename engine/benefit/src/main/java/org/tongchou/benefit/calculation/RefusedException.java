package org.tongchou.benefit.calculation;

import java.io.Serial;
import org.tongchou.benefit.policy.Failure;

/** Leads a failure out of a calculation to {@link Working#of}, which gives it back as a value. Never leaves there. */
final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    RefusedException(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
