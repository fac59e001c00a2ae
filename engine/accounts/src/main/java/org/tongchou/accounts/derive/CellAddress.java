package org.tongchou.accounts.derive;

import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;

/**
 * Which figure of which table.
 *
 * @param topic the table's topic
 * @param side the half of a two-sided table; null in others
 * @param row the row's role or code
 * @param column the column's role
 */
public record CellAddress(String topic, @Nullable Side side, String row, String column) {}
