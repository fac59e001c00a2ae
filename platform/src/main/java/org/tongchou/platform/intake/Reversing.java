package org.tongchou.platform.intake;

import java.util.List;

/** One part of a batch that is being taken back, as its {@link Intake} sees it. */
public interface Reversing extends IntakeStep {
    /** Which part, as it was posted. */
    int part();

    /** The rows of the part, in the order of the file. */
    List<IntakeRow> rows();

    /** Why. */
    String reason();
}
