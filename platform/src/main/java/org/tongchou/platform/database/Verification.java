package org.tongchou.platform.database;

import java.util.List;

/** Something that can be checked about the stored data as a whole; run after a restore and on request. */
public interface Verification {
    /** What is checked, in Chinese: 审计日志哈希链. */
    String name();

    /** What is wrong, one Chinese sentence each, the first bad place first; empty when all is well. */
    List<String> problems();
}
