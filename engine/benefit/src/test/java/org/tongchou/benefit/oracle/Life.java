package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillBuilder;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Line;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Stay;
import org.tongchou.money.Money;

/** A random person, and their bills of about a year: everything from a pharmacy slip to a stay of half a million. */
final class Life {
    private static final List<Bucket> LEFT = List.of(
            Bucket.FULL_OWN,
            Bucket.OVER_LIMIT,
            Bucket.PRE_PAY,
            Bucket.FIRST_PAY,
            Bucket.DEDUCTIBLE,
            Bucket.SHARE,
            Bucket.OVER_CAP);

    private final Dice dice;
    private final Words words;
    final Person person;
    /** How many bills there are. */
    final int bills;
    /** How large they may be, as digits of fen. */
    private final int size;

    private LocalDate day;
    private int number;

    Life(Words words, long seed) {
        this.words = words;
        dice = new Dice(seed);
        day = dice.percent(12)
                ? dice.day(dice.one(words.changes).minusDays(200), 400)
                : dice.day(words.main, words.span);
        bills = dice.percent(15) ? dice.between(8, 16) : dice.between(1, 7);
        size = dice.percent(40) ? 8 : dice.between(4, 7);
        person = person();
    }

    /** Day of the next bill. */
    LocalDate day() {
        return day;
    }

    // ---- the person

    private Person person() {
        LocalDate born = switch (dice.below(10)) {
            case 0 -> day.minusDays(dice.between(0, 60));
            case 1 -> LocalDate.of(2004, 2, 29);
            case 2, 3, 4 -> day.minusYears(dice.between(55, 90)).minusDays(dice.between(0, 3));
            default -> day.minusDays(dice.between(0, 30_000));
        };
        List<Enrolment> enrolments = new ArrayList<>();
        enrolments.add(enrolment(dice.one(words.schemes), null, null));
        if (dice.percent(5)) {
            LocalDate change = dice.day(day, 300);
            Enrolment first = enrolments.remove(0);
            enrolments.add(new Enrolment(
                    first.scheme(),
                    first.personType(),
                    first.feeTier(),
                    first.insuredYears(),
                    first.capRaise(),
                    null,
                    change));
            enrolments.add(enrolment(dice.one(words.schemes), change.plusDays(dice.of(0, 1, 1, 1, 30)), null));
        } else if (dice.percent(3)) {
            LocalDate from = dice.day(day.minusDays(100), 300);
            enrolments.add(
                    dice.below(2), enrolment(enrolments.get(0).scheme(), dice.of(from, from, day.minusYears(1)), null));
        }
        Set<String> identities =
                dice.some(words.identities, dice.percent(45) ? 0 : dice.of(1, 1, 2, 3, words.identities.size()));
        Set<String> diseases = dice.some(words.diseases, dice.percent(30) ? 0 : dice.of(1, 1, 2, 3, 5));
        return new Person(
                born,
                dice.percent(2) ? dice.day(day, 600) : null,
                dice.of("", "male", "female"),
                enrolments,
                identities.stream().map(this::held).toList(),
                diseases.stream().map(this::held).toList(),
                dice.between(0, 5));
    }

    private Enrolment enrolment(String scheme, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Enrolment(
                scheme,
                words.personTypes.isEmpty() || dice.percent(15) ? "" : dice.one(words.personTypes),
                words.feeTiers.isEmpty() || dice.percent(10) ? "" : dice.one(words.feeTiers),
                dice.between(0, 8),
                dice.percent(70) ? Money.ZERO : Money.ofFen(dice.skewed(6)),
                from,
                to);
    }

    private Held held(String word) {
        if (dice.percent(75)) {
            return Held.always(word);
        }
        LocalDate from = dice.day(day.minusDays(200), 400);
        return new Held(
                word, dice.percent(60) ? from : null, dice.percent(60) ? from.plusDays(dice.between(0, 300)) : null);
    }

    // ---- bills

