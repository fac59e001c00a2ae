package org.tongchou.platform.fund;

/**
 * Why money moved: an act of another module, named so that the way back can be found.
 *
 * @param module whose act it was, {@code contribution}
 * @param kind what kind of act, {@code collection}
 * @param id which one; no personal data
 */
public record Cause(String module, String kind, String id) {}
