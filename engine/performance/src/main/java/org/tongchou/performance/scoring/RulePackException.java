package org.tongchou.performance.scoring;

/** A rule pack that cannot be used; the Chinese message names file, line and how to mend it. */
public final class RulePackException extends RuntimeException {
    /** Creates the failure. */
    RulePackException(String origin, String message) {
        super(origin + "：" + message);
    }

    /** Creates the failure with its cause. */
    RulePackException(String origin, String message, Throwable cause) {
        super(origin + "：" + message, cause);
    }
}
