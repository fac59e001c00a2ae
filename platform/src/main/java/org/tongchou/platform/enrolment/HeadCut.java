package org.tongchou.platform.enrolment;

/** By what heads may be cut. */
public enum HeadCut {
    /** 险种. */
    SCHEME("险种"),
    /** 区县. */
    COUNTY("区县"),
    /** 人员类别. */
    PERSON_TYPE("人员类别"),
    /** 缴费档次. */
    FEE_TIER("缴费档次"),
    /** 性别. */
    SEX("性别"),
    /** 年龄段, whole years on the day. */
    AGE("年龄段"),
    /** 救助类别 on the day. */
    AID_CLASS("救助类别"),
    /** 参保单位. */
    EMPLOYER("参保单位");

    private final String word;

    HeadCut(String word) {
        this.word = word;
    }

    /** What people read. */
    public String word() {
        return word;
    }
}
