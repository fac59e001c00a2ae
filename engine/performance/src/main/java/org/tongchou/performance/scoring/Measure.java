package org.tongchou.performance.scoring;

/** What a threshold or a step is measured in. */
public enum Measure {
    /** 完成值: the actual value itself, in the target's unit. */
    VALUE,
    /** 完成率: the actual in percent of the target; for targets that are to be reached or passed. */
    COMPLETION,
    /** 百分点: the value itself where the target is a rate (its unit is a percent sign, or is not known), else 完成率. */
    RATE
}
