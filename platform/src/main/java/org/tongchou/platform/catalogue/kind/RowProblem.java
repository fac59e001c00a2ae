package org.tongchou.platform.catalogue.kind;

/**
 * What is wrong with a cell.
 *
 * @param code stable code
 * @param column title of the column
 * @param value what stands there
 * @param expected what should
 */
public record RowProblem(String code, String column, String value, String expected) {}
