package org.tongchou.benefit.oracle;

import java.io.Serial;
import java.util.Set;
import org.tongchou.benefit.policy.Failure;

/** §7: the bill cannot be settled. Of several things that are wrong any one may be named. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Set<Failure.Code> codes;

    Refusal(Set<Failure.Code> codes, String what) {
        super(what, null, false, false);
        this.codes = Set.copyOf(codes);
    }

    Refusal(Failure.Code code, String what) {
        this(Set.of(code), what);
    }

    Set<Failure.Code> codes() {
        return codes;
    }
}
