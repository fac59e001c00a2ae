package org.tongchou.platform.identity.session;

import java.io.Serializable;

/**
 * What a session remembers beside the actor.
 *
 * @param userId the user
 * @param sessionNo number of the user's sessions when this one began; a higher one now means that it was ended
 * @param grantNo number of the user's grants when the actor was read; a higher one now means that it must be read anew
 * @param pending what must be done before anything else is allowed
 */
record SignedInSession(long userId, int sessionNo, int grantNo, Pending pending) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Name of the session attribute. */
    static final String ATTRIBUTE = "tongchou.session";

    /** What must be done first. */
    enum Pending {
        /** Nothing. */
        NOTHING,
        /** A temporary or expired password must be changed. */
        PASSWORD,
        /** A role asks for a second factor, and none is set up. */
        SECOND_FACTOR
    }
}
