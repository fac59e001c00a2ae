package org.tongchou.cli;

/** A command cannot go on: bad input or output. The message is for people; the exit code is 2. */
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
