package org.tongchou.benefit.policy;

/** What is known of a person, a bill and a year when conditions and parameters are evaluated. */
public interface Known {
    /** The word of a fact that has one word at a time; empty when it has none. */
    String word(Fact fact);

    /** Whether a word holds of a fact that may have several at once. */
    boolean holds(Fact fact, String word);

    /** The number of a fact: money in fen, all others whole. */
    long number(Fact fact);
}
