package org.tongchou.platform.accounts.book;

/**
 * Why an entry cannot be posted.
 *
 * @param index which of the given entries, from 0
 * @param code stable code, {@code E-BKS-nnn}
 * @param field the field in Chinese
 * @param value the value that was given; may be empty
 * @param expected what would have been right
 */
public record EntryProblem(int index, String code, String field, String value, String expected) {
    /** One Chinese sentence naming field, value and expectation. */
    public String sentence() {
        return field + (value.isEmpty() ? "为空" : "的值“" + value + "”不可用") + "，应为" + expected;
    }
}
