package org.tongchou.platform.intake;

import java.util.Map;
import org.tongchou.platform.web.Actor;

/** What an {@link Intake} knows of a batch in each of its steps. */
public interface IntakeStep {
    /** Who does the step: uploaded or mended, posts, or takes back. */
    Actor actor();

    /** Id of the batch. */
    long batch();

    /** The parameters in their normal form by key; those not given are left out. */
    Map<String, String> parameters();
}
