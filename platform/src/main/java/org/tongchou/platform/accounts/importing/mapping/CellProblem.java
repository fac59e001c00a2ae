package org.tongchou.platform.accounts.importing.mapping;

/**
 * What is wrong with a cell, or worth a look.
 *
 * @param column its column, from 0; -1 when the file has no column for the field
 * @param header title of the column; the field's name when there is none
 * @param field field in Chinese
 * @param warning whether the row can be posted nevertheless
 * @param code stable code
 * @param value the text of the cell; may be empty
 * @param expected what would have been right, or what to look at
 */
public record CellProblem(
        int column, String header, String field, boolean warning, String code, String value, String expected) {}
