package org.tongchou.benefit.settle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.money.Money;

/** Puts a person and a bill that are numbers already into a course; refuses what {@link Encoder} refuses. */
final class NumberEncoder {
    private static final int FIRST_CLASS = Fact.Kind.values().length;
    private static final Continuation.Reason[] REASONS = Continuation.Reason.values();

    private final PolicyYear policies;
    private final Words words;
    private final int[] classes;

    private PersonNumbers person = new Nobody();
    private int born;
    private int birthYear;
    private int birthMonthAndDay;
    private int age;

    NumberEncoder(PolicyYear policies) {
        this.policies = policies;
        words = policies.policies().get(0).words();
        classes = new int[words.classCount()];
    }

    /** Before the first person. */
    private static final class Nobody implements PersonNumbers {
        @Override
        public int born() {
            return 0;
        }

        @Override
        public int sex() {
            return NO_WORD;
        }

        @Override
        public int scheme() {
            return NO_WORD;
        }

        @Override
        public int personType() {
            return NO_WORD;
        }

        @Override
        public int feeTier() {
            return NO_WORD;
        }

        @Override
        public int insuredYears() {
            return 0;
        }

        @Override
        public long identities() {
            return 0;
        }

        @Override
        public long heldDiseases() {
            return 0;
        }

        @Override
        public int careLevel() {
            return 0;
        }

        @Override
        public long capRaise() {
            return 0;
        }
    }

    void begin(PersonNumbers numbers) {
        person = numbers;
        born = numbers.born();
        LocalDate day = LocalDate.ofEpochDay(born);
        birthYear = day.getYear();
        birthMonthAndDay = PolicyYear.monthAndDay(day);
        long identities = numbers.identities();
        for (int i = 0; i < classes.length; i++) {
            int best = Integer.MAX_VALUE;
            for (long rest = identities; rest != 0; rest &= rest - 1) {
                best = Math.min(best, words.rank(i, Long.numberOfTrailingZeros(rest)));
            }
            classes[i] = best == Integer.MAX_VALUE ? 0 : best;
        }
    }

    int age() {
        return age;
    }

    int classOf(int group) {
        return classes[group];
    }

    @Nullable
    Failure encode(Course course, BillNumbers bill, int place) {
        Facts facts = course.facts;
        int date = bill.date();
        if (date < born) {
            return date(date, "不早于出生日期 " + LocalDate.ofEpochDay(born));
        }
        age = policies.age(birthYear, birthMonthAndDay, place);
        number(facts, Fact.Kind.AGE, age);
        number(facts, Fact.Kind.DAYS_OLD, (long) date - born);
        int admitted = bill.admitted();
        long days = 1;
        if (admitted != BillNumbers.NO_DAY) {
            if (admitted > date || admitted < born) {
                return date(admitted, "不早于出生、不晚于出院（结算）日期");
            }
            days = Math.max(1, date - admitted);
        }
        number(facts, Fact.Kind.DAYS, days);
        person(facts);
        return bill(course, bill);
    }

    private static Failure date(int day, String expected) {
        return new Failure(
                Failure.Code.DATE, "bill.date", LocalDate.ofEpochDay(day).toString(), expected);
    }

    private static void number(Facts facts, Fact.Kind kind, long value) {
        facts.number[Places.of(kind)] = value;
    }

    private static void word(Facts facts, Fact.Kind kind, int word) {
        facts.word[Places.of(kind)] = word;
    }

    private static void set(Facts facts, Fact.Kind kind, long bits) {
        if (bits != 0) {
            facts.sets[Places.of(kind)][0] = bits;
        }
    }