    /**
     * The next bill.
     *
     * @param stay the last stay; null for none
     */
    Bill next(@Nullable Stay stay) {
        number++;
        String kind = dice.percent(2)
                ? dice.of("inpatient", "outpatient", "chronic", "pharmacy", "day_surgery", "emergency")
                : dice.one(words.kinds(dice.one(person.enrolments()).scheme()));
        BillBuilder bill = Bill.of("B" + number, kind, day);
        if (person.enrolments().size() > 1 && dice.percent(70)) {
            bill.scheme(dice.one(person.enrolments()).scheme());
        }
        bill.provider(
                dice.percent(5) ? "" : dice.one(words.levels),
                dice.some(words.providers, dice.of(0, 0, 0, 1, 2)).toArray(String[]::new));
        if (dice.percent(30)) {
            bill.place(
                    dice.of("local", "in_province", "out_of_province"),
                    dice.of("none", "resident", "referred", "emergency", "unfiled"));
        }
        if (dice.percent(60)) {
            LocalDate admitted = day.minusDays(dice.below(40));
            bill.admitted(admitted.isBefore(person.born()) ? person.born() : admitted);
            bill.days(dice.percent(10) ? dice.between(0, 60) : null);
        }
        boolean aid = kind.equals(Bill.SECOND_AID);
        boolean special = kind.equals("chronic") || kind.equals("special_drug") || dice.percent(aid ? 50 : 10);
        if (special && !words.diseases.isEmpty() && !dice.percent(6)) {
            bill.disease(
                    person.heldDiseases().isEmpty() || dice.percent(20)
                            ? dice.one(words.diseases)
                            : dice.one(person.heldDiseases()).word());
        }
        if (dice.percent(40)) {
            bill.diagnoses(dice.some(words.diagnoses, dice.between(1, 3)));
        }
        bill.tags(dice.some(words.tags, dice.percent(aid ? 25 : 75) ? 0 : dice.of(1, 1, 2)));
        bill.careLevel(dice.percent(20) ? dice.between(0, 5) : null);
        money(bill, aid);
        if (stay != null && dice.percent(20)) {
            bill.continues(stay.id(), dice.of(Continuation.Reason.values()));
        }
        Bill built = bill.build();
        day = day.plusDays(dice.of(0, 1, 10, 25, dice.between(1, 90)));
        return dice.percent(2) ? Fault.in(built, dice) : built;
    }

    private void money(BillBuilder bill, boolean aid) {
        if (dice.percent(40)) {
            bill.balances(new Balances(
                    Money.ofFen(dice.skewed(6)),
                    dice.percent(70) ? null : Money.ofFen(dice.skewed(5)),
                    Money.ofFen(dice.skewed(6)),
                    dice.percent(70) ? null : Money.ofFen(dice.skewed(5))));
        }
        if (aid) {
            dice.some(LEFT, dice.between(1, 4)).forEach(bucket -> bill.bucket(bucket, Money.ofFen(dice.skewed(size))));
            return;
        }
        List<Line> lines = lines();
        bill.lines(lines);
        if (dice.percent(20)) {
            bill.paymentMode(dice.of("disease", "drg", "per_diem"));
        }
        if (dice.percent(20)) {
            bill.packagePrice(Money.ofFen(dice.skewed(size)));
        }
        if (dice.percent(20)) {
            long total = 0;
            for (Line line : lines) {
                total += line.amount().fen();
            }
            bill.total(Money.ofFen(total));
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int count = dice.percent(10) ? dice.between(5, 12) : dice.between(1, 4);
        for (int i = 0; i < count; i++) {
            Line line = line("L" + i);
            lines.add(line);
            if (dice.percent(7)) {
                refunds(line, lines);
            }
        }
        return lines;
    }

    private Line line(String id) {
        BigDecimal price = BigDecimal.valueOf(dice.skewed(size), 2);
        BigDecimal pieces = dice.percent(60) ? BigDecimal.ONE : BigDecimal.valueOf(dice.between(1, 30));
        if (dice.percent(10)) {
            price = BigDecimal.valueOf(dice.skewed(8), dice.between(3, 6));
            pieces = BigDecimal.valueOf(dice.between(0, 99_999), dice.between(0, 4));
        }
        String catalogue = dice.percent(50) ? "A" : dice.percent(75) ? "B" : "C";
        return new Line(
                id,
                price,
                pieces,
                amount(price, pieces),
                catalogue,
                dice.percent(words.classB || dice.percent(3) ? 12 : 100)
                        ? BigDecimal.valueOf(dice.between(0, 100), 2)
                        : null,
                dice.percent(12)
                        ? price.multiply(BigDecimal.valueOf(dice.between(0, 12), 1))
                                .setScale(2, RoundingMode.DOWN)
                        : null,
                dice.percent(4),
                dice.percent(90) ? 0 : dice.between(1, 2),
                dice.percent(15),
                "",
                words.categories.isEmpty() || dice.percent(10) ? "" : dice.one(words.categories));
    }

    private static Money amount(BigDecimal price, BigDecimal count) {
        return Money.ofFen(price.multiply(count)
                .setScale(2, RoundingMode.HALF_UP)
                .movePointRight(2)
                .longValueExact());
    }

    /** One or two, together mostly not more than the line. */
    private void refunds(Line line, List<Line> lines) {
        int scale = Math.max(0, line.count().scale());
        BigDecimal rest = line.count();
        for (int i = dice.between(1, 2); i > 0; i--) {
            BigDecimal part = dice.percent(30)
                    ? rest
                    : rest.multiply(BigDecimal.valueOf(dice.between(1, 9), 1)).setScale(scale, RoundingMode.DOWN);
            rest = rest.subtract(part);
            if (part.signum() > 0) {
                BigDecimal back = part.negate();
                lines.add(
                        dice.below(lines.size() + 1),
                        new Line(
                                "R" + lines.size(),
                                line.price(),
                                back,
                                amount(line.price(), back),
                                line.catalogue(),
                                line.share(),
                                line.limit(),
                                line.restricted(),
                                line.approval(),
                                line.outside(),
                                line.id(),
                                line.category()));
            }
        }
    }
}
