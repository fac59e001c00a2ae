package org.tongchou.platform.accounts;

/** The kinds of entry in a book; the database and the interface use the lower-case name. */
public enum EntryKind {
    /** 收入预算. */
    BUDGET_INCOME("收入预算"),
    /** 年初预算. */
    BUDGET_INITIAL("年初预算"),
    /** 预算调整. */
    BUDGET_ADJUSTMENT("预算调整"),
    /** 上年结转安排的支出预算. */
    BUDGET_CARRY_OVER("结转预算"),
    /** 收入. */
    INCOME("收入"),
    /** 支出. */
    EXPENSE("支出"),
    /** 年初结转和结余. */
    OPENING("年初结转和结余"),
    /** 使用非财政拨款结余. */
    SURPLUS_USED("使用非财政拨款结余"),
    /** 结余分配. */
    DISTRIBUTION("结余分配");

    private final String printed;

    EntryKind(String printed) {
        this.printed = printed;
    }

    /** The Chinese name. */
    public String printed() {
        return printed;
    }

    /** The name in the database and in the interface. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
