package org.tongchou.accounts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.MoneyUnit;

/**
 * Whose accounts these are.
 *
 * @param region the pooling region, for example 宁德市; null when not found
 * @param bureau the department's name, for example 宁德市医疗保障局; null when not found
 * @param year the budget year; null when not found
 * @param kind budget or final accounts; null when neither can be told
 * @param unit the unit of money most tables are printed in; null when none is printed
 * @param units the units covered, with staff
 */
public record DocumentMeta(
        @Nullable String region,
        @Nullable String bureau,
        @Nullable Integer year,
        @Nullable DocumentKind kind,
        @Nullable MoneyUnit unit,
        List<BudgetUnit> units) {
    /** Copies the list. */
    public DocumentMeta {
        units = List.copyOf(units);
    }
}
