package org.tongchou.bench;

import java.util.Optional;
import java.util.Random;

/**
 * A kind of error that people and text extraction make.
 *
 * @param id short stable name
 * @param says what goes wrong, in Chinese
 * @param planter puts one such error at a random place; empty when the document has no place for it
 */
record ErrorKind(String id, String says, Planter planter) {
    /** Puts one error into a specimen. */
    @FunctionalInterface
    interface Planter {
        /** The specimen with one error; empty when it has no place for it. */
        Optional<Planted> plant(Specimen specimen, Random random);
    }
}
