package org.tongchou.benefit.settle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Failure;

/**
 * The lines of a bill as numbers, and how they are split. Mutable and used again for the next bill.
 *
 * <p>A line and its refunds are one line here, in the line's place; what is left of the refunds is nothing.
 */
final class Lines {
    static final int A = 0;
    static final int B = 1;
    static final int C = 2;

    /** Prices are in 10^-6 yuan and counts in 10^-4: their product is in 10^-8 fen. */
    static final long NO_LIMIT = -1;

    static final long NO_SHARE = -1;

    private static final int START = 32;

    int size;
    long[] price = new long[START];
    long[] count = new long[START];
    long[] amount = new long[START];
    int[] catalogue = new int[START];
    int[] category = new int[START];
    long[] share = new long[START];
    long[] limit = new long[START];
    boolean[] outOfCatalogue = new boolean[START];
    boolean[] inPackage = new boolean[START];

    /** Results, each in fen. */
    long[] own = new long[START];

    long[] over = new long[START];
    long[] pre = new long[START];
    long[] first = new long[START];
    long[] scope = new long[START];

    /** Sums of the bill. */
    long totalAmount;

    long totalOwn;
    long totalOver;
    long totalPre;
    long totalFirst;
    long totalScope;

    void clear() {
        size = 0;
    }

    /** Makes room for one more line and gives its place. */
    int next() {
        if (size == price.length) {
            int length = size * 2;
            price = Arrays.copyOf(price, length);
            count = Arrays.copyOf(count, length);
            amount = Arrays.copyOf(amount, length);
            catalogue = Arrays.copyOf(catalogue, length);
            category = Arrays.copyOf(category, length);
            share = Arrays.copyOf(share, length);
            limit = Arrays.copyOf(limit, length);
            outOfCatalogue = Arrays.copyOf(outOfCatalogue, length);
            inPackage = Arrays.copyOf(inPackage, length);
            own = Arrays.copyOf(own, length);
            over = Arrays.copyOf(over, length);
            pre = Arrays.copyOf(pre, length);
            first = Arrays.copyOf(first, length);
            scope = Arrays.copyOf(scope, length);
        }
        return size++;
    }

    /** Takes the marks of a line: whether the person pays it all, and whether a package price stands for it. */
    void mark(int at, boolean restricted, int approval, boolean outside) {
        outOfCatalogue[at] = approval == 2 || (restricted && approval != 1);
        inPackage[at] = !outside;
    }

    /**
     * Splits all lines that are not in a package.
     *
     * @param classB pre-payment share of class B lines without one of their own by category, that of lines without one
     *     last, in 10^-8; negative for none
     * @param firstShare share paid first out of the region, in 10^-8
     * @param firstBefore whether that is taken before the share of class B
     * @return why a line cannot be split; null when all is well
     */
    @Nullable
    Failure split(long[] classB, long firstShare, boolean firstBefore) {
        clearSums();
        long compliantSum = 0;
        for (int i = 0; i < size; i++) {
            own[i] = 0;
            over[i] = 0;
            pre[i] = 0;
            first[i] = 0;
            scope[i] = 0;
            if (inPackage[i]) {
                continue;
            }
            long whole = amount[i];
            totalAmount += whole;
            if (catalogue[i] == C || outOfCatalogue[i]) {
                own[i] = whole;
                totalOwn += whole;
                continue;
            }
            if (limit[i] != NO_LIMIT && price[i] > limit[i]) {
                over[i] = Math.min(whole, Exact.round(Math.multiplyExact(price[i] - limit[i], count[i])));
                totalOver += over[i];
            }
            long prepaid = share[i] != NO_SHARE ? share[i] : catalogue[i] == A ? 0 : classB[place(i, classB)];
            if (prepaid < 0) {
                return new Failure(Failure.Code.CATALOGUE, "lines[" + i + "].share", "", "乙类先行自付比例，或规则包中的默认比例");
            }
            long compliant = whole - over[i];
            long before = compliantSum;
            compliantSum += compliant;
            if (firstBefore && firstShare != 0) {
                first[i] = Exact.times(compliantSum, firstShare) - Exact.times(before, firstShare);
            }
            if (prepaid != 0) {
                pre[i] = Exact.times(compliant - first[i], prepaid);
            }
            scope[i] = compliant - first[i] - pre[i];
            totalFirst += first[i];
            totalPre += pre[i];
            totalScope += scope[i];
        }
        if (!firstBefore && firstShare != 0) {
            takeFirst(firstShare);
        }
        return null;
    }

    /** What the lines in the package cost, less refunds. */
    long packageCost() {
        long cost = 0;
        for (int i = 0; i < size; i++) {
            cost += inPackage[i] ? amount[i] : 0;
        }
        return cost;
    }

    /** The place of a line's category; of none the last. */
    int place(int line, long[] categories) {
        return category[line] < 0 ? categories.length - 1 : category[line];
    }

    private void clearSums() {
        totalAmount = 0;
        totalOwn = 0;
        totalOver = 0;
        totalPre = 0;
        totalFirst = 0;
        totalScope = 0;
    }

    /** Takes the share paid first from what is left after the share of class B, spread over the lines in order. */
    private void takeFirst(long firstShare) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            long before = sum;
            sum += scope[i];
            first[i] = Exact.times(sum, firstShare) - Exact.times(before, firstShare);
            scope[i] -= first[i];
            totalFirst += first[i];
        }
        totalScope -= totalFirst;
    }
}
