package org.tongchou.benefit.settle;

/**
 * That a bill continues an earlier stay and counts no further admission.
 *
 * @param stay id of the stay: of the bill with which it began
 * @param reason why
 */
public record Continuation(String stay, Reason reason) {
    /** Why a bill continues a stay. */
    public enum Reason {
        /** 转院: another hospital. */
        TRANSFER("transfer"),
        /** 中途结算. */
        INTERIM("interim"),
        /** 跨年结算. */
        NEW_YEAR("new_year");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word in the files. */
        public String word() {
            return word;
        }
    }
}
