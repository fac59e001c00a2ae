package org.tongchou.accounts.model;

/** Budget or final accounts. */
public enum DocumentKind {
    /** 部门预算. */
    BUDGET("预算"),
    /** 部门决算. */
    FINAL("决算");

    private final String printed;

    DocumentKind(String printed) {
        this.printed = printed;
    }

    /** The word as printed: 预算 or 决算. */
    public String printed() {
        return printed;
    }
}
