package org.tongchou.benefit.settle;

/**
 * A bill by number, as a year file holds one. Words are the places of {@code Vocabulary.wordsOf}; -1 is no word; sets are
 * bits by the same places. Amounts are in fen.
 */
public interface BillNumbers {
    /** No day of admission. */
    int NO_DAY = Integer.MIN_VALUE;

    /** No amount, share, limit or refunded line. */
    int NOTHING = -1;

    /** Settlement date, days since 1970-01-01. */
    int date();

    /** First day of the stay, or {@link #NO_DAY}. */
    int admitted();

    /** 医疗类别. */
    int kind();

    /** 医疗机构等级. */
    int level();

    /** 医疗机构标记. */
    long providers();

    /** 就医地. */
    int place();

    /** 异地备案. */
    int filing();

    /** 付费方式. */
    int paymentMode();

    /** Price of the package, or {@link #NOTHING}. */
    long packagePrice();

    /** 慢特病病种. */
    int disease();

    /** 诊断组: the sets that a diagnosis lies in. */
    long diagnoses();

    /** 标记. */
    long tags();

    /** So much of the personal account may be used. */
    long account();

    /** So much of the family account may be used. */
    long mutualAccount();

    /** The place of a {@link Continuation.Reason} when the bill continues the last stay, else -1. */
    int continues();

    /** How many lines it has. */
    int lines();

    /** 单价 of a line, 10^-6 yuan. */
    long price(int line);

    /** 数量, 10^-4; negative for a refund. */
    long count(int line);

    /** Price × count rounded half up. */
    long amount(int line);

    /** Class of the catalogue: 0 A, 1 B, 2 C. */
    int catalogue(int line);

    /** 费用类别 of a line. */
    int category(int line);

    /** Own pre-payment share, 10^-6, or {@link #NOTHING}. */
    int share(int line);

    /** 限价 of one unit, 10^-6 yuan, or {@link #NOTHING}. */
    long limit(int line);

    /** 限制使用. */
    boolean restricted(int line);

    /** 医院审批标志: 0 not asked, 1 approved, 2 the person pays it all. */
    int approval(int line);

    /** Besides a package price. */
    boolean outside(int line);

    /** The line of this bill that a refund belongs to, or {@link #NOTHING}. */
    int refunds(int line);
}
