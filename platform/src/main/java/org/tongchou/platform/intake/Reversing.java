package org.tongchou.platform.intake;

import java.util.List;
import java.util.Map;
import org.tongchou.platform.web.Actor;

/** One part of a batch that is being taken back, as its {@link Intake} sees it. */
public interface Reversing {
    /** Who takes it back. */
    Actor actor();

    /** Id of the batch. */
    long batch();

    /** Which part, as it was posted. */
    int part();

    /** The parameters in their normal form by key; those not given are left out. */
    Map<String, String> parameters();

    /** The rows of the part, in the order of the file. */
    List<IntakeRow> rows();

    /** Why. */
    String reason();
}
