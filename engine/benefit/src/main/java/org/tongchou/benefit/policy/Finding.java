package org.tongchou.benefit.policy;

import java.util.Comparator;

/**
 * Something in a policy pack that is wrong, or most likely is.
 *
 * @param rule which rule of packs it breaks
 * @param place where
 * @param message in Chinese, what is wrong
 * @param remedy in Chinese, how to mend it
 */
public record Finding(PackRule rule, Place place, String message, String remedy) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message)
            .thenComparing(Finding::remedy);

    /** Whether the pack cannot be used as it stands. */
    public boolean isError() {
        return rule.isError();
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** One line: {@code parameters/a.yaml:12 E-POL-013 没有参数“x”。请检查拼写，或者定义这个参数。}. */
    @Override
    public String toString() {
        return place + " " + rule.code() + " " + message + "。" + remedy + "。";
    }
}
