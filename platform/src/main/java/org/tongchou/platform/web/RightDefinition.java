package org.tongchou.platform.web;

/**
 * A right that a module knows; every module offers its own as a bean {@code List<RightDefinition>}-producing {@link
 * RightCatalogue}.
 *
 * @param code for example {@code accounts.entry.import}
 * @param group duty on the role page, in Chinese
 * @param name what it allows, in Chinese
 */
public record RightDefinition(String code, String group, String name) {}
