package org.tongchou.platform.disclosure.analysis;

/**
 * What could not be read as it stood.
 *
 * @param code stable code
 * @param place where; empty for the whole file
 * @param found what was read
 * @param message what was made of it, or what to do
 */
public record ProblemView(String code, String place, String found, String message) {}
