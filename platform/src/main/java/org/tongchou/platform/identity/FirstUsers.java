package org.tongchou.platform.identity;

import java.util.List;
import java.util.Map;

/** Makes the people who exist from the start: the administrators of an installation, or those of the demonstration. */
public interface FirstUsers {
    /** Whether there is nobody yet. */
    boolean none();

    /**
     * Makes these users with one-time passwords that must be changed at the first sign-in.
     *
     * @return password by sign-in name; shown once and kept nowhere
     */
    Map<String, String> create(List<FirstUser> users);

    /**
     * Makes the users of the demonstration that are missing: one for each role, two where one role reviews itself, with plainly synthetic names. Their roles do not ask for a
     * second factor. Only in profile {@code demo}.
     *
     * @param bureauCode code of the bureau's unit
     * @param subordinateCode code of a subordinate unit
     * @return password by sign-in name of those who were made
     */
    Map<String, String> createDemo(String bureauCode, String subordinateCode);
}
