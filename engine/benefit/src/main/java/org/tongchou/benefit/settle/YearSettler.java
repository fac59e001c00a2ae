package org.tongchou.benefit.settle;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.Failure;

/**
 * Settles the bills of one person after the other in order, as {@link BenefitEngine#settle(Policy, Person, YearState,
 * Bill)} does, but by number and without making anything to be kept: what came out is asked before the next bill.
 * Mutable; of one thread.
 */
public final class YearSettler {
    private final PolicyYear policies;
    private final Course[] courses;
    private final long[] cells;
    private final NumberEncoder encoder;
    private final long[] paid;

    private @Nullable Stay stay;
    private int lastPlace;
    private Course last;

    /** Starts with nobody. */
    public YearSettler(PolicyYear policies) {
        this.policies = policies;
        List<Policy> spans = policies.policies();
        courses = new Course[spans.size()];
        for (int i = 0; i < courses.length; i++) {
            courses[i] = new Course(spans.get(i));
        }
        last = courses[0];
        cells = new long[spans.get(0).layout().cells()];
        encoder = new NumberEncoder(policies);
        paid = new long[policies.pack().vocabulary().funds().size()];
    }

    /** Begins with a person who used nothing up. The numbers may be of a cursor that moves on later. */
    public void begin(PersonNumbers person) {
        Arrays.fill(cells, 0);
        stay = null;
        lastPlace = -1;
        encoder.begin(person);
    }

    /**
     * Settles the next bill of the person, not before the last. A bill in a later day, month, quarter or year of the
     * calendar than the last one starts with the counters of that period, and of shorter ones, at nought.
     *
     * @return why the bill cannot be settled, without any effect; null when it was
     */
    public @Nullable Failure settle(BillNumbers bill) {
        int place = policies.place(bill.date());
        if (place < 0) {
            return new Failure(Failure.Code.DATE, "bill.date", String.valueOf(bill.date()), policies.span());
        }
        turn(place);
        Course course = courses[policies.policy(place)];
        course.begin(cells, stay);
        Failure failure;
        try {
            failure = encoder.encode(course, bill, place);
            if (failure == null) {
                failure = course.go(null);
            }
        } catch (ArithmeticException e) {
            failure = BenefitEngine.tooLarge();
        }
        if (failure == null) {
            System.arraycopy(course.facts.counters, 0, cells, 0, cells.length);
            stay = course.stayAfter;
            last = course;
            payments(course);
        }
        return failure;
    }

    private void turn(int place) {
        if (lastPlace >= 0 && lastPlace != place) {
            Counter.Per ended = Counter.Per.ended(policies.day(lastPlace), policies.day(place));
            last.policy.layout().start(ended, cells);
        }
        lastPlace = place;
    }

    private void payments(Course course) {
        Arrays.fill(paid, 0);
        CompiledPlan plan = Objects.requireNonNull(course.plan);
        for (int i = 0; i < plan.tiers.length; i++) {
            int fund = plan.tiers[i].fundPlace;
            if (fund >= 0) {
                paid[fund] += course.paid[i];
            }
        }
    }

    // ---- what came of the last bill that was settled; amounts in fen

    /** 医疗费总额. */
    public long total() {
        return last.split[Places.of(Bucket.TOTAL)];
    }

    /** 政策范围内. */
    public long scope() {
        return last.split[Places.of(Bucket.SCOPE)];
    }

    /** What a fund pays, by its place in {@link PolicyYear#funds}. */
    public long paid(int fund) {
        return paid[fund];
    }

    /** 个人现金. */
    public long cash() {
        return last.cash();
    }

    /** 周岁 on the bill's date. */
    public int age() {
        return encoder.age();
    }

    /** The place of the person's class in a group of identities; 0 for none. */
    public int classOf(int group) {
        return encoder.classOf(group);
    }

    /** A cell of the counters after the bill. */
    public long cell(int index) {
        return cells[index];
    }
}
