package org.tongchou.benefit.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Random choices that follow from a seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to one less. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** So many different ones, or all. */
    <T> Set<T> some(Collection<T> choices, int number) {
        List<T> all = new ArrayList<>(choices);
        Set<T> some = new LinkedHashSet<>();
        for (int i = 0; i < number && !all.isEmpty(); i++) {
            some.add(all.remove(random.nextInt(all.size())));
        }
        return some;
    }

    /** Small ones often, large ones seldom: up to 10 to the so many fen. */
    long skewed(int mostDigits) {
        long most = 1;
        int digits = between(1, mostDigits);
        for (int i = 0; i < digits; i++) {
            most *= 10;
        }
        return random.nextLong(most + 1);
    }

    LocalDate day(LocalDate from, int days) {
        return from.plusDays(random.nextInt(Math.max(1, days)));
    }
}
