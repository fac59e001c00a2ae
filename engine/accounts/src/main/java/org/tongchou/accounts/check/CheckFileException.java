package org.tongchou.accounts.check;

/** A check file that cannot be used; the message names file, line, check and how to mend it. */
public final class CheckFileException extends RuntimeException {
    /** Creates the failure. */
    public CheckFileException(String origin, String message) {
        super(origin + "：" + message);
    }

    /** Creates the failure with its cause. */
    public CheckFileException(String origin, String message, Throwable cause) {
        super(origin + "：" + message, cause);
    }
}
