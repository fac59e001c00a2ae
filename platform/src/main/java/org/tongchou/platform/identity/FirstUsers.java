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
     * Makes the users of the demonstration: one for each role, with plainly synthetic names. Their roles do not ask for a
     * second factor. Only in profile {@code demo}.
     *
     * @param bureauCode code of the bureau's unit
     * @param subordinateCode code of a subordinate unit
     * @return password by sign-in name; empty when there are users already
     */
    Map<String, String> createDemo(String bureauCode, String subordinateCode);
}
