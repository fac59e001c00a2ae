package org.tongchou.performance.model;

/** The kinds of sheet a bureau fills in. */
public enum SheetKind {
    /** 项目支出绩效自评表. */
    SELF_EVALUATION("项目支出绩效自评表"),
    /** 项目支出绩效目标表. */
    TARGETS("项目支出绩效目标表"),
    /** 部门整体支出绩效自评表. */
    DEPARTMENT("部门整体绩效自评表"),
    /** 部门整体支出绩效目标表. */
    DEPARTMENT_TARGETS("部门整体绩效目标表"),
    /** 中央对地方转移支付区域绩效自评表. */
    REGION("区域绩效自评表"),
    /** 中央对地方转移支付区域绩效目标表. */
    REGION_TARGETS("区域绩效目标表"),
    /** 绩效目标运行监控表. */
    MONITORING("绩效运行监控表"),
    /** 绩效评价指标体系: levels with points and 评分标准. */
    INDICATOR_SYSTEM("绩效评价指标体系评分表");

    private final String printed;

    SheetKind(String printed) {
        this.printed = printed;
    }

    /** The name as forms print it. */
    public String printed() {
        return printed;
    }

    /** Whether the sheet has targets only, before the year is over. */
    public boolean targetsOnly() {
        return this == TARGETS || this == DEPARTMENT_TARGETS || this == REGION_TARGETS;
    }

    /** Whether the sheet gives points. */
    public boolean scored() {
        return !targetsOnly() && this != MONITORING;
    }
}
