package org.tongchou.benefit.simulation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.Vocabulary;

/**
 * The sums of a year under one set of rules, whole numbers only: however the work was divided they come out the same.
 * Amounts in fen.
 */
public final class Tally {
    /** What is added up. */
    public enum Measure {
        /** 结算的账单数. */
        BILLS,
        /** 医疗费总额. */
        TOTAL,
        /** 政策范围内费用. */
        SCOPE,
        /** 各基金支付之和，不含医院和账户. */
        FUNDS,
        /** 医院承担. */
        HOSPITAL,
        /** 个人账户和家庭共济账户. */
        ACCOUNTS,
        /** 个人现金. */
        CASH,
        /** 个人负担: 账户与现金之和. */
        BURDEN
    }

    private static final int MEASURES = Measure.values().length;

    private final long[] all = new long[MEASURES];
    private final long[][][] by;
    private final long[] funds;
    private final long[] paidBills;
    private final long[] refused = new long[Failure.Code.values().length];

    Tally(Vocabulary vocabulary) {
        Dimension[] dimensions = Dimension.values();
        by = new long[dimensions.length][][];
        for (int i = 0; i < dimensions.length; i++) {
            by[i] = new long[dimensions[i].labels(vocabulary).size()][MEASURES];
        }
        funds = new long[vocabulary.funds().size()];
        paidBills = new long[funds.length];
    }

    /** Adds a bill's measures. */
    void add(int[] rows, long[] measures) {
        add(all, measures);
        for (int i = 0; i < by.length; i++) {
            int row = rows[i] < 0 ? by[i].length - 1 : rows[i];
            add(by[i][row], measures);
        }
    }

    private static void add(long[] to, long[] more) {
        for (int i = 0; i < MEASURES; i++) {
            to[i] += more[i];
        }
    }

    void addFund(int fund, long paid) {
        if (paid != 0) {
            funds[fund] += paid;
            paidBills[fund]++;
        }
    }

    @SuppressWarnings("EnumOrdinal")
    void addRefused(Failure.Code code) {
        refused[code.ordinal()]++;
    }

    /** Adds all of another. */
    void add(Tally other) {
        add(all, other.all);
        for (int i = 0; i < by.length; i++) {
            for (int row = 0; row < by[i].length; row++) {
                add(by[i][row], other.by[i][row]);
            }
        }
        for (int i = 0; i < funds.length; i++) {
            funds[i] += other.funds[i];
            paidBills[i] += other.paidBills[i];
        }
        for (int i = 0; i < refused.length; i++) {
            refused[i] += other.refused[i];
        }
    }

    /** A sum over all bills that were settled. */
    @SuppressWarnings("EnumOrdinal")
    public long all(Measure measure) {
        return all[measure.ordinal()];
    }

    /** A sum over the bills of a row of a dimension. */
    @SuppressWarnings("EnumOrdinal")
    public long of(Dimension dimension, int row, Measure measure) {
        return by[dimension.ordinal()][row][measure.ordinal()];
    }

    /** What a fund paid, by its place in the vocabulary. */
    public long fund(int place) {
        return funds[place];
    }

    /** Of how many bills a fund paid something. */
    public long billsOfFund(int place) {
        return paidBills[place];
    }

    /** How many bills could not be settled for a reason. */
    @SuppressWarnings("EnumOrdinal")
    public long refused(Failure.Code code) {
        return refused[code.ordinal()];
    }

    /** How many bills could not be settled. */
    public long refused() {
        return Arrays.stream(refused).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        // The rows of each dimension add up to all.
        return other instanceof Tally tally
                && Arrays.deepEquals(by, tally.by)
                && Arrays.equals(funds, tally.funds)
                && Arrays.equals(paidBills, tally.paidBills)
                && Arrays.equals(refused, tally.refused);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(funds);
    }

    /** For people who debug. */
    @Override
    public String toString() {
        return List.of(Arrays.toString(all), Arrays.toString(funds)).toString();
    }

    /** Whether a payer is a fund, not an account or the hospital. */
    static boolean isFund(Fund fund) {
        return switch (fund.field()) {
            case HOSP_PART_AMT, ACCT_PAY, ACCT_MULAID_PAY -> false;
            default -> true;
        };
    }
}
