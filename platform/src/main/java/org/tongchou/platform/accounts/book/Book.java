package org.tongchou.platform.accounts.book;

/**
 * A book (账套): one bureau, one year.
 *
 * @param id its id
 * @param bureauId the unit at its top; its entries belong to this unit and those below
 * @param year budget year
 * @param open whether entries can be posted
 * @param version for changing it
 */
public record Book(long id, long bureauId, int year, boolean open, int version) {}
