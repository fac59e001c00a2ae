package org.tongchou.accounts.model;

/** The half of a two-sided table. */
public enum Side {
    /** 收入. */
    INCOME("收入"),
    /** 支出. */
    EXPENSE("支出");

    private final String printed;

    Side(String printed) {
        this.printed = printed;
    }

    /** The word as printed. */
    public String printed() {
        return printed;
    }
}
