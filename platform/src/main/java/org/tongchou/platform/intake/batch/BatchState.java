package org.tongchou.platform.intake.batch;

import java.util.Arrays;

/** Where a batch stands; the database and the interface use the Chinese word. */
enum BatchState {
    CHECKING("检查中"),
    OPEN("待处理"),
    READY("可入账"),
    POSTING("入账中"),
    POSTED("已入账"),
    REVERSING("冲销中"),
    REVERSED("已冲销"),
    FAILED("失败"),
    DISCARDED("已作废");

    private final String printed;

    BatchState(String printed) {
        this.printed = printed;
    }

    String printed() {
        return printed;
    }

    static BatchState of(String printed) {
        return Arrays.stream(values())
                .filter(state -> state.printed.equals(printed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(printed));
    }
}
