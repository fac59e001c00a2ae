package org.tongchou.benefit.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A year settled again under one set of rules: its sums, and what each person bore. Immutable once it is given out. */
public final class Resettled {
    /** The burden of a person without a bill. */
    public static final long NO_BILL = -1;

    /** The burden of a person of whose bills one was refused. */
    public static final long REFUSED = -2;

    private final Tally tally;
    private final long[] burdens;

    Resettled(Tally tally, long[] burdens) {
        this.tally = tally;
        this.burdens = burdens;
    }

    /** The sums. */
    public Tally tally() {
        return tally;
    }

    /** How many persons there are, with and without bills. */
    public int persons() {
        return burdens.length;
    }

    /** 个人负担 of a person over the year, in fen; {@link #NO_BILL} or {@link #REFUSED}. */
    public long burden(int person) {
        return burdens[person];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resettled resettled
                && resettled.tally.equals(tally)
                && Arrays.equals(resettled.burdens, burdens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(burdens);
    }
}
