package org.tongchou.benefit.funding;

import java.util.List;
import java.util.Locale;

/** A level of government that pays a part of the subsidy. */
public enum Level {
    /** 中央. */
    CENTRAL("中央"),
    /** 省级. */
    PROVINCE("省级"),
    /** 市级. */
    CITY("市级"),
    /** 县（区）级: bears the rest. */
    COUNTY("县级");

    /** The levels whose part is stated, from the top. */
    static final List<Level> STATED = List.of(CENTRAL, PROVINCE, CITY);

    private final String printed;

    Level(String printed) {
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
}
