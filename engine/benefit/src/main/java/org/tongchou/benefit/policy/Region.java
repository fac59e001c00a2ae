package org.tongchou.benefit.policy;

/**
 * The pooling region that a pack belongs to.
 *
 * @param code six digits, 医保区划
 * @param name for example {@code 武汉市}
 * @param trust the default of every source
 * @param place where it is written
 */
public record Region(String code, String name, Trust trust, Place place) {}
