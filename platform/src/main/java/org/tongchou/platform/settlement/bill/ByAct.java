package org.tongchou.platform.settlement.bill;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.fund.Traces.Moved;

/** What one act moved on the accounts of all people. */
record ByAct(long act, List<Moved> moves) {
    long of(long person) {
        return moves.stream()
                .filter(move -> move.person() == person)
                .mapToLong(Moved::fen)
                .sum();
    }

    long all() {
        return moves.stream().mapToLong(Moved::fen).sum();
    }

    /** Puts together what comes in the order of the acts. */
    static Iterator<ByAct> of(Iterator<Moved> moved) {
        return new Iterator<>() {
            private @Nullable Moved ahead = moved.hasNext() ? moved.next() : null;

            @Override
            public boolean hasNext() {
                return ahead != null;
            }

            @Override
            public ByAct next() {
                Moved first = ahead;
                if (first == null) {
                    throw new NoSuchElementException();
                }
                List<Moved> all = new ArrayList<>();
                while (ahead != null && ahead.act() == first.act()) {
                    all.add(ahead);
                    ahead = moved.hasNext() ? moved.next() : null;
                }
                return new ByAct(first.act(), all);
            }
        };
    }
}
