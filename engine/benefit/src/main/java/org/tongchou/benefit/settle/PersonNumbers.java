package org.tongchou.benefit.settle;

/**
 * A person by number, as a year file holds one. Words are the places of {@code Vocabulary.wordsOf}; -1 is no word; sets
 * are bits by the same places.
 */
public interface PersonNumbers {
    /** No word. */
    int NO_WORD = -1;

    /** Birthday, days since 1970-01-01. */
    int born();

    /** 性别. */
    int sex();

    /** 险种. */
    int scheme();

    /** 人员类别. */
    int personType();

    /** 缴费档次. */
    int feeTier();

    /** Whole years of unbroken enrolment. */
    int insuredYears();

    /** 身份. */
    long identities();

    /** 已认定的慢特病. */
    long heldDiseases();

    /** 失能等级, 0 to 5. */
    int careLevel();

    /** 大病保险封顶线提高额, in fen. */
    long capRaise();
}
