package org.tongchou.platform.intake;

import java.util.List;

/** One part of a batch that is being posted, as its {@link Intake} sees it. */
public interface Posting extends IntakeStep {
    /** Which part, from 1; {@code batch/part} names the part's transaction, for example as the cause of a voucher. */
    int part();

    /** The rows of the part, in the order of the file. */
    List<IntakeRow> rows();

    /** Notes what became of a row in a word, for the report: 新增, 变更; rows without one are 已入账. */
    void outcome(IntakeRow row, String word);

    /** Refuses a row after all, as something has changed since the check; the others go on. */
    void reject(IntakeRow row, String field, String code, String expected);
}
