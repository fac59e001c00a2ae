package org.tongchou.benefit.explain;

import java.util.List;
import org.tongchou.benefit.policy.Basis;

/**
 * One step of a calculation.
 *
 * @param kind what the step does
 * @param subject whom it is about: id of a line, bucket, tier or counter
 * @param what a Chinese phrase, for example {@code 基本医保统筹支付}
 * @param formula the arithmetic with its numbers, for example {@code (18,500.00 − 400.00) × 60% = 10,860.00}; empty
 *     when there is none
 * @param amount what the step comes to, in fen
 * @param before what was still to be paid before it, in fen
 * @param after what is still to be paid after it, in fen
 * @param basis the parameters used, with the dates of their values and their sources
 */
public record Step(
        Kind kind,
        String subject,
        String what,
        String formula,
        long amount,
        long before,
        long after,
        List<Basis> basis) {
    /** What a step does. */
    public enum Kind {
        /** 费用总额: the amount to be split and paid. */
        TOTAL,
        /** 一条明细的拆分; its amount is in the policy range. */
        LINE,
        /** 费用拆分: a part of the bill outside the policy range, or the policy range itself. */
        PART,
        /** 起付线: what the person bears before the fund pays. */
        DEDUCTIBLE,
        /** 支付: what somebody pays. */
        PAYMENT,
        /** 只累计、不支付: what only moves a counter. */
        COUNTED,
        /** 个人现金: what is left. */
        CASH,
        /** A step of a calculation that is no bill. */
        CALCULATION
    }

    /** Copies the list. */
    public Step {
        basis = List.copyOf(basis);
    }
}
