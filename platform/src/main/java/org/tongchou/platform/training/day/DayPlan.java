package org.tongchou.platform.training.day;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tongchou.platform.training.HisComplaint;
import org.tongchou.platform.training.HisItem;
import org.tongchou.platform.training.PriceList;
import org.tongchou.platform.training.PriceList.Kind;
import org.tongchou.platform.training.PriceList.Priced;

/**
 * A day at the counters: who comes where, with what, and what goes wrong. A pure function of its arguments, the same each time.
 *
 * @param visits in the order in which they come
 */
public record DayPlan(List<Planned> visits) {
    private static final int HUNDRED = 100;
    private static final int STAGES = 5;

    /** Kinds of visit by their share of a hundred. */
    private static final Map<String, Integer> SHARES =
            Map.of("outpatient", 50, "pharmacy", 22, "chronic", 13, "stay", 9, "emergency", 6);

    /** Copies the list. */
    public DayPlan {
        visits = List.copyOf(visits);
    }

    /** What is not as usual at a visit. */
    public enum Turn {
        /** Nothing. */
        PLAIN(80),
        /** Settled, taken back, settled again. */
        RESETTLED(5),
        /** Settled and taken back. */
        CANCELLED(4),
        /** The answer got lost: the same call again. */
        RETRIED(4),
        /** The answer got lost: undone by 2601, then settled anew. */
        REVERSED(4),
        /** Gives up before anything is settled. */
        GIVEN_UP(3);

        private final int percent;

        Turn(int percent) {
            this.percent = percent;
        }
    }

    /**
     * Who may be served where.
     *
     * @param people how many people there are
     * @param hospitals codes of hospitals with beds
     * @param clinics codes of everything else but pharmacies, hospitals included
     * @param pharmacies codes of pharmacies
     */
    public record Town(int people, List<String> hospitals, List<String> clinics, List<String> pharmacies) {
        /** Copies the lists. */
        public Town {
            hospitals = List.copyOf(hospitals);
            clinics = List.copyOf(clinics);
            pharmacies = List.copyOf(pharmacies);
        }
    }

    /**
     * A visit.
     *
     * @param place its place in the day
     * @param institution where
     * @param person who, by place in the town; each once
     * @param kind which kind
     * @param complaint what for
     * @param items what is charged
     * @param begun since when
     * @param turn what is not as usual
     */
    public record Planned(
            int place,
            String institution,
            int person,
            Kind kind,
            HisComplaint complaint,
            List<HisItem> items,
            LocalDateTime begun,
            Turn turn) {
        /** Copies the list. */
        public Planned {
            items = List.copyOf(items);
        }
    }

    /**
     * Plans a day.
     *
     * @param prices what is charged
     * @param count how many visits, if there are as many people
     * @param now the end of the day: nothing happens later
     */
    public static DayPlan of(Town town, PriceList prices, long seed, int count, LocalDateTime now) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] people = shuffled(town.people(), random);
        List<Planned> visits = new ArrayList<>();
        for (int place = 0; place < Math.min(count, people.length); place++) {
            Kind kind = kind(prices, town, random);
            List<String> where = kind.pharmacy() ? town.pharmacies() : kind.stay() ? town.hospitals() : town.clinics();
            List<HisComplaint> complaints = prices.complaints(kind.use());
            LocalDateTime begun = kind.stay()
                    ? now.minusDays(2 + random.nextInt(9))
                    : now.minusMinutes(5 + random.nextInt(STAGES * HUNDRED));
            visits.add(new Planned(
                    place,
                    where.get(random.nextInt(where.size())),
                    people[place],
                    kind,
                    complaints.isEmpty() ? HisComplaint.of("", "") : complaints.get(random.nextInt(complaints.size())),
                    items(prices.of(kind.use()), kind, random),
                    begun,
                    turn(random)));
        }
        return new DayPlan(visits);
    }

    private static int[] shuffled(int people, SplittableRandom random) {
        int[] places = new int[people];
        for (int i = 0; i < people; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i;
        }
        return places;
    }

    private static Kind kind(PriceList prices, Town town, SplittableRandom random) {
        int drawn = random.nextInt(HUNDRED);
        Kind last = prices.kinds().get(0);
        for (Kind kind : prices.kinds()) {
            boolean nowhere = kind.pharmacy()
                    ? town.pharmacies().isEmpty()
                    : kind.stay() ? town.hospitals().isEmpty() : town.clinics().isEmpty();
            if (nowhere) {
                continue;
            }
            last = kind;
            drawn -= SHARES.getOrDefault(kind.use(), 0);
            if (drawn < 0) {
                return kind;
            }
        }
        return last;
    }

    private static List<HisItem> items(List<Priced> offered, Kind kind, SplittableRandom random) {
        List<HisItem> items = new ArrayList<>();
        int lines = kind.stay() ? 8 : 2 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            items.add(offered.get(random.nextInt(offered.size())).times(1 + random.nextInt(kind.stay() ? 6 : 2)));
        }
        return items;
    }

    private static Turn turn(SplittableRandom random) {
        int drawn = random.nextInt(HUNDRED);
        for (Turn turn : Turn.values()) {
            drawn -= turn.percent;
            if (drawn < 0) {
                return turn;
            }
        }
        return Turn.PLAIN;
    }
}
