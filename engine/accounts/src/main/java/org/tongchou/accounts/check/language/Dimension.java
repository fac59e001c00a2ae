package org.tongchou.accounts.check.language;

/** What a number counts. Only numbers of the same dimension are added or compared. */
public enum Dimension {
    /** 金额. */
    MONEY("金额"),
    /** 百分比. */
    PERCENT("百分比"),
    /** 人、辆、个、批次 … */
    COUNT("个数"),
    /** A bare number in a check, which takes the dimension of its neighbours. */
    BARE("数");

    private final String word;

    Dimension(String word) {
        this.word = word;
    }

    /** The word the vocabulary and messages use. */
    public String word() {
        return word;
    }
}
