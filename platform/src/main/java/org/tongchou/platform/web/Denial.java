package org.tongchou.platform.web;

/**
 * Somebody signed in asked for something they may not do; published as an event so that it can be recorded.
 *
 * @param actor who asked
 * @param endpoint method and path that were asked for, {@code DELETE /api/session}
 * @param reason what they were told
 */
public record Denial(Actor actor, String endpoint, String reason) {}
