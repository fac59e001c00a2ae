package org.tongchou.accounts.source;

import java.nio.file.Path;

/** Reads one file format into paragraphs and tables. Never throws for bad content: it says so in the problems. */
@FunctionalInterface
public interface RawReader {
    /**
     * Reads a file.
     *
     * @param file an existing file
     * @return what could be read, with a fatal problem and no blocks when nothing could
     */
    RawDocument read(Path file);
}
