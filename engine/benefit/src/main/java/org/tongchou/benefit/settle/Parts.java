package org.tongchou.benefit.settle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;

/**
 * The base of a basic tier by the categories of lines: in the order of the vocabulary, then what has none. Mutable and used
 * again for the next bill; amounts in fen.
 */
final class Parts {
    private static final int CATEGORY = Places.of(Fact.Kind.CATEGORY);
    private static final int SCOPE = Places.of(Bucket.SCOPE);

    /** What people call the categories. */
    final List<String> names;

    /** What is left of each part. */
    final long[] amount;

    /** What the rules come to for each part; null for those with nothing in the base. */
    final @Nullable TierTerms[] terms;

    Parts(Vocabulary vocabulary) {
        names = vocabulary.of(Vocabulary.Kind.CATEGORIES).values().stream()
                .map(Word::name)
                .toList();
        amount = new long[names.size() + 1];
        terms = new TierTerms[amount.length];
    }

    /**
     * Lays out the base of a tier and works out its terms for each part.
     *
     * @param sum the base, which is what tiers before have left of the scope
     * @return why the terms of a part cannot be said; null when they can
     */
    @Nullable
    Failure begin(Course course, CompiledTier tier, long sum) {
        Arrays.fill(amount, 0);
        Arrays.fill(terms, null);
        Lines lines = course.lines;
        int last = amount.length - 1;
        for (int i = 0; i < lines.size; i++) {
            amount[lines.place(i, amount)] += lines.scope[i];
        }
        amount[last] += course.split[SCOPE] - Arrays.stream(amount).sum();
        take(course.split[SCOPE] - sum);
        Failure failure = null;
        for (int i = 0; i < amount.length && failure == null; i++) {
            if (amount[i] > 0) {
                course.facts.word[CATEGORY] = i == last ? Words.NONE : i;
                TierTerms found = tier.terms(course.facts);
                terms[i] = found;
                failure = found.failure();
            }
        }
        course.facts.word[CATEGORY] = Words.NONE;
        return failure;
    }

    /** Takes from the first parts. */
    private void take(long taken) {
        long rest = taken;
        for (int i = 0; i < amount.length; i++) {
            long part = Math.min(rest, amount[i]);
            amount[i] -= part;
            rest -= part;
        }
    }

    /** Takes the deductible of a base, from the first parts or from all alike. */
    void deduct(long deductible, long sum, boolean spread) {
        if (!spread || sum == 0) {
            take(deductible);
            return;
        }
        long upToHere = 0;
        long before = 0;
        for (int i = 0; i < amount.length; i++) {
            upToHere += amount[i];
            long now = BigDecimal.valueOf(upToHere)
                    .multiply(BigDecimal.valueOf(deductible))
                    .divide(BigDecimal.valueOf(sum), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            amount[i] -= now - before;
            before = now;
        }
    }

    /** The ratios by position when what is left of the parts follows one after the other from a position on. */
    Curve.Bands bands(long start) {
        List<Long> upTo = new ArrayList<>();
        List<Long> ratio = new ArrayList<>();
        long low = start;
        if (start > 0) {
            upTo.add(start);
            ratio.add(0L);
        }
        for (int i = 0; i < amount.length; i++) {
            TierTerms found = terms[i];
            long end = low + amount[i];
            for (int band = 0; found != null && low < end; band++) {
                long high = Math.min(end, found.bands().upTo()[band]);
                if (high > low) {
                    upTo.add(high);
                    ratio.add(found.bands().ratio()[band]);
                    low = high;
                }
            }
        }
        upTo.add(Long.MAX_VALUE);
        ratio.add(0L);
        return new Curve.Bands(
                upTo.stream().mapToLong(Long::longValue).toArray(),
                ratio.stream().mapToLong(Long::longValue).toArray());
    }

    /** The parameters of all parts, each once. */
    List<Basis> basis() {
        return Arrays.stream(terms)
                .flatMap(found -> found == null ? Stream.<Basis>of() : found.ratioBasis().stream())
                .distinct()
                .toList();
    }
}
