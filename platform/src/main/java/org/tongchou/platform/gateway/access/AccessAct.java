package org.tongchou.platform.gateway.access;

/** What can be done with an access. */
enum AccessAct {
    /** An institution may call from now on. */
    GRANT("开通", "gateway.access.grant"),
    /** Something was agreed anew. */
    CHANGE("修改", "gateway.access.change"),
    /** New keys; the old ones prove nothing any more. */
    ROTATE("换密钥", "gateway.access.rotate"),
    /** The institution may not call any more. */
    CLOSE("停用", "gateway.access.close"),
    /** The institution may call again. */
    REOPEN("恢复", "gateway.access.reopen");

    private final String title;
    private final String action;

    AccessAct(String title, String action) {
        this.title = title;
        this.action = action;
    }

    /** Its name in Chinese. */
    String title() {
        return title;
    }

    /** Its name in the audit log. */
    String action() {
        return action;
    }
}
