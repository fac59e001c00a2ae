package org.tongchou.accounts.model;

import org.jspecify.annotations.Nullable;

/**
 * One unit in the list of units covered (编制范围).
 *
 * @param name the unit's name
 * @param nature 单位性质 or 经费性质 as printed; empty when not printed
 * @param staff 在职人数; null when not printed
 */
public record BudgetUnit(
        String name, String nature, @Nullable Integer staff) {}
