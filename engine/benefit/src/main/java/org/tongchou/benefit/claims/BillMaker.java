package org.tongchou.benefit.claims;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.BillNumbers;
import org.tongchou.benefit.settle.Continuation;

/** Makes the bills and lines of one synthetic person after the other; costs are skewed as they are everywhere. */
final class BillMaker {
    /** Fen of a middle bill, by kind; others cost as outpatients do. */
    private static final int INPATIENT_COST = 600_000;

    private static final int DAY_SURGERY_COST = 450_000;
    private static final int CHRONIC_COST = 45_000;
    private static final int DRUG_COST = 350_000;
    private static final int CARE_COST = 200_000;
    private static final int OUTPATIENT_COST = 18_000;

    private static final int YEAR = 365;
    private static final int OLD = 60;
    private static final int LARGEST_LINE = 2_000_000_00;
    private static final int FEN_TO_PRICE = 10_000;
    private static final int PIECE = 10_000;

    private final ClaimsWords words;
    private final int newYear;
    private final KindChoice kinds;
    private final ClaimsWriter writer;
    private final int categories;

    BillMaker(ClaimsWords words, int newYear, KindChoice kinds, ClaimsWriter writer) {
        this.words = words;
        this.newYear = newYear;
        this.kinds = kinds;
        this.writer = writer;
        categories = words.of(Fact.Kind.CATEGORY).size();
    }

    void make(PersonRow person, SplittableRandom random) throws IOException {
        int age = (newYear - person.born()) / YEAR;
        int first = Math.max(newYear, person.born() + 1);
        int bills = 0;
        int inHundred = age >= OLD ? 88 : age < 6 ? 82 : 74;
        while (bills < 120 && random.nextInt(100) < inHundred) {
            bills++;
        }
        bills = person.heldDiseases() != 0 ? bills + random.nextInt(10) : bills;
        int[] days = new int[bills];
        for (int i = 0; i < bills; i++) {
            days[i] = first + random.nextInt(Math.max(1, newYear + YEAR - first));
        }
        Arrays.sort(days);
        int lastStay = Integer.MIN_VALUE;
        for (int day : days) {
            String kind = kinds.choose(person, age, random);
            boolean stays = kind.equals("inpatient");
            bill(person, kind, day, stays ? lastStay : Integer.MIN_VALUE, random);
            lastStay = stays ? day : lastStay;
        }
    }

    private void bill(PersonRow person, String kind, int day, int lastStay, SplittableRandom random)
            throws IOException {
        boolean stays = kind.equals("inpatient") || kind.equals("maternity_inpatient");
        int admitted = stays ? Math.max(person.born(), day - 1 - random.nextInt(14)) : BillNumbers.NO_DAY;
        boolean away = random.nextInt(25) == 0;
        boolean employed = person.scheme() == words.number(Fact.Kind.SCHEME, "employee");
        boolean transferred = lastStay != Integer.MIN_VALUE && day - lastStay < 8 && random.nextInt(3) == 0;
        boolean packaged = kind.equals("inpatient") && random.nextInt(5) == 0;
        int cost = cost(kind, random);
        writer.bill(new BillRow(
                day,
                admitted,
                words.number(Fact.Kind.KIND, kind),
                level(kind, random),
                random.nextInt(8) == 0 ? bit(Fact.Kind.PROVIDER, "tcm") : 0,
                away ? 1 + random.nextInt(2) : 0,
                away ? 1 + random.nextInt(4) : 0,
                packaged ? 1 + random.nextInt(2) : 0,
                packaged ? cost / 10 * 9 : BillNumbers.NOTHING,
                kind.equals("chronic") ? held(person.heldDiseases(), random) : -1,
                random.nextInt(words.diagnoses().size()),
                kind.equals("care_month") ? bit(Fact.Kind.TAG, "home_care") : 0,
                employed ? random.nextInt(3_000_00) : 0,
                random.nextInt(10) == 0 ? random.nextInt(1_000_00) : 0,
                transferred ? place(Continuation.Reason.TRANSFER) : -1));
        lines(cost, packaged, kinds.hasClassB(person.scheme(), kind), random);
    }

    private static int place(Continuation.Reason reason) {
        return List.of(Continuation.Reason.values()).indexOf(reason);
    }

    private long bit(Fact.Kind fact, String word) {
        int number = words.number(fact, word);
        return number < 0 ? 0 : 1L << number;
    }

    private static int held(long diseases, SplittableRandom random) {
        long rest = diseases;
        for (int skip = random.nextInt(Long.bitCount(diseases)); skip > 0; skip--) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }

    private int level(String kind, SplittableRandom random) {
        int levels = words.of(Fact.Kind.LEVEL).size();
        int one = random.nextInt(levels);
        return kind.equals("inpatient") ? Math.max(one, random.nextInt(levels)) : Math.min(one, random.nextInt(levels));
    }

    private static int cost(String kind, SplittableRandom random) {
        int middle = switch (kind) {
            case "inpatient", "maternity_inpatient" -> INPATIENT_COST;
            case "day_surgery" -> DAY_SURGERY_COST;
            case "chronic" -> CHRONIC_COST;
            case "special_drug" -> DRUG_COST;
            case "care_month" -> CARE_COST;
            default -> OUTPATIENT_COST;
        };
        int cost = middle / 2 + random.nextInt(middle);
        // One in four costs twice as much, one in sixteen four times …: few bills carry much of the cost.
        while (cost < LARGEST_LINE / 4 && random.nextInt(4) == 0) {
            cost *= 2;
        }
        return cost;
    }

    private void lines(int cost, boolean packaged, boolean classB, SplittableRandom random) throws IOException {
        int lines = 1 + random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            int pieces = 1 + random.nextInt(10);
            int fen = Math.max(1, cost / lines / pieces);
            int mix = random.nextInt(100);
            int catalogue = mix < 50 ? 0 : mix >= 90 ? 2 : classB ? 1 : 0;
            boolean limited = catalogue < 2 && random.nextInt(20) == 0;
            boolean restricted = random.nextInt(30) == 0;
            LineRow line = new LineRow(
                    (long) fen * FEN_TO_PRICE,
                    (long) pieces * PIECE,
                    (long) fen * pieces,
                    catalogue,
                    categories == 0 ? -1 : random.nextInt(categories),
                    catalogue == 1 && random.nextInt(6) == 0 ? 50_000 * (1 + random.nextInt(6)) : BillNumbers.NOTHING,
                    limited ? (long) fen * FEN_TO_PRICE / 10 * 8 : BillNumbers.NOTHING,
                    restricted,
                    restricted ? random.nextInt(3) : 0,
                    packaged && random.nextInt(10) == 0,
                    -1);
            writer.line(line);
            if (i + 1 == lines && pieces > 1 && random.nextInt(40) == 0) {
                writer.line(refund(line, fen, i));
            }
        }
    }

    /** One piece is given back. */
    private static LineRow refund(LineRow line, int fen, int place) {
        return new LineRow(
                line.price(),
                -PIECE,
                -fen,
                line.catalogue(),
                line.category(),
                line.share(),
                line.limit(),
                line.restricted(),
                line.approval(),
                line.outside(),
                place);
    }
}
