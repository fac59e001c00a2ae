package org.tongchou.benefit.policy;

import org.tongchou.money.Rounding;

/**
 * A rounding of money.
 *
 * @param to what is left whole
 * @param mode half up, down (towards nought) or up (away from nought)
 */
public record RoundTo(Step to, Rounding mode) {
    /** To the fen, half up: where nothing else is said. */
    public static final RoundTo FEN = new RoundTo(Step.FEN, Rounding.HALF_UP);

    /** What is left whole. */
    public enum Step {
        /** 分. */
        FEN("分", 1),
        /** 角. */
        JIAO("角", 10),
        /** 元. */
        YUAN("元", 100),
        /** 百元. */
        HUNDRED_YUAN("百元", 10_000);

        private final String word;
        private final long fen;

        Step(String word, long fen) {
            this.word = word;
            this.fen = fen;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }

        /** Its size in fen. */
        public long fen() {
            return fen;
        }
    }
}
