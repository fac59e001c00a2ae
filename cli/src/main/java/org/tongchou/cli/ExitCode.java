package org.tongchou.cli;

/** The exit codes of every command. */
final class ExitCode {
    /** Everything was done and nothing is broken. */
    static final int CLEAN = 0;

    /** Done, and there are findings. */
    static final int FINDINGS = 1;

    /** The arguments, an input or an output cannot be used, and there are no findings. */
    static final int UNUSABLE = 2;

    /** Stopped by the user. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
