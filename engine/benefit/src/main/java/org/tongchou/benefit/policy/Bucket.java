package org.tongchou.benefit.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a bill from which tiers take. */
public enum Bucket {
    /** 全自费. */
    FULL_OWN,
    /** 超限价. */
    OVER_LIMIT,
    /** 先行自付. */
    PRE_PAY,
    /** 异地先行自付. */
    FIRST_PAY,
    /** 政策范围内费用, taken by the basic tier. */
    SCOPE,
    /** 起付线以下. */
    DEDUCTIBLE,
    /** 按比例个人负担. */
    SHARE,
    /** 封顶线以上. */
    OVER_CAP,
    /** The whole bill; only as what a share is of. */
    TOTAL;

    /** What {@code own_in_scope} stands for, in this order. */
    public static final List<Bucket> OWN_IN_SCOPE = List.of(DEDUCTIBLE, SHARE, OVER_CAP);

    /** What is known of a bill once it is split, before any tier. */
    public static final List<Bucket> OF_SPLIT = List.of(TOTAL, FULL_OWN, OVER_LIMIT, PRE_PAY, FIRST_PAY, SCOPE);

    /** The part of a split bill that a fact {@code bill.<part>} names; empty when it is none. */
    public static Optional<Bucket> ofSplit(String word) {
        return OF_SPLIT.stream().filter(bucket -> bucket.word().equals(word)).findFirst();
    }

    /** The word in the files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
