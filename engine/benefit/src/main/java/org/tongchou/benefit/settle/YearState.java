package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.Failure;

/**
 * What a person used up in the benefit year: all counters of the pack, the last stay, and a mark of the settlements so
 * far. Immutable.
 */
public final class YearState {
    private final String fingerprint;
    private final long[] cells;
    private final @Nullable Stay stay;
    private final long mark;

    private YearState(String fingerprint, long[] cells, @Nullable Stay stay, long mark) {
        this.fingerprint = fingerprint;
        this.cells = cells;
        this.stay = stay;
        this.mark = mark;
    }

    /** The state of a person who used nothing up. */
    public static YearState start(CounterLayout layout) {
        return new YearState(layout.fingerprint(), new long[layout.cells()], null, 0);
    }

    /**
     * A state as it was stored.
     *
     * @param fingerprint of the layout it was made with
     * @param cells amounts in fen, all others whole, in the order of the layout
     * @param stay the last stay; null for none
     * @param mark as {@link #mark} gave it
     */
    public static YearState of(String fingerprint, long[] cells, @Nullable Stay stay, long mark) {
        return new YearState(fingerprint, cells.clone(), stay, mark);
    }

    /** Takes the array over; nobody else may keep it. */
    static YearState owning(String fingerprint, long[] cells, @Nullable Stay stay, long mark) {
        return new YearState(fingerprint, cells, stay, mark);
    }

    /** The fingerprint of the layout it was made with. */
    public String fingerprint() {
        return fingerprint;
    }

    /** All cells in the order of the layout; a copy. */
    public long[] cells() {
        return cells.clone();
    }

    /** One cell: an amount in fen, all others whole. */
    public long cell(int index) {
        return cells[index];
    }

    /** The last stay; null when there was none. */
    public @Nullable Stay stay() {
        return stay;
    }

    /** Tells states apart that settlements, new months and new years have led to on different ways. */
    public long mark() {
        return mark;
    }

    void copyTo(long[] target) {
        System.arraycopy(cells, 0, target, 0, cells.length);
    }

    /** The state with another number in a cell. */
    public YearState withCell(int index, long value) {
        long[] changed = cells.clone();
        changed[index] = value;
        return new YearState(fingerprint, changed, stay, mark);
    }

    /** The state with another last stay. */
    public YearState withStay(Stay other) {
        return new YearState(fingerprint, cells, other, mark);
    }

    /** Why the state does not belong to a layout; null when it does. */
    public @Nullable Failure misfit(CounterLayout layout) {
        return fingerprint.equals(layout.fingerprint()) && cells.length == layout.cells()
                ? null
                : new Failure(Failure.Code.OTHER_POLICY, "year.fingerprint", fingerprint, layout.fingerprint());
    }

    /** The state at the start of a new benefit year: only counters for life and the last stay are kept. */
    public YearState newYear(CounterLayout layout) {
        return reset(layout, Counter.Per.YEAR);
    }

    /** The state at the start of a new month: monthly and daily counters are at nought. */
    public YearState newMonth(CounterLayout layout) {
        return reset(layout, Counter.Per.MONTH);
    }

    /**
     * The state on a later day of the same benefit year: counters of days, months and quarters that have passed are at
     * nought. The same state when nothing has passed.
     *
     * @param last the day of the last bill
     */
    public YearState turned(CounterLayout layout, LocalDate last, LocalDate day) {
        if (!day.isAfter(last)) {
            return this;
        }
        Counter.Per ended = Counter.Per.ended(last, day);
        if (ended == Counter.Per.DAY && !layout.startsWith(ended)) {
            return this;
        }
        return reset(layout, ended == Counter.Per.YEAR ? Counter.Per.QUARTER : ended);
    }

    /** The state with the counters of a period and of all shorter ones at nought. */
    private YearState reset(CounterLayout layout, Counter.Per longest) {
        long[] kept = cells.clone();
        layout.start(longest, kept);
        return new YearState(fingerprint, kept, stay, mixed(mark, longest.word().hashCode()));
    }

    /** A mark that follows another. */
    static long mixed(long mark, long with) {
        long z = mark * 0x9E3779B97F4A7C15L + with + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof YearState state
                && state.mark == mark
                && state.fingerprint.equals(fingerprint)
                && Arrays.equals(state.cells, cells)
                && Objects.equals(state.stay, stay);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells) * 31 + Long.hashCode(mark);
    }

    @Override
    public String toString() {
        return "YearState" + Arrays.toString(cells) + " " + stay;
    }
}
