package org.tongchou.platform.identity;

import org.tongchou.platform.web.Actor;

/** Users who are no staff: insured persons, who hold the one role {@link #ROLE} and see no unit's data. Calls join the caller's transaction. */
public interface InsuredUsers {
    /** Code of their role. */
    String ROLE = "insured";

    /**
     * Makes a user.
     *
     * @return id and one-time password, shown once
     */
    Made create(Actor actor, String userName, String displayName);

    /** Gives a new one-time password and signs the user out; refuses users who are staff. */
    String resetPassword(Actor actor, long userId);

    /** Closes a user for good and signs them out; refuses users who are staff. */
    void close(Actor actor, long userId);

    /**
     * A user who was made.
     *
     * @param userId id
     * @param password one-time password
     */
    record Made(long userId, String password) {}
}
