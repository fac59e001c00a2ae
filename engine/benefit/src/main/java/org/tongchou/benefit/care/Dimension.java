package org.tongchou.benefit.care;

import java.util.Locale;

/** What is assessed. */
public enum Dimension {
    /** 日常生活活动能力. */
    ADL("日常生活活动能力"),
    /** 认知能力. */
    COGNITION("认知能力"),
    /** 感知觉与沟通能力. */
    PERCEPTION("感知觉与沟通能力");

    private final String printed;

    Dimension(String printed) {
        this.printed = printed;
    }

    /** The name that people read. */
    public String printed() {
        return printed;
    }

    /** The word of the fact {@code dimension}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
