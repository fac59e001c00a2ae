package org.tongchou.accounts.check.language;

import java.util.Arrays;
import java.util.Optional;

/** The numbers that a figure stated in a sentence carries. */
public enum Part {
    /** The figure itself. */
    VALUE("金额"),
    /** The stated difference, negative for a decrease, zero for 持平. */
    DIFFERENCE("差额"),
    /** The stated growth percentage, negative for a decrease. */
    PERCENT("百分比"),
    /** The stated completion rate (完成预算的 %). */
    COMPLETION("完成率"),
    /** The compared figure where it is printed. */
    BASE("基数"),
    /** The figure of the year before that the stated difference implies. */
    PRIOR("上年"),
    /** The budget: as printed, else what the completion rate implies, else the figure itself where it says 持平. */
    BUDGET("预算");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    /** The word checks use. */
    public String word() {
        return word;
    }

    /** The part with this word. */
    public static Optional<Part> find(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }
}
