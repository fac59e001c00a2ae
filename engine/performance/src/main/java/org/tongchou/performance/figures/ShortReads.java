package org.tongchou.performance.figures;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * Gives text in short pieces: the YAML library fails when a piece fills its buffer and ends within a character of two
 * code units, such as the rare ones of personal names.
 */
final class ShortReads extends FilterReader {
    private static final int LONGEST = 512;

    ShortReads(String text) {
        super(new StringReader(text));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, LONGEST));
    }
}
