package org.tongchou.accounts.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.money.Money;

/**
 * An amount that remembers what it was added up from.
 *
 * @param amount the sum
 * @param terms how often each base fact is in it, keyed by the fact with sign 1
 */
record Traced(Money amount, Map<Origin, Integer> terms) {
    static final Traced ZERO = new Traced(Money.ZERO, Map.of());

    Traced plus(Traced other) {
        return new Traced(amount.plus(other.amount), joined(other, 1));
    }

    Traced minus(Traced other) {
        return new Traced(amount.minus(other.amount), joined(other, -1));
    }

    private Map<Origin, Integer> joined(Traced other, int sign) {
        Map<Origin, Integer> joined = new LinkedHashMap<>(terms);
        other.terms.forEach((fact, times) -> joined.merge(fact, sign * times, Integer::sum));
        return joined;
    }

    /** The base facts that do not cancel out. */
    List<Origin> origins() {
        return terms.entrySet().stream()
                .filter(term -> term.getValue() != 0)
                .map(term -> term.getKey().withSign(term.getValue()))
                .toList();
    }
}
