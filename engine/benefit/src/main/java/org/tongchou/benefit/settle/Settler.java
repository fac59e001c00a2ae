package org.tongchou.benefit.settle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Tier;

/**
 * Settles many bills that are already numbers, as columns of a file hold them: the same calculation as {@link
 * BenefitEngine}, without making an object for each bill. Words are numbers that {@link #word} gives; nothing is
 * checked that {@link BenefitEngine} checks of a {@link Bill}. Mutable, of one thread.
 *
 * <p>For each bill: {@link #begin}, facts, lines or buckets, {@link #run}, results.
 */
public final class Settler {
    /** 甲类. */
    public static final int CLASS_A = Lines.A;

    /** 乙类. */
    public static final int CLASS_B = Lines.B;

    /** 丙类. */
    public static final int CLASS_C = Lines.C;

    /** No share or price limit of its own. */
    public static final long NONE = -1;

    private final Course course;

    /** A settler with the rules of a span of days. */
    public Settler(Policy policy) {
        course = new Course(policy);
    }

    /** The number of a word of a fact; negative when the pack does not know it. */
    public int word(Fact.Kind kind, String word) {
        return course.policy.words().table(kind).number(word);
    }

    // ---- one bill

    /**
     * Starts a bill.
     *
     * @param id name of the bill
     * @param counters cells before it, in the order of the layout; not changed
     * @param stay the last stay; null for none
     */
    public void begin(String id, long[] counters, @Nullable Stay stay) {
        course.begin(counters, stay);
        course.id = id;
    }

    /** Says the word of a fact that has one word at a time. */
    public void fact(Fact.Kind kind, int word) {
        course.facts.word[Places.of(kind)] = word;
    }

    /** Says the number of a fact. */
    public void number(Fact.Kind kind, long number) {
        course.facts.number[Places.of(kind)] = number;
    }

    /** Says one of the words of a fact that may have several. */
    public void add(Fact.Kind kind, int word) {
        course.facts.add(kind, word);
    }

    /** Says that the bill continues the last stay. */
    public void continues(Continuation.Reason reason) {
        course.reason = reason;
    }

    /** Gives a package price in fen. */
    public void packagePrice(long fen) {
        course.hasPackage = true;
        course.packagePrice = fen;
    }

    /** Says how much of the accounts may be used, in fen. */
    public void balances(long account, long mutual) {
        course.account = account;
        course.mutual = mutual;
    }

    /**
     * Adds a line with its refunds already taken off.
     *
     * @param price in 10^-6 yuan
     * @param count in 10^-4
     * @param amount in fen
     * @param catalogue {@link #CLASS_A}, {@link #CLASS_B} or {@link #CLASS_C}
     * @param share own pre-payment share in 10^-8, or {@link #NONE}
     * @param limit of one unit in 10^-6 yuan, or {@link #NONE}
     * @param outOfCatalogue whether approval or restriction make the person pay it all
     * @param outside besides a package price
     */
    public void line(
            long price,
            long count,
            long amount,
            int catalogue,
            long share,
            long limit,
            boolean outOfCatalogue,
            boolean outside) {
        Lines lines = course.lines;
        int at = lines.next();
        lines.price[at] = price;
        lines.count[at] = count;
        lines.amount[at] = amount;
        lines.catalogue[at] = catalogue;
        lines.share[at] = share;
        lines.limit[at] = limit;
        lines.outOfCatalogue[at] = outOfCatalogue;
        lines.inPackage[at] = !outside;
    }

    /** Gives what an earlier settlement left, in fen; of a bill without lines. */
    public void bucket(Bucket bucket, long fen) {
        course.bucket[Places.of(bucket)] = fen;
    }

    /**
     * Settles the bill.
     *
     * @return why it cannot be settled; null when it was
     * @throws ArithmeticException when amounts are too large
     */
    public @Nullable Failure run() {
        course.facts.classes();
        return course.go(null);
    }

    // ---- what came out

    /** The whole bill in fen. */
    public long total() {
        return course.split[Places.of(Bucket.TOTAL)];
    }

    /** The person's cash in fen. */
    public long cash() {
        return course.cash();
    }

    /** A part in fen: {@code full_own} to {@code scope} as split, the others as the basic tier left them. */
    public long part(Bucket bucket) {
        return switch (bucket) {
            case DEDUCTIBLE, SHARE, OVER_CAP -> course.left[Places.of(bucket)];
            default -> course.split[Places.of(bucket)];
        };
    }

    /** The tiers of the plan that was used, in order. */
    public List<Tier> tiers() {
        CompiledPlan plan = course.plan;
        return plan == null ? List.of() : plan.tierList;
    }

    /** What a tier of {@link #tiers} pays, in fen. */
    public long paid(int tier) {
        return course.paid[tier];
    }

    /** Copies the counters after the bill. */
    public void counters(long[] into) {
        System.arraycopy(course.facts.counters, 0, into, 0, into.length);
    }

    /** The last stay after the bill; null when there was none. */
    public @Nullable Stay stay() {
        return course.stayAfter;
    }
}
