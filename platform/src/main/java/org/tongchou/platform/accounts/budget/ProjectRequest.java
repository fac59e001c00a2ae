package org.tongchou.platform.accounts.budget;

import org.jspecify.annotations.Nullable;

/**
 * A project that is typed in.
 *
 * @param bookId the book; not looked at when changing
 * @param unitId the unit that carries it out; cannot change once there are entries
 * @param code project code, unique in the book
 * @param name project name
 * @param category kind of project, in the bureau's own words
 * @param goal what it is for
 * @param active whether entries may still be posted to it
 * @param version the version that was seen; not looked at when creating
 */
public record ProjectRequest(
        @Nullable Long bookId,
        @Nullable Long unitId,
        @Nullable String code,
        @Nullable String name,
        @Nullable String category,
        @Nullable String goal,
        @Nullable Boolean active,
        @Nullable Integer version) {}
