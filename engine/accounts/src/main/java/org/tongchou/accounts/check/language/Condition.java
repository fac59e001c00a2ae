package org.tongchou.accounts.check.language;

/** When a check applies. All conditions of a check must hold. */
public sealed interface Condition {
    /** {@code 有(…)} or {@code 无(…)}: the row and column, or the sentence, is printed or not. */
    record Printed(Expression figure, boolean expected) implements Condition {}

    /** {@code 零(…)} or {@code 非零(…)}: nothing, blank or 0, or not. Neither when its table is missing. */
    record Zero(Expression value, boolean expected) implements Condition {}

    /** {@code 单位性质(行政)}: units are listed and the nature of each contains the word. */
    record Nature(String word) implements Condition {}

    /** {@code 对比(年初预算)}: the change clause compares with this. */
    record Base(String word) implements Condition {}

    /**
     * {@code 逐项(一般公共预算支出)}: a sentence is given for everything in the table that makes up its total: the
     * last-level codes, the sources of income of 总表, the kinds of expenditure of 支出.
     */
    record Itemised(String topic) implements Condition {}
}
