package org.tongchou.platform.intake;

import java.util.List;
import java.util.function.Consumer;

/** A batch that is being checked, as its {@link Intake} sees it. */
public interface Checking extends IntakeStep {
    /** Hands over all rows whose cells are well-formed, in the order of the file, at most 10,000 at a time. */
    void rows(Consumer<List<IntakeRow>> visitor);

    /**
     * Reports that a row cannot be posted.
     *
     * @param field key of the field; empty when it is about the whole row
     * @param code stable code
     * @param expected what would have been right, in Chinese, without personal data
     */
    void problem(IntakeRow row, String field, String code, String expected);

    /** As {@link #problem}, but the row can be posted. */
    void warning(IntakeRow row, String field, String code, String expected);

    /** Says that what the row tells is already so: it is counted, and not posted. */
    void unchanged(IntakeRow row);
}
