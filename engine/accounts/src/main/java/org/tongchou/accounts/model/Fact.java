package org.tongchou.accounts.model;

import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * One figure with everything that says what it is.
 *
 * @param bureau the department; null when unknown
 * @param year the budget year; null when unknown
 * @param topic the table's topic
 * @param side the half of a two-sided table; null in others
 * @param code the classification code; null when the row has none
 * @param name the row's name
 * @param column the column's name
 * @param amount the amount
 * @param printedUnit the unit it was printed in
 * @param place where it stands
 */
public record Fact(
        @Nullable String bureau,
        @Nullable Integer year,
        String topic,
        @Nullable Side side,
        @Nullable String code,
        String name,
        String column,
        Money amount,
        MoneyUnit printedUnit,
        Place place) {}
