package org.tongchou.platform.database;

import org.jspecify.annotations.Nullable;

/** Why the application cannot start, for the person who starts it: one Chinese sentence with what to do. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence. */
    public StartFailure(String sentence) {
        super(sentence);
    }

    /** With the sentence and what lies behind it. */
    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
