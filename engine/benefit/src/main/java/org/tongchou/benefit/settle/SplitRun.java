package org.tongchou.benefit.settle;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Split;

/** How a bill is split into its buckets. Mutable and used again for the next bill; amounts in fen. */
final class SplitRun {
    private static final int CATEGORY = Places.of(Fact.Kind.CATEGORY);

    /** Whether a price stands for the lines in the package, and which. */
    boolean packaged;

    long standing;

    /** What the lines in the package cost more, as far as the person pays it. */
    long above;

    CompiledPlan.@Nullable SplitTerms terms;

    /** The pre-payment share of class B by category, that of lines without one last. */
    private final long[] classB;

    /** @param categories how many, with that of lines without one */
    SplitRun(int categories) {
        classB = new long[categories];
    }

    /** Forgets the last bill. */
    void clear() {
        packaged = false;
        standing = 0;
        above = 0;
        terms = null;
    }

    /** Fills the buckets from the lines; gives the failure when they cannot be split. */
    @Nullable
    Failure split(Course course, CompiledPlan plan) {
        price(course, plan.plan.split());
        CompiledPlan.SplitTerms plain = plan.split(course.facts);
        terms = plain;
        Failure noClassB = classB(course, plan, plain);
        Lines lines = course.lines;
        Failure failure = lines.split(classB, plain.first(), plan.firstBefore());
        if (failure != null && noClassB != null) {
            return noClassB;
        }
        long[] bucket = course.bucket;
        bucket[Places.of(Bucket.FULL_OWN)] = lines.totalOwn;
        bucket[Places.of(Bucket.OVER_LIMIT)] = lines.totalOver + above;
        bucket[Places.of(Bucket.PRE_PAY)] = lines.totalPre;
        bucket[Places.of(Bucket.FIRST_PAY)] = lines.totalFirst;
        bucket[Places.of(Bucket.SCOPE)] = lines.totalScope + standing;
        bucket[Places.of(Bucket.TOTAL)] = lines.totalAmount + standing + above;
        return failure;
    }

    /** Says which price stands for the lines in the package, if one does. The first way of payment is by item. */
    private void price(Course course, Split rules) {
        Split.PackagePrice rule = rules.packagePrice();
        long price = course.packagePrice;
        long cost = course.lines.packageCost();
        packaged = course.hasPackage
                && course.facts.word[Places.of(Fact.Kind.PAYMENT_MODE)] > 0
                && rule != Split.PackagePrice.NEVER
                && (rule != Split.PackagePrice.CEILING || cost > price);
        standing = !packaged ? 0 : rule == Split.PackagePrice.LOWER ? Math.min(cost, price) : price;
        above = packaged && rules.above() == Split.Above.PERSON ? Math.max(0, cost - standing) : 0;
        if (!packaged) {
            Arrays.fill(course.lines.inPackage, 0, course.lines.size, false);
        }
    }

    /** Finds the share of class B for each category; gives the first reason why there is none. */
    private @Nullable Failure classB(Course course, CompiledPlan plan, CompiledPlan.SplitTerms plain) {
        Arrays.fill(classB, plain.classB());
        if (!plan.byCategory) {
            return plain.noClassB();
        }
        Failure failure = null;
        Set<Basis> basis = new LinkedHashSet<>();
        Lines lines = course.lines;
        for (int i = 0; i < lines.size; i++) {
            course.facts.word[CATEGORY] = lines.category[i];
            CompiledPlan.SplitTerms found = plan.split(course.facts);
            classB[lines.place(i, classB)] = found.classB();
            failure = failure == null ? found.noClassB() : failure;
            basis.addAll(found.classBBasis());
        }
        course.facts.word[CATEGORY] = Words.NONE;
        terms = new CompiledPlan.SplitTerms(
                plain.classB(), failure, plain.first(), List.copyOf(basis), plain.firstBasis());
        return failure;
    }
}
