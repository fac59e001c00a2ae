package org.tongchou.benefit.funding;

import java.util.Locale;

/** What monthly dues are for. */
public enum Part {
    /** 职工基本医疗保险. */
    BASIC("职工基本医疗保险"),
    /** 生育保险. */
    MATERNITY("生育保险"),
    /** 职工大额医疗费用补助. */
    LARGE("大额医疗费用补助"),
    /** 长期护理保险. */
    CARE("长期护理保险");

    private final String printed;

    Part(String printed) {
        this.printed = printed;
    }

    /** The name that people read. */
    public String printed() {
        return printed;
    }

    /** The word in the names of parameters and in cases. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String parameter(String last) {
        return "dues." + word() + "." + last;
    }
}
