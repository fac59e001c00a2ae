package org.tongchou.accounts.source.format;

import org.tongchou.accounts.source.ProblemCode;

/** A file that cannot be read at all; {@link SourceReader} turns it into a problem, it never leaves this package. */
final class Refusal extends RuntimeException {
    private final ProblemCode code;

    /** A reason with its code and a Chinese sentence that says what to do. */
    Refusal(ProblemCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }
}
