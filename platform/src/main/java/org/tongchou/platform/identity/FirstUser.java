package org.tongchou.platform.identity;

/**
 * Somebody who exists from the start.
 *
 * @param userName sign-in name
 * @param displayName name
 * @param roleCode code of the role
 * @param unitCode code of the unit
 * @param scope own, below or all
 */
public record FirstUser(String userName, String displayName, String roleCode, String unitCode, String scope) {}
