package org.tongchou.benefit.policy;

/** How far a value can be relied on. */
public enum Trust {
    /** 正式文件. */
    OFFICIAL("official"),
    /** 公开报告中的数字. */
    PUBLISHED("published"),
    /** 演示. */
    DEMO("demo");

    private final String word;

    Trust(String word) {
        this.word = word;
    }

    /** The word in the files. */
    public String word() {
        return word;
    }
}
