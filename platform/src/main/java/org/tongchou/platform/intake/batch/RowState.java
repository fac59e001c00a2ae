package org.tongchou.platform.intake.batch;

/** Where a staged row stands; the database and the interface use the Chinese word. */
enum RowState {
    CORRECT("正确"),
    WRONG("有误"),
    UNCHANGED("无变化"),
    SKIPPED("跳过"),
    POSTED("已入账"),
    REVERSED("已冲销");

    private final String printed;

    RowState(String printed) {
        this.printed = printed;
    }

    String printed() {
        return printed;
    }
}
