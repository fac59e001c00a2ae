package org.tongchou.platform.provider.act;

import java.util.Locale;

/** What can be done. What changes somebody's standing, or where money goes, takes a second person. */
public enum ActKind {
    /** An institution gets another level. */
    LEVEL(Subject.INSTITUTION, "调整等级", true),
    /** An institution is paid to another account. */
    ACCOUNT(Subject.INSTITUTION, "变更收款账户", true),
    /** An institution closes for good. */
    CLOSE(Subject.INSTITUTION, "停业", true),
    /** An institution asks for an agreement. */
    APPLY(Subject.AGREEMENT, "受理申请", false),
    /** An application is refused before it is scored. */
    DECLINE(Subject.AGREEMENT, "不予受理", false),
    /** An application is scored. */
    ASSESS(Subject.AGREEMENT, "评估", true),
    /** The terms are negotiated. */
    NEGOTIATE(Subject.AGREEMENT, "协商", false),
    /** An application is taken back. */
    WITHDRAW(Subject.AGREEMENT, "撤回申请", false),
    /** An agreement is signed. */
    SIGN(Subject.AGREEMENT, "签订协议", true),
    /** An agreement is followed by another. */
    RENEW(Subject.AGREEMENT, "续签协议", true),
    /** An agreement keeps back another deposit. */
    DEPOSIT(Subject.AGREEMENT, "约定质保金比例", true),
    /** An agreement rests. */
    SUSPEND(Subject.AGREEMENT, "中止协议", true),
    /** It goes on. */
    RESUME(Subject.AGREEMENT, "恢复协议", true),
    /** It ends before its time. */
    TERMINATE(Subject.AGREEMENT, "解除协议", true),
    /** Somebody may not prescribe for the fund. */
    STOP(Subject.STAFF, "暂停处方权", true),
    /** They may again. */
    RESTORE(Subject.STAFF, "恢复处方权", true),
    /** Points of the payment qualification. */
    SCORE(Subject.STAFF, "支付资格记分", true);

    private final Subject subject;
    private final String printed;
    private final boolean reviewed;

    ActKind(Subject subject, String printed, boolean reviewed) {
        this.subject = subject;
        this.printed = printed;
        this.reviewed = reviewed;
    }

    /** What it is done to. */
    public Subject subject() {
        return subject;
    }

    /** Its name. */
    public String printed() {
        return printed;
    }

    /** Whether a second person decides. */
    public boolean reviewed() {
        return reviewed;
    }

    /** As the audit log calls it: {@code provider.agreement.sign}. */
    String action() {
        return "provider." + subject.code() + "." + name().toLowerCase(Locale.ROOT);
    }

    /** What acts are done to. */
    public enum Subject {
        /** 机构. */
        INSTITUTION,
        /** 协议. */
        AGREEMENT,
        /** 人员. */
        STAFF;

        /** As it stands in the database. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
