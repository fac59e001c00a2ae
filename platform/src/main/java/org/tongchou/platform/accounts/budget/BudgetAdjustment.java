package org.tongchou.platform.accounts.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment of a budget item.
 *
 * @param bookId the book
 * @param unitId the unit
 * @param projectId the project
 * @param functionalCode functional code
 * @param economicCode economic code
 * @param fund source of money
 * @param nature nature of expenditure
 * @param seenFen 全年预算 that the caller saw before
 * @param fen more, or less when negative
 * @param documentNumber number of the approval
 * @param reason why
 * @param date day of the approval; 1 January unless said
 */
record BudgetAdjustment(
        @Nullable Long bookId,
        @Nullable Long unitId,
        @Nullable Long projectId,
        @Nullable String functionalCode,
        @Nullable String economicCode,
        @Nullable String fund,
        @Nullable String nature,
        @Nullable Long seenFen,
        @Nullable Long fen,
        @Nullable String documentNumber,
        @Nullable String reason,
        @Nullable LocalDate date) {}
