package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongchou.money.Money;
import org.tongchou.platform.contribution.person.PersonBooks.Match;

/** Finds what payments are for, one after the other; what a payment took is not there for the next. */
final class Matching {
    private final Map<Long, List<Due>> open = new HashMap<>();

    Matching(Collection<Due> dues) {
        open.putAll(dues.stream().collect(Collectors.groupingBy(Due::personId)));
    }

    /** What a payment is for, or why that cannot be said. */
    record Outcome(List<Match> matches, String code, String problem) {
        boolean matched() {
            return code.isEmpty();
        }
    }

    /**
     * Takes the dues of a person and period when their sum is the amount, of a year of months also the first ones of it.
     */
    Outcome of(long person, String period, long fen, LocalDate day, String reference) {
        List<Due> all = open.getOrDefault(person, List.of()).stream()
                .filter(due -> due.period().equals(period) || due.period().startsWith(period + "-"))
                .toList();
        if (all.isEmpty()) {
            return new Outcome(List.of(), "W-CON-063", "没有这一所属期的待缴，可能已经缴过");
        }
        List<Due> taken = new ArrayList<>();
        long sum = 0;
        for (Due due : all) {
            if (sum < fen) {
                taken.add(due);
                sum += due.personalFen();
            }
        }
        if (sum != fen) {
            long whole = all.stream().mapToLong(Due::personalFen).sum();
            return new Outcome(List.of(), "W-CON-064", "金额与应缴 " + Money.ofFen(whole) + "不符");
        }
        List<Due> left = new ArrayList<>(open.getOrDefault(person, List.of()));
        left.removeAll(taken);
        open.put(person, left);
        return new Outcome(
                taken.stream().map(due -> new Match(due, day, reference)).toList(), "", "");
    }
}
