package org.tongchou.benefit.policy;

import java.util.stream.Collectors;

/** A policy pack that cannot be used; the Chinese message names every error with file, line and how to mend it. */
public final class PolicyPackException extends RuntimeException {
    /** The errors of a reading. */
    PolicyPackException(PackReading reading) {
        super(reading.findings().stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .collect(Collectors.joining("\n")));
    }
}
