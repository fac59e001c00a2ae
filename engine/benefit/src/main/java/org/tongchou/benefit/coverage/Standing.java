package org.tongchou.benefit.coverage;

/** Why a scheme's benefits are enjoyed or not. */
public enum Standing {
    /** Enjoyed. */
    ENJOYED("享受待遇"),
    /** No payment for the period. */
    UNPAID("未缴费"),
    /** Paid, and the waiting period has not ended. */
    WAITING("等待期"),
    /** Retired with too few paid years. */
    YEARS_SHORT("缴费年限不足");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** The word that people read. */
    public String word() {
        return word;
    }
}
