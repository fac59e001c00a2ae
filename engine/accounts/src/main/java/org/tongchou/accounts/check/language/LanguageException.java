package org.tongchou.accounts.check.language;

/** A check is not written in the language. */
public final class LanguageException extends RuntimeException {
    private final String explanation;

    /** Creates the failure. */
    LanguageException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    /** What is wrong and how to mend it, in Chinese. */
    public String explanation() {
        return explanation;
    }
}
