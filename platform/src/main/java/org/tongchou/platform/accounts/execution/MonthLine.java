package org.tongchou.platform.accounts.execution;

import org.jspecify.annotations.Nullable;

/**
 * Progress of a month. Amounts in fen.
 *
 * @param month 1 to 12
 * @param incomeFen income of the month
 * @param executedFen expenditure of the month
 * @param cumulativeFen expenditure from January to this month
 * @param rateMillionths cumulative expenditure of the whole budget, in millionths; null when nothing is allotted
 * @param timeMillionths share of the year that has passed at the end of the month, in millionths
 */
record MonthLine(
        int month,
        long incomeFen,
        long executedFen,
        long cumulativeFen,
        @Nullable Long rateMillionths,
        long timeMillionths) {}
