package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.PolicyPack;

/**
 * A policy pack made ready for all days of some months: one {@link Policy} for each span in which nothing of it changes.
 * Made once; safe for concurrent use.
 */
public final class PolicyYear {
    /** A month and a day in one number, so that they compare. */
    private static final int DAYS = 32;

    private final PolicyPack pack;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Policy> policies = new ArrayList<>();
    private final int firstDay;
    private final int[] policyOfDay;
    private final LocalDate[] days;

    private PolicyYear(PolicyPack pack, LocalDate from, LocalDate to) {
        this.pack = pack;
        this.from = from;
        this.to = to;
        firstDay = Math.toIntExact(from.toEpochDay());
        days = from.datesUntil(to.plusDays(1)).toArray(LocalDate[]::new);
        policyOfDay = new int[days.length];
        Policy last = null;
        for (int i = 0; i < days.length; i++) {
            if (last == null || !last.covers(days[i])) {
                last = Policy.compile(pack, days[i]);
                policies.add(last);
            }
            policyOfDay[i] = policies.size() - 1;
        }
    }

    /**
     * Makes a pack ready.
     *
     * @param pack a pack without errors
     * @param from first day
     * @param to last day, not before the first
     */
    public static PolicyYear compile(PolicyPack pack, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last day " + to + " is before the first, " + from);
        }
        return new PolicyYear(pack, from, to);
    }

    /** The pack. */
    public PolicyPack pack() {
        return pack;
    }

    /** Who pays, in the order of the places of {@link YearSettler#paid}. */
    public List<Fund> funds() {
        return List.copyOf(pack.vocabulary().funds().values());
    }

    /** First day. */
    public LocalDate from() {
        return from;
    }

    /** Last day. */
    public LocalDate to() {
        return to;
    }

    List<Policy> policies() {
        return policies;
    }

    /** The place of a day, or -1. */
    int place(int epochDay) {
        int place = epochDay - firstDay;
        return place >= 0 && place < policyOfDay.length ? place : -1;
    }

    int policy(int place) {
        return policyOfDay[place];
    }

    LocalDate day(int place) {
        return days[place];
    }

    /** Whole years from a birthday to a day. */
    int age(int birthYear, int birthMonthAndDay, int place) {
        LocalDate day = days[place];
        return day.getYear() - birthYear - (monthAndDay(day) < birthMonthAndDay ? 1 : 0);
    }

    static int monthAndDay(LocalDate day) {
        return day.getMonthValue() * DAYS + day.getDayOfMonth();
    }

    /** As it stands in failures. */
    String span() {
        return from + " 至 " + to;
    }
}
