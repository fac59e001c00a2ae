package org.tongchou.performance.model;

import java.math.BigDecimal;
import java.util.Optional;

/** How a target is to be compared with what was done. */
public enum Operator {
    /** 不低于. */
    AT_LEAST("≥"),
    /** 不高于. */
    AT_MOST("≤"),
    /** 等于. */
    EQUAL("="),
    /** 低于. */
    LESS("<"),
    /** 高于. */
    MORE(">"),
    /** 不等于：表中出现时多半是误读的等号. */
    NOT_EQUAL("≠"),
    /** 定性：目标是一句话. */
    QUALITATIVE("qualitative");

    private final String printed;

    Operator(String printed) {
        this.printed = printed;
    }

    /** The sign; {@code qualitative} for a target in words. */
    public String printed() {
        return printed;
    }

    /** Whether more is better; false also for equality and for targets in words. */
    public boolean upward() {
        return this == AT_LEAST || this == MORE;
    }

    /** Whether less is better. */
    public boolean downward() {
        return this == AT_MOST || this == LESS;
    }

    /**
     * Whether a number meets a target.
     *
     * @return false for a target in words, whatever the numbers
     */
    public boolean met(BigDecimal actual, BigDecimal target) {
        int order = actual.compareTo(target);
        return switch (this) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case MORE -> order > 0;
            case NOT_EQUAL -> order != 0;
            case QUALITATIVE -> false;
        };
    }

    /** The operator of a sign; empty when it is none. */
    public static Optional<Operator> find(String sign) {
        for (Operator operator : values()) {
            if (operator.printed.equals(sign)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
