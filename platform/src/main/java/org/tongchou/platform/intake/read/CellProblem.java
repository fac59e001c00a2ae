package org.tongchou.platform.intake.read;

/**
 * What is wrong with a cell.
 *
 * @param field key of the field; empty when it is about the whole row
 * @param title title of the field
 * @param warning whether the row can be posted all the same
 * @param code stable code
 * @param value text of the cell, masked when personal
 * @param expected what would have been right
 */
public record CellProblem(String field, String title, boolean warning, String code, String value, String expected) {}
