package org.tongchou.platform.bench.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Message ids of one piece of work: when it is done again, its calls get the ids that they had. */
final class SameIds implements Supplier<String> {
    private final Supplier<String> fresh;
    private final List<String> given = new ArrayList<>();
    private int next;

    SameIds(Supplier<String> fresh) {
        this.fresh = fresh;
    }

    @Override
    public String get() {
        if (next == given.size()) {
            given.add(fresh.get());
        }
        return given.get(next++);
    }

    /** From the beginning again. */
    void again() {
        next = 0;
    }

    /** Another piece of work. */
    void forget() {
        given.clear();
        next = 0;
    }
}
