package org.tongchou.platform.disclosure;

import org.tongchou.platform.web.Actor;

/** Takes documents into the public library. */
public interface Publications {
    /**
     * Publishes a document within the caller's transaction. An earlier publication of the same unit, year and kind stays
     * readable and points to this one as its correction.
     *
     * @return id of the publication
     */
    long publish(Actor actor, NewPublication publication);
}
