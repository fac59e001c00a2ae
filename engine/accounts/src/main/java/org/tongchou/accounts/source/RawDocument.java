package org.tongchou.accounts.source;

import java.util.List;

/**
 * A file as paragraphs and tables of text.
 *
 * @param file the file's name
 * @param medium the kind of file
 * @param blocks paragraphs and tables in reading order
 * @param problems what could not be read
 */
public record RawDocument(String file, Medium medium, List<Block> blocks, List<Problem> problems) {
    /** Copies the lists. */
    public RawDocument {
        blocks = List.copyOf(blocks);
        problems = List.copyOf(problems);
    }
}
