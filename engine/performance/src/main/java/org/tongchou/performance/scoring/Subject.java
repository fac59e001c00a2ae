package org.tongchou.performance.scoring;

/** What points are given for. */
public enum Subject {
    /** 绩效指标: a line of a sheet. */
    INDICATOR("indicator"),
    /** 预算执行率: the points of the funding block; the target is the budget, the actual what was spent. */
    EXECUTION("execution"),
    /** 评价指标: a lowest part of an evaluation report's tree. */
    REPORT_ITEM("report_item");

    private final String word;

    Subject(String word) {
        this.word = word;
    }

    /** The word in rule packs. */
    public String word() {
        return word;
    }
}