    private void person(Facts facts) {
        word(facts, Fact.Kind.SCHEME, person.scheme());
        word(facts, Fact.Kind.PERSON_TYPE, person.personType());
        word(facts, Fact.Kind.FEE_TIER, person.feeTier());
        word(facts, Fact.Kind.SEX, person.sex());
        number(facts, Fact.Kind.INSURED_YEARS, person.insuredYears());
        number(facts, Fact.Kind.CARE_LEVEL, person.careLevel());
        number(facts, Fact.Kind.CAP_RAISE, person.capRaise());
        set(facts, Fact.Kind.IDENTITY, person.identities());
        set(facts, Fact.Kind.HELD_DISEASE, person.heldDiseases());
        System.arraycopy(classes, 0, facts.word, FIRST_CLASS, classes.length);
    }

    private static @Nullable Failure bill(Course course, BillNumbers bill) {
        Facts facts = course.facts;
        word(facts, Fact.Kind.KIND, bill.kind());
        facts.level(bill.level());
        word(facts, Fact.Kind.PLACE, bill.place());
        word(facts, Fact.Kind.FILING, bill.filing());
        word(facts, Fact.Kind.PAYMENT_MODE, bill.paymentMode());
        word(facts, Fact.Kind.DISEASE, bill.disease());
        set(facts, Fact.Kind.PROVIDER, bill.providers());
        set(facts, Fact.Kind.TAG, bill.tags());
        set(facts, Fact.Kind.DIAGNOSIS, bill.diagnoses());
        long price = bill.packagePrice();
        course.hasPackage = price != BillNumbers.NOTHING;
        course.packagePrice = Math.max(0, price);
        course.account = bill.account();
        course.mutual = bill.mutualAccount();
        if (price > LineEncoder.LARGEST || !inRange(course.account) || !inRange(course.mutual)) {
            return new Failure(
                    Failure.Code.WRONG_NUMBER,
                    "bill.package_price",
                    Money.ofFen(Math.max(price, Math.max(course.account, course.mutual)))
                            .toString(),
                    "0 至 100,000,000 元");
        }
        if (bill.continues() >= 0) {
            if (course.stay == null) {
                return new Failure(Failure.Code.UNKNOWN_STAY, "bill.continues", "", "本年度住过院");
            }
            course.reason = REASONS[bill.continues()];
        }
        return lines(course.lines, bill);
    }

    private static boolean inRange(long fen) {
        return fen >= 0 && fen <= LineEncoder.LARGEST;
    }

    private static @Nullable Failure lines(Lines into, BillNumbers bill) {
        int count = bill.lines();
        Failure failure = LineEncoder.lineCount(count);
        boolean refunds = false;
        long sum = 0;
        for (int i = 0; i < count && failure == null; i++) {
            int at = into.next();
            into.price[at] = bill.price(i);
            into.count[at] = bill.count(i);
            into.amount[at] = bill.amount(i);
            into.catalogue[at] = bill.catalogue(i);
            into.category[at] = bill.category(i);
            int share = bill.share(i);
            into.share[at] = share == BillNumbers.NOTHING ? Lines.NO_SHARE : share * 100L;
            into.limit[at] = bill.limit(i);
            into.mark(at, bill.restricted(i), bill.approval(i), bill.outside(i));
            sum += into.amount[at];
            refunds |= into.count[at] < 0;
            failure = into.price[at] < 0 || into.share[at] > Exact.ONE
                    ? LineEncoder.failure(Failure.Code.WRONG_NUMBER, i, "price", into.price[at], "不为负的单价，0 至 1 的比例")
                    : LineEncoder.amount(into, at);
        }
        if (failure == null && refunds) {
            failure = refunds(into, bill, count);
        }
        return failure == null ? LineEncoder.sum(sum) : failure;
    }

    private static @Nullable Failure refunds(Lines into, BillNumbers bill, int count) {
        for (int i = 0; i < count; i++) {
            if (bill.count(i) >= 0) {
                continue;
            }
            int target = bill.refunds(i);
            if (target < 0 || target >= count || bill.count(target) < 0) {
                return LineEncoder.failure(Failure.Code.REFUND, i, "refunds", target, "本账单中被退的明细");
            }
            Failure failure = LineEncoder.refund(into, i, target);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }
}
