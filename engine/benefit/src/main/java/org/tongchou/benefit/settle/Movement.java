package org.tongchou.benefit.settle;

/**
 * The change of a counter.
 *
 * @param counter name of the counter
 * @param word the word it is counted for; empty for a single number
 * @param cell its cell in the {@link YearState}
 * @param before amount in fen, all others whole
 * @param after amount in fen, all others whole
 */
public record Movement(String counter, String word, int cell, long before, long after) {
    /** By how much it changed. */
    public long change() {
        return after - before;
    }
}
